/** Latvian, English and Russian; each text is fetched when a page first needs its namespace. */

import type { Language } from '@vendue/ui/values/language'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { choices, choose } from '../choices'

export const LANGUAGES: readonly Language[] = ['lv', 'en', 'ru']

/** Each language in its own words: whoever looks for it may read no other. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  lv: 'Latviešu',
  en: 'English',
  ru: 'Русский',
}

const TEXTS = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' })

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language, namespace) => {
    const load = TEXTS[`./locales/${language}/${namespace}.json`]
    if (load === undefined) throw new Error(`There are no texts ${namespace} in ${language}.`)
    return load()
  },
}

/** Load what every page says, in the language chosen here or else the browser's. */
export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: choices().language ?? preferred(navigator.languages),
      supportedLngs: LANGUAGES,
      fallbackLng: 'en',
      ns: ['common'],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      partialBundledLanguages: true,
    })
}

/** Speak another language from now on. */
export async function speak(language: Language): Promise<void> {
  choose({ language })
  await i18next.changeLanguage(language)
}

/** The first of a browser's languages that is ours. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
