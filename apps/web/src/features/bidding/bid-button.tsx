/** The button that binds. It names its amount, what that comes to in all, and that it binds to pay. */

import { Button } from '@vendue/ui/button'
import { useWords } from '@vendue/ui/language'
import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { timesOf } from './amounts'
import type { Attempt } from './attempt'
import { BidButtonText, Binding } from './bid-button-text'
import type { BidPanelProps } from './bid-panel'
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
        className="min-h-15! flex-col gap-0.5! py-2"
        onClick={bidding.confirm}
        aria-disabled={link.kind === 'stale'}
        autoFocus
      >
        <span className="figures">{t('doubt.yes', { amount })}</span>
        <Binding bidding={bidding} costs={bidding.costsAt.at(amountMinor)} />
      </Button>
      <Button onClick={bidding.leave}>{t('doubt.no')}</Button>
    </div>
  )
}
