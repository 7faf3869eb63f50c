/** The cells that move: what a lot costs now, and how long it can be bid on. */

import { Link } from '@tanstack/react-router'
import type { LotState } from '@vendue/sdk'
import { buttonClass } from '@vendue/ui/button'
import { Clock, End } from '@vendue/ui/clock'
import { Price } from '@vendue/ui/price'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'

export interface LiveCell {
  readonly listed: LotState
}

export function LivePrice({ listed }: LiveCell) {
  const state = useCurrentState(listed)
  return (
    <Price
      minor={state.hammer_price_minor ?? state.price_minor}
      currency={state.currency}
      size={22}
      isLive
    />
  )
}

export function LiveTime({ listed }: LiveCell) {
  const state = useCurrentState(listed)
  return (
    <span className="grid justify-items-start gap-1">
      {state.status === 'live' ? (
        <Clock endsAt={state.ends_at} size={18} />
      ) : (
        <LotOutcome state={state} />
      )}
      <span className="text-13 text-muted">
        <End endsAt={state.closed_at ?? state.ends_at} hasZone />
      </span>
    </span>
  )
}

export function LiveBids({ listed }: LiveCell) {
  const { t } = useTranslation()
  return <>{t('bids', counted(useCurrentState(listed).bid_count))}</>
}

export function ReserveStanding({ listed }: LiveCell) {
  const { t } = useTranslation('compare')
  return <>{t(`reserves.${useCurrentState(listed).reserve}`)}</>
}

export function WayToBid({ listed }: LiveCell) {
  const { t } = useTranslation('compare')
  const { lot_id, status } = useCurrentState(listed)
  const isLive = status === 'live'
  return (
    <Link
      to="/lot/$lotId"
      params={{ lotId: lot_id }}
      {...(isLive && { hash: 'bid' })}
      className={`${buttonClass(isLive ? 'solid' : 'outlined')} px-3!`}
    >
      {t(isLive ? 'toBid' : 'toLot')}
    </Link>
  )
}
