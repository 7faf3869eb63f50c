/** Latvian, English and Russian: which one is spoken, and how another one is. */

import type { Language } from '@vendue/ui/values/language'

import { choices, choose } from '../choices'
import { begin, spokenLanguage } from './texts'

export const LANGUAGES: readonly Language[] = ['lv', 'en', 'ru']

export function isSpoken(tag: string): tag is Language {
  return LANGUAGES.some((language) => language === tag)
}

/** Each language in its own words: whoever looks for it may read no other. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  lv: 'Latviešu',
  en: 'English',
  ru: 'Русский',
}

/** Load what every page says, in the language chosen here or else the browser's. */
export async function startLanguages(): Promise<void> {
  await begin(choices().language ?? preferred(navigator.languages)).then(markPage)
}

/** Speak another language from now on, once its texts are here. */
export async function speak(language: Language): Promise<void> {
  await begin(language)
  choose({ language })
  markPage()
}

function markPage(): void {
  document.documentElement.lang = spokenLanguage()
}

/** The first of a browser's languages that is ours. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
