/** One press to be back in front, on pages that list lots: the amount and its total are named. */

import type { Costs } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { Button } from '@vendue/ui/button'
import { formatMoney } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { isOnItsWay } from './attempt'
import { type Attempts, useAttempt } from './use-attempt'
import { useIsSettled } from './use-just-changed'
import { useLink } from './use-link'
import { useRefusal } from './use-refusal'

/** After the amount has moved, so long is given to read it before it can be bid. */
const READ_MS = 1_500

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
  const { state, isLive } = useLotState(lotId)
  const link = useLink(lotId, isLive)
  const attempts = useAttempt(lotId, link.kind !== 'stale')
  const { attempt, begin, askAgain } = attempts
  const isSettled = useIsSettled(amountMinor, READ_MS)
  const amount = formatMoney(amountMinor, currency, language)
  const isKnown = costs?.hammer_minor === amountMinor
  const canBid = isKnown && isSettled && link.kind !== 'stale' && !isOnItsWay(attempt)
  if (attempt.step === 'unknown') {
    return (
      <div className="grid gap-1">
        <Button className="w-full" aria-disabled={attempt.isAsking} onClick={askAgain}>
          {t(attempt.isAsking ? 'unknown.asking' : 'unknown.ask')}
        </Button>
        <RebidNote attempts={attempts} currency={currency} priceMinor={state?.price_minor} />
      </div>
    )
  }
  return (
    <div className="grid gap-1">
      <Button
        look="solid"
        className="w-full figures"
        // Not `disabled`: that would drop the keyboard's focus while the bid is on its way.
        aria-disabled={!canBid}
        aria-label={`${t('button.rebid', { amount })}: ${title}`}
        onClick={() => {
          if (canBid) begin('bid', amountMinor, null)
        }}
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
      <RebidNote attempts={attempts} currency={currency} priceMinor={state?.price_minor} />
    </div>
  )
}

interface RebidNoteProps {
  readonly attempts: Attempts
  readonly currency: string
  readonly priceMinor: number | undefined
}

/** What became of the press, where that is not seen from the row itself. */
function RebidNote({ attempts, currency, priceMinor }: RebidNoteProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const { attempt, placed } = attempts
  const refusal = useRefusal(attempt.step === 'refused' ? attempt.refusal : null, currency)
  const money = (minor: number) => formatMoney(minor, currency, language)
  // Whoever was ahead for a moment has seen the row say so.
  const isBeaten = attempt.step === 'accepted' && placed?.bidder === null
  return (
    <p className="text-13 text-danger full:text-end" role="status">
      {attempt.step === 'unknown' && t('unknown.text')}
      {isBeaten &&
        priceMinor !== undefined &&
        t(priceMinor > placed.maximumMinor ? 'rebidBeaten' : 'rebidTied', {
          amount: money(placed.maximumMinor),
          price: money(priceMinor),
        })}
      {refusal}
    </p>
  )
}
