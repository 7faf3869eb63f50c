/** When the room moves on to what the market says now, and when it stands still. */

interface Listed {
  readonly lot_id: string
}

export interface Queue<Lot> {
  readonly shown: readonly Lot[] | undefined
  readonly fresh: readonly Lot[] | undefined
  /** Whether somebody points into it, or moves through it. */
  readonly isHeld: boolean
  /** The lot under the hammer whose result has been shown long enough. */
  readonly over: string | null
}

/** Whether the lot under the hammer has left the list: its hammer has fallen. */
export function isLeadGone<Lot extends Listed>(
  shown: readonly Lot[] | undefined,
  fresh: readonly Lot[] | undefined,
): boolean {
  const lead = shown?.[0]?.lot_id
  return lead !== undefined && fresh !== undefined && !fresh.some(({ lot_id }) => lot_id === lead)
}

/** What is shown now. The result of a lot stays until it has been shown, whatever follows. */
export function nextShown<Lot extends Listed>(queue: Queue<Lot>): readonly Lot[] | undefined {
  const { shown, fresh, isHeld, over } = queue
  if (fresh === undefined || shown === undefined) return fresh ?? shown
  if (isHeld) return shown
  return isLeadGone(shown, fresh) && shown[0]?.lot_id !== over ? shown : fresh
}
