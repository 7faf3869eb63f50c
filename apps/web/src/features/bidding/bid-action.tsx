/** What can be done about a lot now: bid, bid again, wait for it to open, or see how it ended. */

import { BidForm } from './bid-form'
import type { BidPanelProps } from './bid-panel'
import { ClosedLot } from './closed-lot'
import { NotYetOpen } from './not-yet-open'
import { Rebid } from './rebid'
import { ReserveMet } from './reserve-met'

export default function BidAction({ bidding, panel }: BidPanelProps) {
  const { phase, standing, amount } = bidding
  if (phase === 'scheduled') return <NotYetOpen bidding={bidding} />
  if (phase === 'closed') return <ClosedLot bidding={bidding} />
  // Whoever was outbid is offered one press first; free entry is one press away.
  const Offer = standing === 'outbid' && !amount.isFree ? Rebid : BidForm
  return (
    <>
      <ReserveMet bidding={bidding} />
      <Offer bidding={bidding} panel={panel} />
    </>
  )
}
