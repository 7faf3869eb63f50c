/** What comes after this lot in its sale. */

import { Link } from '@tanstack/react-router'

import { useTranslation } from '@/shared/i18n/translation'
import { LiveCard } from '@/shared/lots/lot-tile'
import { pictureOf } from '@/shared/lots/picture'

import type { Sale } from './use-sale'

export default function NextLots({ sale }: { sale: Sale }) {
  const { t } = useTranslation('lot-details')
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
          ({ lot_id, position, title, thumbnail, state }) =>
            state !== null && (
              <LiveCard
                key={lot_id}
                title={title}
                picture={pictureOf(thumbnail)}
                over={t('number', { number: position })}
                listed={state}
              />
            ),
        )}
      </div>
    </section>
  )
}
