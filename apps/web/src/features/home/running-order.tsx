/** What comes under the hammer next: a timetable, so the time stands first. */

import { Link } from '@tanstack/react-router'
import { Clock, End } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import { StandingBadge } from '@vendue/ui/standing'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { useMyStanding } from '@/shared/lots/standings'

import type { OpenLot } from './use-room'

export interface RunningOrderProps {
  readonly lots: readonly OpenLot[]
  readonly onHold: (isHeld: boolean) => void
}

export function RunningOrder({ lots, onHold }: RunningOrderProps) {
  const { t } = useTranslation('home')
  return (
    <section aria-labelledby="next">
      <div className="flex items-baseline justify-between gap-4 border-b border-ink pb-3">
        <h2 id="next" className="text-28!">
          {t('next')}
        </h2>
        <Link to="/search" className="link py-3 text-14 whitespace-nowrap">
          {t('all')}
        </Link>
      </div>
      <ol
        className="order-list"
        onPointerEnter={() => onHold(true)}
        onPointerLeave={() => onHold(false)}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
      >
        {lots.map((lot) => (
          <OrderRow key={lot.lot_id} lot={lot} />
        ))}
      </ol>
    </section>
  )
}

function OrderRow({ lot }: { lot: OpenLot }) {
  const { t } = useTranslation(['home', 'common'])
  const state = useCurrentState(lot.state)
  const standing = useMyStanding(lot.lot_id)
  const isOpen = state.status === 'live'
  return (
    <li>
      <span className="order-when">
        <b>
          <End endsAt={state.closed_at ?? state.ends_at} />
        </b>
        <span className="text-muted">
          {isOpen ? <Clock endsAt={state.ends_at} size={16} /> : <LotOutcome state={state} />}
        </span>
      </span>
      <Plate
        seed={lot.lot_id}
        picture={lot.photograph}
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
        <p className="hidden text-13 text-muted wide:block figures">
          {t('common:bids', counted(state.bid_count))}
        </p>
      </div>
      <div className="order-price">
        <Price
          minor={state.hammer_price_minor ?? state.price_minor}
          currency={state.currency}
          size={18}
          isLive
        />
        {standing !== null && <StandingBadge standing={standing} />}
      </div>
    </li>
  )
}
