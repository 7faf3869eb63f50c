/** What is said of a lot and does not move: everything but its price, its end and its standing. */

import { useQuery } from '@tanstack/react-query'
import type { Lot, LotState } from '@vendue/sdk'
import { getLotOptions } from '@vendue/sdk/react-query'

export type LotFacts = Omit<Lot, 'state'>

interface ReadLot {
  readonly facts: LotFacts
  readonly isPublished: boolean
}

/** A lot without what moves: whoever shows this is not drawn anew with every price. */
export function useLotFacts(lotId: string) {
  return useQuery({ ...getLotOptions({ path: { lot_id: lotId } }), select: still })
}

/** Equal answers are the same object to TanStack Query, so a price changes nothing here. */
function still({ state, ...facts }: Lot): ReadLot {
  return { facts, isPublished: state !== null }
}

/** The state that came with a published lot: what a live view of it begins with. */
export function usePublishedState(lotId: string): LotState | null {
  return useQuery(getLotOptions({ path: { lot_id: lotId } })).data?.state ?? null
}
