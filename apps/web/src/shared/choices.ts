/** What a person chose on this device: language, theme and the like. Kept beyond the session. */

import type { ShippingMethod } from '@vendue/sdk'
import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'grid' | 'list'

export interface Choices {
  readonly language?: 'lv' | 'en' | 'ru'
  readonly theme: Theme
  readonly density: Density
  /** Whether single keys act; some speech and switch users need them off. */
  readonly hasShortcuts: boolean
  /** The country that lots would be sent to; without it, the one where each stands. */
  readonly destination?: string
  /** In which way a lot would be sent, by lot. */
  readonly shipping?: Readonly<Record<string, ShippingMethod>>
}

const KEY = 'vendue.choices'
const DEFAULTS: Choices = { theme: 'system', density: 'grid', hasShortcuts: true }

const listeners = new Set<() => void>()
let current: Choices = read()

/** What was chosen so far. */
export function choices(): Choices {
  return current
}

/** Keep a choice, and let everything that shows it know. */
export function choose(change: Partial<Choices>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  paintTheme(current.theme)
  for (const listener of listeners) listener()
}

/** The choices, live: another tab's count as well. */
export function useChoices(): Choices {
  return useSyncExternalStore(subscribe, choices)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function paintTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
}

function read(): Choices {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return DEFAULTS
  }
}

window.addEventListener('storage', (event) => {
  if (event.key !== KEY) return
  current = read()
  paintTheme(current.theme)
  for (const listener of listeners) listener()
})
