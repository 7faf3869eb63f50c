/** The language that is spoken now. */

import type { Language } from '@vendue/ui/values/language'
import { useTranslation } from 'react-i18next'

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return (i18n.resolvedLanguage ?? 'en') as Language
}

/** A thing's name in the language spoken: of categories, which have one in each. */
export function localName(
  named: { name_lv: string; name_en: string; name_ru: string },
  language: Language,
): string {
  return { lv: named.name_lv, en: named.name_en, ru: named.name_ru }[language]
}
