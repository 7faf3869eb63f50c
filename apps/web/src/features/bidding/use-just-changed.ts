/** Whether an amount has moved under the hand that was about to press it. */

import { useEffect, useRef, useState } from 'react'

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

/** Whether an amount has stood so long that it can be meant; what was drawn first is not waited for. */
export function useIsSettled(amountMinor: number | null, afterMs: number): boolean {
  const [settled, settle] = useState(amountMinor)
  useEffect(() => {
    const timer = setTimeout(settle, afterMs, amountMinor)
    return () => clearTimeout(timer)
  }, [amountMinor, afterMs])
  return settled === amountMinor
}
