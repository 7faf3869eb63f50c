/** The cells that move: what a lot costs now, and how long it can be bid on. */

import type { LotState } from '@vendue/sdk'
import { Clock, End } from '@vendue/ui/clock'
import { Price } from '@vendue/ui/price'
import { formatMoney } from '@vendue/ui/values/money'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useCostsAt } from '@/shared/lots/costs'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'

interface LiveCell {
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

export function TotalAtPrice({ listed }: LiveCell) {
  const { t } = useTranslation('compare')
  const language = useLanguage()
  const state = useCurrentState(listed)
  const costs = useCostsAt(state.lot_id, state.hammer_price_minor ?? state.price_minor)
  if (costs === undefined) return <>…</>
  const total = formatMoney(costs.total_minor, costs.currency, language, 'always')
  return (
    <span className="figures">
      {costs.shipping_minor === null ? t('unshipped', { total }) : total}
    </span>
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
