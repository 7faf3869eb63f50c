/**
 * The texts of the language that is spoken: fetched by namespace, looked up by key.
 *
 * Written here because a library for it weighs more than an eighth of what a first visit may load.
 */

import type { Language } from '@vendue/ui/values/language'

type Tree = { readonly [key: string]: Text }
export type Text = string | readonly unknown[] | Tree

/** Where the files are: the build says so, and a development server has them where they are written. */
const HOME = import.meta.env.VITE_TEXTS ?? '/src/shared/i18n/locales'

const loaded = new Map<string, Tree>()
const loading = new Map<string, Promise<void>>()
const failures = new Map<string, unknown>()
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

/** Why these texts did not come, until somebody asks for them again. */
export function failureOf(namespace: string): unknown {
  return failures.get(`${spoken}/${namespace}`)
}

export function forgetFailures(): void {
  failures.clear()
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
  // Where they do not come, the page says so.
  for (const namespace of namespaces) load(namespace).catch(() => undefined)
}

async function fetchTexts(name: string): Promise<void> {
  failures.delete(name)
  try {
    const answer = await fetch(`${HOME}/${name}.json`)
    if (!answer.ok) throw new Error(`The texts ${name} are answered with ${answer.status}.`)
    loaded.set(name, await answer.json())
  } catch (error) {
    failures.set(name, error)
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
