/** One press to be back in front, on pages that list lots: the amount and its total are named. */

import type { Costs } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { Button } from '@vendue/ui/button'
import { formatMoney } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { isOnItsWay } from './attempt'
import { type Attempts, useAttempt } from './use-attempt'
import { useLink } from './use-link'
import { useRefusal } from './use-refusal'

export interface RebidNowProps {
  readonly lotId: string
  readonly title: string
  readonly amountMinor: number
  readonly currency: string
  readonly costs: Costs | undefined
}

export function RebidNow({ lotId, title, amountMinor, currency, costs }: RebidNowProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const attempts = useAttempt(lotId)
  const { attempt, begin, askAgain } = attempts
  const { isLive } = useLotState(lotId)
  const link = useLink(lotId, isLive)
  const amount = formatMoney(amountMinor, currency, language)
  const isKnown = costs?.hammer_minor === amountMinor
  const canBid = isKnown && link.kind !== 'stale' && !isOnItsWay(attempt)
  if (attempt.step === 'unknown') {
    return (
      <div className="grid gap-1">
        <Button className="w-full" disabled={attempt.isAsking} onClick={askAgain}>
          {t(attempt.isAsking ? 'unknown.asking' : 'unknown.ask')}
        </Button>
        <RebidNote attempts={attempts} currency={currency} />
      </div>
    )
  }
  return (
    <div className="grid gap-1">
      <Button
        look="solid"
        className="w-full figures"
        disabled={!canBid}
        aria-label={`${t('button.rebid', { amount })}: ${title}`}
        onClick={() => begin('bid', amountMinor, null)}
      >
        {attempt.step === 'sending' ? t('sending.button') : t('button.rebid', { amount })}
      </Button>
      <p className="text-13 text-muted figures full:text-end">
        {link.kind === 'stale'
          ? t('stale.title')
          : isKnown &&
            t(costs.shipping_minor === null ? 'button.bindsUnshipped' : 'button.binds', {
              total: formatMoney(costs.total_minor, currency, language, 'always'),
            })}
      </p>
      <RebidNote attempts={attempts} currency={currency} />
    </div>
  )
}

/** What became of the press, where that is not seen from the row itself. */
function RebidNote({ attempts, currency }: { attempts: Attempts; currency: string }) {
  const { t } = useTranslation('bidding')
  const { attempt } = attempts
  const refusal = useRefusal(attempt.step === 'refused' ? attempt.refusal : null, currency)
  return (
    <p className="text-13 text-danger full:text-end" role="status">
      {attempt.step === 'unknown' ? t('unknown.text') : refusal}
    </p>
  )
}
