/** One lot's bidding, for the page that gives its panel and its dock their places. */

import type { Lot, LotState } from '@vendue/sdk'
import { type ReactNode, useRef } from 'react'

import { BidDock } from './bid-dock'
import { BidPanel } from './bid-panel'
import { useBidding } from './use-bidding'

export interface BiddingPlaceProps {
  readonly lot: Lot
  readonly published: LotState
  /** A maximum chosen before signing in, in minor units. */
  readonly broughtMinor: number | null
  readonly children: (panel: ReactNode, dock: ReactNode) => ReactNode
}

export function BiddingPlace({ lot, published, broughtMinor, children }: BiddingPlaceProps) {
  const bidding = useBidding(lot, published, broughtMinor)
  const panel = useRef<HTMLElement>(null)
  return children(
    <BidPanel ref={panel} bidding={bidding} />,
    <BidDock bidding={bidding} panel={panel} />,
  )
}
