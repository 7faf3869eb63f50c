import { createFileRoute } from '@tanstack/react-router'

import { AuctionPage } from '@/features/sales/auction-page'

export const Route = createFileRoute('/auction/$auctionId')({ component: AuctionRoute })

function AuctionRoute() {
  const { auctionId } = Route.useParams()
  return <AuctionPage key={auctionId} auctionId={auctionId} />
}
