/** Where the keyboard goes on when what it stood on has gone. */

import { type RefObject, useLayoutEffect } from 'react'

/**
 * For a part that is replaced by another: if the focus was in it, its owner takes it.
 *
 * Otherwise a press that changes the panel would send the keyboard back to the top of the page.
 */
export function useKeptFocus(owner: RefObject<HTMLElement | null>): void {
  useLayoutEffect(
    () => () => {
      const element = owner.current
      if (!element?.contains(document.activeElement)) return
      // What takes its place may want the focus itself.
      setTimeout(() => {
        if (document.activeElement === document.body) element.focus({ preventScroll: true })
      })
    },
    [owner],
  )
}
