/** Which language, zone and clock the parts below speak; an app sets it once, at its root. */

import { createContext, type ReactNode, use } from 'react'

import { type Language, WORDS, type Words } from './values/language'

export interface Surroundings {
  readonly language: Language
  /** IANA name of the zone in which times are shown. */
  readonly timeZone: string
  /** The server's time now, in milliseconds. */
  readonly now: () => number
}

const SurroundingsContext = createContext<Surroundings>({
  language: 'en',
  timeZone: 'UTC',
  now: Date.now,
})

export function SurroundingsProvider(props: { value: Surroundings; children: ReactNode }) {
  return <SurroundingsContext value={props.value}>{props.children}</SurroundingsContext>
}

export function useSurroundings(): Surroundings {
  return use(SurroundingsContext)
}

/** The few words that the parts say themselves. */
export function useWords(): Words {
  return WORDS[useSurroundings().language]
}
