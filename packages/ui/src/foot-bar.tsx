/** What sticks to the bottom of the screen: the page is told how much of it that covers. */

import { type RefObject, useEffect } from 'react'

/** While `bar` is drawn, toasts stand above it and what is focused scrolls clear of it. */
export function useFootBar(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (bar.current === null) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(([entry]) => {
      // A bar that is hidden at this width is nought high.
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      style.setProperty('--foot-bar', `${Math.ceil(height)}px`)
    })
    observer.observe(bar.current)
    return () => {
      observer.disconnect()
      style.removeProperty('--foot-bar')
    }
  }, [bar])
}
