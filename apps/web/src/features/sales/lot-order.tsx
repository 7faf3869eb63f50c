/** The lots of a sale in the order of their numbers. It never changes, whatever their ends do. */

import { Link } from '@tanstack/react-router'
import type { AuctionLot, LotState } from '@vendue/sdk'
import { Clock, End } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import { Badge, StandingBadge } from '@vendue/ui/standing'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { pictureOf } from '@/shared/lots/picture'
import { useMyStanding } from '@/shared/lots/standings'

export function LotOrder({ lots }: { lots: readonly AuctionLot[] }) {
  return (
    <ol className="order-list">
      {lots.map((lot) => lot.state && <LotPlace key={lot.lot_id} lot={lot} listed={lot.state} />)}
    </ol>
  )
}

function LotPlace({ lot, listed }: { lot: AuctionLot; listed: LotState }) {
  const { t } = useTranslation(['sales', 'common'])
  const state = useCurrentState(listed)
  const standing = useMyStanding(lot.lot_id)
  return (
    <li>
      <span className="order-when">
        <b>
          <End endsAt={state.closed_at ?? state.ends_at} />
        </b>
        <span>{state.status === 'live' && <Clock endsAt={state.ends_at} />}</span>
      </span>
      <Plate
        seed={lot.lot_id}
        picture={pictureOf(lot.thumbnail)}
        alt=""
        sizes="56px"
        className="order-plate"
      />
      <div>
        <p className="order-title">
          <Link to="/lot/$lotId" params={{ lotId: lot.lot_id }}>
            {lot.title}
          </Link>
        </p>
        <p className="hidden flex-wrap items-center gap-x-2 text-13 text-muted figures wide:flex">
          {t('number', { number: lot.position })} · {t('common:bids', counted(state.bid_count))}
          {state.extension_count > 0 && state.status === 'live' && (
            <Badge tone="info">{t('extended')}</Badge>
          )}
        </p>
      </div>
      <div className="order-price">
        <Price
          minor={state.hammer_price_minor ?? state.price_minor}
          currency={state.currency}
          size={18}
          isLive
        />
        {standing === null ? <LotOutcome state={state} /> : <StandingBadge standing={standing} />}
      </div>
    </li>
  )
}
