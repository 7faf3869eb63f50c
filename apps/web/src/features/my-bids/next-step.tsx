/** What is left to do about a lot: bid again, raise, look at what is owed, or look further. */

import { Link } from '@tanstack/react-router'
import type { BidderStanding, Costs, LotState, MyBid } from '@vendue/sdk'
import { buttonClass } from '@vendue/ui/button'
import { formatMoney } from '@vendue/ui/values/money'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { isAtMaximum } from './standing'

/** What bids again at an amount that it names; another part of the app knows how. */
interface RebidOffer {
  readonly lotId: string
  readonly title: string
  readonly amountMinor: number
  readonly currency: string
  /** What the amount comes to in all; undefined until it is known. */
  readonly costs: Costs | undefined
}

export type RenderRebid = (offer: RebidOffer) => ReactNode

export interface NextStepProps {
  readonly bid: MyBid
  readonly state: LotState
  readonly standing: BidderStanding
  readonly costs: Costs | undefined
  readonly rebid: RenderRebid
}

export function NextStep({ bid, state, standing, costs, rebid }: NextStepProps) {
  const { t } = useTranslation('bids')
  const language = useLanguage()
  const { lot_id: lotId, lot_title: title } = bid
  if (standing === 'outbid') {
    return rebid({
      lotId,
      title,
      amountMinor: state.minimum_bid_minor,
      currency: state.currency,
      costs,
    })
  }
  if (standing === 'lost') {
    return (
      <Link
        to="/search"
        search={{ words: title.slice(0, 100), sort: 'relevance' }}
        className={`${buttonClass('outlined')} w-full`}
        aria-label={t('next.similarTo', { title })}
      >
        {t('next.similar')}
      </Link>
    )
  }
  const owed = costs && formatMoney(costs.total_minor, costs.currency, language)
  return (
    <div className="grid gap-1">
      <Link
        to="/lot/$lotId"
        params={{ lotId }}
        className={`${buttonClass('outlined')} w-full`}
        aria-label={t(standing === 'won' ? 'next.settleOf' : 'next.raiseOf', { title })}
      >
        {t(standing === 'won' ? 'next.settle' : 'next.raise')}
      </Link>
      {standing === 'leading' && isAtMaximum(bid, state) && (
        <p className="text-13 text-muted full:text-end">{t('next.atMaximum')}</p>
      )}
      {standing === 'won' && owed !== undefined && costs?.shipping_minor === null && (
        <p className="text-13 text-muted full:text-end">{t('next.unshipped')}</p>
      )}
    </div>
  )
}
