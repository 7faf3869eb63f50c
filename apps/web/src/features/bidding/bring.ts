/** Scrolls to a part of the page, at once for whoever wants no motion. */
export function bring(part: Element | null, block: ScrollLogicalPosition): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  part?.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' })
}
