/** What comes after this lot in its sale. */

import { Link } from '@tanstack/react-router'
import type { AuctionLot, LotState } from '@vendue/sdk'
import { LotCard } from '@vendue/ui/lot-card'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { pictureOf } from '@/shared/lots/picture'
import { useMyStanding } from '@/shared/lots/standings'
import { WatchButton } from '@/shared/lots/watch-button'

import type { Sale } from './use-sale'

export function NextLots({ sale }: { sale: Sale | null }) {
  const { t } = useTranslation('lot')
  if (sale === null || sale.coming.length === 0) return null
  return (
    <section className="pt-12 wide:pt-18" aria-labelledby="next-lots">
      <div className="mb-6 flex items-end justify-between gap-4 border-b border-ink pb-3 wide:items-baseline">
        <h2 id="next-lots" className="text-28!">
          {t('nextInSale')}
        </h2>
        <Link
          to="/auction/$auctionId"
          params={{ auctionId: sale.auction.auction_id }}
          className="link py-3 text-14 whitespace-nowrap"
        >
          {t('wholeSale')}
        </Link>
      </div>
      <div className="lot-grid">
        {sale.coming.map(
          (lot) => lot.state !== null && <NextLot key={lot.lot_id} lot={lot} listed={lot.state} />,
        )}
      </div>
    </section>
  )
}

function NextLot({ lot, listed }: { lot: AuctionLot; listed: LotState }) {
  const { t } = useTranslation(['lot', 'common'])
  const state = useCurrentState(listed)
  const standing = useMyStanding(lot.lot_id)
  return (
    <LotCard
      lotId={lot.lot_id}
      picture={pictureOf(lot.thumbnail)}
      over={t('number', { number: lot.position })}
      title={
        <Link to="/lot/$lotId" params={{ lotId: lot.lot_id }}>
          {lot.title}
        </Link>
      }
      priceMinor={state.hammer_price_minor ?? state.price_minor}
      currency={state.currency}
      endsAt={state.closed_at ?? state.ends_at}
      isOpen={state.status === 'live'}
      bids={t('common:bids', counted(state.bid_count))}
      standing={standing}
      result={<LotOutcome state={state} />}
      watch={<WatchButton lotId={lot.lot_id} title={lot.title} />}
    />
  )
}
