/** Which lot is under the hammer and which follow; who watches is not overtaken by a refetch. */

import { useQuery } from '@tanstack/react-query'
import type { LotState, LotSummary, VendueError } from '@vendue/sdk'
import { useCallback, useEffect, useMemo, useState } from 'react'

import { isPublished } from '@/shared/lots/lot-tile'

import { NEXT_LOTS } from './queries'
import { isLeadGone, nextShown } from './queue'

export type OpenLot = LotSummary & { state: LotState }

export interface Room {
  readonly lots: readonly OpenLot[] | undefined
  readonly error: VendueError | null
  readonly again: () => void
  /** While somebody points into the room or moves through it, everything keeps its place. */
  readonly hold: (isHeld: boolean) => void
  /** Whether the market no longer lists the lot under the hammer. */
  readonly isLeadGone: boolean
  /** The result of the lot under the hammer has been shown. */
  readonly moveOn: () => void
}

const LOOK_EVERY_MS = 15_000

export function useRoom(): Room {
  const soonest = useQuery({
    ...NEXT_LOTS,
    refetchInterval: LOOK_EVERY_MS,
  })
  const [isHeld, setHeld] = useState(false)
  const [over, setOver] = useState<string | null>(null)
  const [shown, setShown] = useState<readonly OpenLot[]>()
  const items = soonest.data?.items
  const fresh = useMemo(() => items?.filter(isPublished), [items])
  const lots = nextShown({ shown, fresh, isHeld, over })
  useEffect(() => setShown(lots), [lots])
  const { refetch } = soonest
  const again = useCallback(() => void refetch(), [refetch])
  const lead = lots?.[0]?.lot_id ?? null
  const moveOn = useCallback(() => {
    setOver(lead)
    again()
  }, [lead, again])
  return {
    lots,
    error: lots === undefined ? soonest.error : null,
    again,
    hold: setHeld,
    isLeadGone: isLeadGone(lots, fresh),
    moveOn,
  }
}
