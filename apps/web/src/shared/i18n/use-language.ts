/** The language that is spoken now. */

import type { Language } from '@vendue/ui/values/language'
import { useSyncExternalStore } from 'react'

import { onLanguage, spokenLanguage } from './texts'

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, spokenLanguage)
}

/** A thing's name in the language spoken: of categories, which have one in each. */
export function localName(
  named: { name_lv: string; name_en: string; name_ru: string },
  language: Language,
): string {
  return { lv: named.name_lv, en: named.name_en, ru: named.name_ru }[language]
}
