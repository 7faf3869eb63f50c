/** Keys that act anywhere on the page. */

import { useEffect, useRef } from 'react'

import { choices } from '@/shared/choices'

/**
 * Act on a key: with Ctrl or Cmd ("command"), or alone ("single").
 *
 * A single key does nothing while somebody types, and can be switched off altogether.
 */
export function useShortcut(key: string, kind: 'command' | 'single', act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.altKey || kindOf(event) !== kind) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [key, kind])
}

function kindOf(event: KeyboardEvent): 'command' | 'single' | null {
  if (event.ctrlKey || event.metaKey) return 'command'
  const target = event.target as HTMLElement | null
  const isTyping = target?.matches('input, textarea, select, [contenteditable=true]') ?? false
  return choices().hasShortcuts && !isTyping ? 'single' : null
}
