/** One lot's bidding, for the page that gives its panel and its dock their places. */

import type { LotState } from '@vendue/sdk'
import { type ReactNode, useRef } from 'react'

import { type LotFacts, usePublishedState } from '@/shared/lots/facts'

import { BidDock } from './bid-dock'
import { BidPanel } from './bid-panel'
import { useBidding } from './use-bidding'

export interface BiddingPlaceProps {
  readonly lot: LotFacts
  readonly children: (panel: ReactNode, dock: ReactNode) => ReactNode
}

export function BiddingPlace({ lot, children }: BiddingPlaceProps) {
  const published = usePublishedState(lot.lot_id)
  if (published === null) return null
  return (
    <LiveBidding lot={lot} published={published}>
      {children}
    </LiveBidding>
  )
}

function LiveBidding({ lot, published, children }: BiddingPlaceProps & { published: LotState }) {
  const bidding = useBidding(lot, published)
  const panel = useRef<HTMLElement>(null)
  return children(
    <BidPanel panel={panel} bidding={bidding} />,
    <BidDock bidding={bidding} panel={panel} />,
  )
}
