/** The facts of a lot as they are now: price, total, bids, and the time that is left. */

import type { LotState } from '@vendue/sdk'
import { Clock, End } from '@vendue/ui/clock'
import { Price } from '@vendue/ui/price'
import { formatMoney } from '@vendue/ui/values/money'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { bidderNumber } from '@/shared/lots/pseudonym'

import { ExtensionNotice } from './extension-notice'
import type { Bidding } from './use-bidding'

export function PanelFacts({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const { state, phase } = bidding
  return (
    <div className="grid gap-4 px-5 pt-5 pb-4 mid:px-6 mid:pt-6">
      <div className="grid gap-1.5">
        <p className="text-14 text-muted">{t(priceLabel(state))}</p>
        <p>
          <Price
            minor={state.hammer_price_minor ?? state.price_minor}
            currency={state.currency}
            size={46}
            isLive
          />
        </p>
        <TotalAtPrice bidding={bidding} />
        <Tally bidding={bidding} />
      </div>
      <div className="grid gap-2">
        <p className="flex min-h-8 flex-wrap items-baseline gap-x-5 gap-y-1">
          {phase === 'open' && <Clock endsAt={state.ends_at} size={28} isAnnounced />}
          {phase === 'falling' && <span className="clock clock-28">{t('falling')}</span>}
          {phase === 'scheduled' && <Clock endsAt={state.starts_at} size={28} />}
          <span className="text-14 text-muted">
            {phase === 'scheduled' && `${t('opens')} `}
            <End
              endsAt={phase === 'scheduled' ? state.starts_at : (state.closed_at ?? state.ends_at)}
              hasZone
            />
          </span>
        </p>
        {phase !== 'closed' && <ExtensionNotice bidding={bidding} />}
      </div>
    </div>
  )
}

function priceLabel(state: LotState) {
  if (state.hammer_price_minor !== null) return 'price.hammer' as const
  if (state.status === 'closed' || state.status === 'cancelled') return 'price.last' as const
  return state.bid_count === 0 ? ('price.start' as const) : ('price.now' as const)
}

/** One line, there from the start, so that nothing moves when the sum arrives. */
function TotalAtPrice({ bidding: { priceCosts, state } }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  if (priceCosts === undefined) return <p className="min-h-5 text-14">{'\u00A0'}</p>
  const key = priceCosts.shipping_minor === null ? 'total.withoutShipping' : 'total.withShipping'
  return (
    <p className="min-h-5 text-14 text-muted figures">
      {t(key, { amount: formatMoney(priceCosts.total_minor, state.currency, language) })}
    </p>
  )
}

function Tally({ bidding: { state, own } }: { bidding: Bidding }) {
  const { t } = useTranslation(['bidding', 'common'])
  // Of the person alone the strip speaks, and of the end what stands below.
  const isNamed = state.status === 'live' && state.leader !== null && state.leader !== own.bidder
  const facts = [
    t('common:bids', counted(state.bid_count)),
    state.reserve === 'none' ? null : t(`reserve.${state.reserve as 'met'}`),
    isNamed ? t('leads', { bidder: t('bidder', bidderNumber(state.leader ?? '')) }) : null,
  ].filter((fact) => fact !== null)
  return (
    <p className="flex flex-wrap gap-x-3 text-14 text-muted figures">
      {facts.map((fact, place) => (
        <span key={fact}>
          {place > 0 && <span className="me-3">·</span>}
          {fact}
        </span>
      ))}
    </p>
  )
}
