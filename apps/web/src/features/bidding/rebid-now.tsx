/** One press to be back in front, on pages that list lots: the amount and its total are named. */

import type { Costs } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { Button } from '@vendue/ui/button'
import { formatMoney } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { isOnItsWay } from './attempt'
import { type Attempts, useAttempt } from './use-attempt'
import { useJustChanged } from './use-just-changed'
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
  const { isLive } = useLotState(lotId)
  const link = useLink(lotId, isLive)
  const attempts = useAttempt(lotId, link.kind !== 'stale')
  const { attempt, begin, askAgain } = attempts
  const hasJustChanged = useJustChanged(amountMinor)
  const amount = formatMoney(amountMinor, currency, language)
  const isKnown = costs?.hammer_minor === amountMinor
  const canBid = isKnown && link.kind !== 'stale' && !isOnItsWay(attempt)
  if (attempt.step === 'unknown') {
    return (
      <div className="grid gap-1">
        <Button className="w-full" aria-disabled={attempt.isAsking} onClick={askAgain}>
          {t(attempt.isAsking ? 'unknown.asking' : 'unknown.ask')}
        </Button>
        <RebidNote attempts={attempts} currency={currency} />
      </div>
    )
  }
  if (attempt.step === 'doubted') {
    return (
      <ChangedMeanwhile
        attempts={attempts}
        least={amount}
        meant={formatMoney(attempt.intent.amountMinor, currency, language)}
        isStale={link.kind === 'stale'}
      />
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
          if (canBid) begin('bid', amountMinor, hasJustChanged() ? 'just_changed' : null)
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
      <RebidNote attempts={attempts} currency={currency} />
    </div>
  )
}

interface ChangedMeanwhileProps {
  readonly attempts: Attempts
  readonly least: string
  readonly meant: string
  readonly isStale: boolean
}

/** The amount moved as it was pressed: the one before may have been meant. */
function ChangedMeanwhile({ attempts, least, meant, isStale }: ChangedMeanwhileProps) {
  const { t } = useTranslation('bidding')
  return (
    <div className="grid gap-2" role="alertdialog" aria-label={t('doubt.title')}>
      <p className="text-13">{t('doubt.changed', { least, amount: meant })}</p>
      {isStale && <p className="text-13">{t('stale.wait')}</p>}
      <Button
        look="solid"
        className="w-full figures"
        aria-disabled={isStale}
        onClick={attempts.confirm}
        autoFocus
      >
        {t('doubt.yes', { amount: meant })}
      </Button>
      <Button className="w-full" onClick={attempts.leave}>
        {t('doubt.not')}
      </Button>
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
