/** A sale of many lots, with some of them on a shelf. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Auction, AuctionLot } from '@vendue/sdk'
import { listAuctionLotsOptions } from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import type { CSSProperties } from 'react'
import { FactLine } from '@/shared/fact-line'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { pictureOf } from '@/shared/lots/picture'

const ON_SHELF = 4
/** The pictures stand on one board like things of several heights. */
const SHAPES = [
  [1.55, 1.16],
  [1.2, 0.82],
  [0.95, 0.6],
  [1.1, 0.72],
] as const

export function FeaturedSale({ auction }: { auction: Auction }) {
  const { t } = useTranslation(['home', 'common'])
  const lots = useQuery(
    listAuctionLotsOptions({ path: { auction_id: auction.auction_id }, query: { limit: 12 } }),
  )
  const shelf = (lots.data?.items ?? []).filter(({ thumbnail }) => thumbnail !== null)
  return (
    <section
      className="mt-12 bg-sunk py-12 wide:mt-18 wide:pt-18 wide:pb-14"
      aria-labelledby="sale"
    >
      <div className="wrap wide:grid wide:grid-cols-[4fr_8fr] wide:items-end wide:gap-12">
        <div>
          <p className="text-14 text-muted">
            {t(auction.status === 'live' ? 'sale.live' : 'sale.soon')}
          </p>
          <h2 id="sale" className="mt-1.5 mb-4 wide:text-46!">
            {auction.title}
          </h2>
          <p className="line-clamp-4 max-w-[34ch]">{auction.description}</p>
          <dl className="my-6 max-w-104 text-14">
            <FactLine name={t('sale.lots')}>
              {t('common:lots', counted(auction.lot_count))}
            </FactLine>
            <FactLine name={t('sale.starts')}>
              <End endsAt={auction.starts_at} hasZone />
            </FactLine>
            <FactLine name={t('sale.firstEnds')}>
              <End endsAt={auction.ends_at} hasZone />
            </FactLine>
          </dl>
          <Link
            to="/auction/$auctionId"
            params={{ auctionId: auction.auction_id }}
            className={buttonClass('solid')}
          >
            {t('sale.open')}
          </Link>
        </div>
        <Shelf lots={shelf.slice(0, ON_SHELF)} />
      </div>
    </section>
  )
}

function Shelf({ lots }: { lots: readonly AuctionLot[] }) {
  return (
    <div className="mt-8">
      <div className="flex items-end gap-3 border-b-2 border-ink wide:gap-4">
        {lots.map((lot, place) => (
          <Link
            key={lot.lot_id}
            to="/lot/$lotId"
            params={{ lotId: lot.lot_id }}
            aria-label={lot.title}
            // Four captions side by side are too narrow to read on a phone.
            className={`min-w-0 ${place === 3 ? 'hidden wide:block' : 'block'}`}
            style={{ flex: `${SHAPES[place]?.[0] ?? 1} 1 0` }}
          >
            <Plate
              seed={lot.lot_id}
              picture={pictureOf(lot.thumbnail)}
              alt=""
              sizes="(min-width: 900px) 280px, 30vw"
              className="aspect-(--shape)! rounded-b-none!"
              style={{ '--shape': SHAPES[place]?.[1] } as CSSProperties}
            />
          </Link>
        ))}
      </div>
      <div className="flex gap-3 wide:gap-4">
        {lots.map((lot, place) => (
          <p
            key={lot.lot_id}
            className={`min-w-0 pt-2.5 text-13 text-muted ${place === 3 ? 'hidden wide:block' : ''}`}
            style={{ flex: `${SHAPES[place]?.[0] ?? 1} 1 0` }}
          >
            <b className="mb-0.5 line-clamp-3 font-display text-16/[1.2] font-medium text-ink">
              {lot.title}
            </b>
            {lot.state !== null && (
              <Price minor={lot.state.price_minor} currency={lot.state.currency} />
            )}
          </p>
        ))}
      </div>
    </div>
  )
}
