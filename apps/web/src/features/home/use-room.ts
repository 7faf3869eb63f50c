/** Which lot is under the hammer and which follow; who watches is not overtaken by a refetch. */

import { useQuery } from '@tanstack/react-query'
import type { LotState, LotSummary, VendueError } from '@vendue/sdk'
import { useCallback, useEffect, useState } from 'react'

import { isPublished } from '@/shared/lots/lot-tile'

import { NEXT_LOTS } from './queries'

export type OpenLot = LotSummary & { state: LotState }

export interface Room {
  readonly lots: readonly OpenLot[] | undefined
  readonly error: VendueError | null
  readonly again: () => void
  /** While somebody points into the lists or moves through them, they keep their order. */
  readonly hold: (isHeld: boolean) => void
}

const LOOK_EVERY_MS = 15_000

export function useRoom(): Room {
  const soonest = useQuery({
    ...NEXT_LOTS,
    refetchInterval: LOOK_EVERY_MS,
  })
  const [isHeld, setHeld] = useState(false)
  const [lots, setLots] = useState<readonly OpenLot[]>()
  const fresh = soonest.data?.items
  useEffect(() => {
    if (fresh !== undefined && !isHeld) setLots(fresh.filter(isPublished))
  }, [fresh, isHeld])
  const { refetch } = soonest
  return {
    lots: lots ?? fresh?.filter(isPublished),
    error: lots === undefined ? soonest.error : null,
    again: useCallback(() => void refetch(), [refetch]),
    hold: setHeld,
  }
}
