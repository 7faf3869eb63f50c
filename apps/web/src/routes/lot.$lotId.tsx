import { createFileRoute } from '@tanstack/react-router'
import { getLotOptions } from '@vendue/sdk/react-query'

import { BiddingPlace } from '@/features/bidding/bidding-place'
import { LotPage } from '@/features/lot/lot-page'
import { prepare } from '@/shared/i18n/texts'

export const Route = createFileRoute('/lot/$lotId')({
  loader: ({ context, params }) => {
    // Not waited for: the page shows what is missing itself.
    prepare('lot', 'bidding')
    // On a wide screen the form is seen at once; on a phone it lies below the first screen.
    if (matchMedia('(min-width: 900px)').matches) {
      prepare('bid-form')
      void import('@/features/bidding/bid-action')
    }
    void context.queryClient.prefetchQuery(getLotOptions({ path: { lot_id: params.lotId } }))
  },
  component: LotRoute,
})

function LotRoute() {
  const { lotId } = Route.useParams()
  return (
    <LotPage
      key={lotId}
      lotId={lotId}
      bidding={(lot, place) => <BiddingPlace lot={lot}>{place}</BiddingPlace>}
    />
  )
}
