import { createFileRoute } from '@tanstack/react-router'
import { getLotOptions } from '@vendue/sdk/react-query'

import { BiddingPlace } from '@/features/bidding/bidding-place'
import { LotPage } from '@/features/lot/lot-page'
import { prepare } from '@/shared/i18n/texts'

interface LotSearch {
  /** A maximum chosen before signing in, in minor units. */
  readonly maximum?: string
}

export const Route = createFileRoute('/lot/$lotId')({
  validateSearch: ({ maximum }: Record<string, unknown>): LotSearch =>
    typeof maximum === 'string' && /^\d{1,15}$/.test(maximum) ? { maximum } : {},
  loader: ({ context, params }) => {
    // Not waited for: the page shows what is missing itself.
    prepare('lot', 'bidding', 'search')
    void context.queryClient.prefetchQuery(getLotOptions({ path: { lot_id: params.lotId } }))
  },
  component: LotRoute,
})

function LotRoute() {
  const { lotId } = Route.useParams()
  const { maximum } = Route.useSearch()
  return (
    <LotPage
      key={lotId}
      lotId={lotId}
      bidding={(lot, published, place) => (
        <BiddingPlace
          lot={lot}
          published={published}
          broughtMinor={maximum === undefined ? null : Number(maximum)}
        >
          {place}
        </BiddingPlace>
      )}
    />
  )
}
