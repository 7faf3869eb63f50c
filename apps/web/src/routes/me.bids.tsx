import { createFileRoute } from '@tanstack/react-router'

import { RebidNow } from '@/features/bidding/rebid-now'
import { MyBidsPage } from '@/features/my-bids/my-bids-page'

export const Route = createFileRoute('/me/bids')({ component: BidsRoute })

function BidsRoute() {
  return <MyBidsPage rebid={(offer) => <RebidNow {...offer} />} />
}
