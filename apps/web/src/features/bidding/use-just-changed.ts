/** Whether an amount has moved under the hand that was about to press it. */

import { useEffect, useRef } from 'react'

/** So soon after the amount has moved a press may have meant the one before. */
const REACTION_MS = 800

/** Asked at a press. What the page was first drawn with does not count as a change. */
export function useJustChanged(amountMinor: number | null): () => boolean {
  const changedAt = useRef(-Infinity)
  const seen = useRef(amountMinor)
  useEffect(() => {
    if (seen.current === amountMinor) return
    seen.current = amountMinor
    changedAt.current = performance.now()
  }, [amountMinor])
  return () => performance.now() - changedAt.current < REACTION_MS
}
