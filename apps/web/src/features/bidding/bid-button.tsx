/** The button that binds. It names its amount, what that comes to in all, and that it binds to pay. */

import { Button } from '@vendue/ui/button'
import { useWords } from '@vendue/ui/language'
import { formatMoney } from '@vendue/ui/values/money'
import { ArrowUp } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { timesOf } from './amounts'
import type { Attempt } from './attempt'
import type { BidPanelProps } from './bid-panel'
import type { Standing } from './standing'
import type { Bidding } from './use-bidding'
import { useKeptFocus } from './use-kept-focus'

export function BidButton({ bidding, panel }: BidPanelProps) {
  const { t } = useTranslation('bidding')
  const words = useWords()
  const { attempt, standing, read } = bidding
  if (attempt.step === 'doubted') {
    return <Doubt bidding={bidding} panel={panel} attempt={attempt} />
  }
  if (attempt.step === 'unknown') {
    return (
      <Button
        size="main"
        className="min-h-15!"
        // Not `disabled`, here and below: that would drop the keyboard's focus.
        aria-disabled={attempt.isAsking}
        onClick={bidding.askAgain}
      >
        {t(attempt.isAsking ? 'unknown.asking' : 'unknown.ask')}
      </Button>
    )
  }
  if (read.hasFailed) {
    return (
      <Button size="main" className="min-h-15!" onClick={read.retry}>
        {words.retry}
      </Button>
    )
  }
  // Inside the form Enter bids as well; outside of it the press alone does.
  const isInForm = standing !== 'outbid' || bidding.amount.isFree
  return (
    <Button
      type={isInForm ? 'submit' : 'button'}
      onClick={isInForm ? undefined : bidding.submit}
      look={standing === 'leading' ? 'outlined' : 'solid'}
      size="main"
      className="min-h-15! flex-col gap-0.5! py-2"
      aria-disabled={!bidding.canBid}
    >
      <BidButtonText bidding={bidding} />
    </Button>
  )
}

/** Two lines: the amount, and what it binds to. */
export function BidButtonText({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const { attempt, amount, state, standing, isGuest, phase } = bidding
  if (attempt.step === 'sending') return <>{t('sending.button')}</>
  if (phase === 'falling') return <>{t('falling')}</>
  if (amount.minor === null) return <>{t('button.noAmount')}</>
  const values = { amount: formatMoney(amount.minor, state.currency, language) }
  return (
    <>
      <span className="flex items-center gap-2 figures">
        {standing === 'outbid' && <ArrowUp size={20} strokeWidth={1.8} aria-hidden="true" />}
        {t(isGuest ? 'button.signIn' : `button.${DEEDS[standing] ?? 'bid'}`, values)}
      </span>
      {!isGuest && <Binding bidding={bidding} />}
    </>
  )
}

const DEEDS: Partial<Record<Standing, 'raise' | 'rebid'>> = { leading: 'raise', outbid: 'rebid' }

function Binding({ bidding: { costs, costsAt, state } }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const total =
    costs === undefined ? '…' : formatMoney(costs.total_minor, state.currency, language, 'always')
  if (costs === undefined && costsAt.hasFailed) return <Small>{t('button.bindsUnknown')}</Small>
  return (
    <Small>
      {t(costs?.shipping_minor === null ? 'button.bindsUnshipped' : 'button.binds', { total })}
    </Small>
  )
}

function Small({ children }: { children: string }) {
  return <small className="text-13 leading-tight font-normal figures">{children}</small>
}

interface DoubtProps extends BidPanelProps {
  readonly attempt: Extract<Attempt, { step: 'doubted' }>
}

/** Asked once more: the amount is far above what would do, or changed as it was pressed. */
function Doubt({ bidding, panel, attempt }: DoubtProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const { leastMinor, state, link } = bidding
  useKeptFocus(panel)
  const { amountMinor } = attempt.intent
  const amount = formatMoney(amountMinor, state.currency, language)
  const least = formatMoney(leastMinor, state.currency, language)
  const count = timesOf(amountMinor, leastMinor)
  const times = count.toLocaleString(language)
  return (
    <div
      className="grid gap-3"
      role="alertdialog"
      aria-label={t('doubt.title')}
      aria-describedby="doubt"
    >
      <p id="doubt" className="text-14">
        {t(attempt.doubt === 'far_above' ? 'doubt.farAbove' : 'doubt.changed', {
          count,
          amount,
          least,
          times,
        })}
      </p>
      {link.kind === 'stale' && <p className="text-14 font-medium">{t('stale.wait')}</p>}
      <Button
        look="solid"
        size="main"
        onClick={bidding.confirm}
        aria-disabled={link.kind === 'stale'}
        autoFocus
      >
        {t('doubt.yes', { amount })}
      </Button>
      <Button onClick={bidding.leave}>{t('doubt.no')}</Button>
    </div>
  )
}
