/**
 * The texts of the language that is spoken: fetched by namespace, looked up by key.
 *
 * Written here because a library for it weighs more than an eighth of what a first visit may load.
 */

import type { Language } from '@vendue/ui/values/language'

type Tree = { readonly [key: string]: Text }
export type Text = string | readonly unknown[] | Tree

const FILES = import.meta.glob<Tree>('./locales/*/*.json', { import: 'default' })

const loaded = new Map<string, Tree>()
const loading = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()
let spoken: Language = 'en'

export function spokenLanguage(): Language {
  return spoken
}

/** Calls back when another language is spoken. Answers with what ends that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether these texts are here. */
export function isLoaded(namespace: string): boolean {
  return loaded.has(`${spoken}/${namespace}`)
}

/** Fetch the texts of a namespace; the same promise for all who ask. */
export function load(namespace: string, language: Language = spoken): Promise<void> {
  const name = `${language}/${namespace}`
  const under = loading.get(name) ?? fetchTexts(name)
  loading.set(name, under)
  return under
}

/** Fetch texts that a page is going to need, while its code is on its way. */
export function prepare(...namespaces: readonly string[]): void {
  // The page asks for them again, and says so if they do not come.
  for (const namespace of namespaces) load(namespace).catch(() => undefined)
}

async function fetchTexts(name: string): Promise<void> {
  const file = FILES[`./locales/${name}.json`]
  if (file === undefined) throw new Error(`There are no texts ${name}.`)
  try {
    loaded.set(name, await file())
  } catch (error) {
    // Without this, one lost connection would be remembered until the page is left.
    loading.delete(name)
    throw error
  }
}

/** Speak a language, once everything on the page can be said in it. */
export async function begin(language: Language): Promise<void> {
  const needed = new Set(['common', ...[...loaded.keys()].map((name) => name.split('/')[1] ?? '')])
  await Promise.all([...needed].map((namespace) => load(namespace, language)))
  spoken = language
  for (const listener of listeners) listener()
}

/** What stands under a key of a namespace that is loaded. */
export function find(namespace: string, key: string): Text | undefined {
  let found: Text | undefined = loaded.get(`${spoken}/${namespace}`)
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || Array.isArray(found)) return undefined
    found = (found as Tree)[step]
  }
  return found
}

/** The form of a counted text: "bids_few" for three of them in Russian. */
export function findCounted(namespace: string, key: string, count: number): Text | undefined {
  const form = pluralRules(spoken).select(count)
  return find(namespace, `${key}_${form}`) ?? find(namespace, `${key}_other`)
}

/** Put values where the text has their names in double braces. */
export function filled(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (braced, name: string) =>
    name in values ? String(values[name]) : braced,
  )
}

const rules = new Map<Language, Intl.PluralRules>()

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}
