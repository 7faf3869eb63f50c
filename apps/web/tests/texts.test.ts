// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

type Tree = { [key: string]: string | Tree | unknown[] }

const LOCALES = fileURLToPath(new URL('../src/shared/i18n/locales', import.meta.url))
const LANGUAGES = ['lv', 'en', 'ru'] as const
const NAMESPACES = readdirSync(join(LOCALES, 'en')).sort()

const read = (language: string, file: string): Tree =>
  JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8'))

/** Every text by its whole key. */
function texts(tree: Tree | unknown[], before = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : texts(value as Tree, `${before}${key}.`),
  )
}

/** The forms a language counts in, by what the platform knows of it. */
function forms(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const values = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map((m) => m[1]).sort()

test('every language has the same namespaces', () => {
  for (const language of LANGUAGES) {
    expect(readdirSync(join(LOCALES, language)).sort()).toEqual(NAMESPACES)
  }
})

describe.each(NAMESPACES)('%s', (file) => {
  const english = new Map(texts(read('en', file)))
  const keys = new Set([...english.keys()].map((key) => key.replace(PLURAL, '')))

  test.each(LANGUAGES)('says everything in %s, and nothing twice over', (language) => {
    const said = texts(read(language, file)).map(([key]) => key.replace(PLURAL, ''))
    expect([...new Set(said)].sort()).toEqual([...keys].sort())
  })

  test.each(LANGUAGES)('counts as %s does', (language) => {
    const own = texts(read(language, file)).map(([key]) => key)
    const counted = new Set(
      own.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    )
    for (const key of counted) {
      const has = own.filter((one) => one.replace(PLURAL, '') === key && PLURAL.test(one))
      expect(has.map((one) => one.slice(key.length + 1)).sort()).toEqual(forms(language).sort())
    }
  })

  test.each(LANGUAGES)('puts the same values into its texts in %s', (language) => {
    for (const [key, text] of texts(read(language, file))) {
      const source = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? ''
      expect({ key, values: values(text) }).toEqual({ key, values: values(source) })
    }
  })

  test.each(LANGUAGES)('says nothing in %s only where it says nothing in English', (language) => {
    const empty = texts(read(language, file)).filter(([, text]) => text.trim() === '')
    expect(empty.filter(([key]) => english.get(key) !== '')).toEqual([])
  })
})
