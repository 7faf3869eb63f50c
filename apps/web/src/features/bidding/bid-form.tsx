/** Choosing a maximum: the field, three steps, what it costs in all, and the button. */

import { AmountField } from '@vendue/ui/amount-field'
import { formatMoney } from '@vendue/ui/values/money'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { AmountSteps } from './amount-steps'
import { BidButton } from './bid-button'
import { BidCosts } from './bid-costs'
import type { BidPanelProps } from './bid-panel'
import { BuyNow } from './buy-now'
import { FinePrint } from './fine-print'
import type { Bidding } from './use-bidding'
import { useKeptFocus } from './use-kept-focus'

export function BidForm({ bidding, panel }: BidPanelProps) {
  const { t } = useTranslation('bid-form')
  const { amount, state, standing, leave } = bidding
  useKeptFocus(panel)
  const isRaise = standing === 'leading'
  const form = useRef<HTMLFormElement>(null)
  // Whoever asked for the field, or comes back from signing in, came to write in it.
  const isWanted = amount.isFree || amount.isBrought
  useEffect(() => {
    if (isWanted) form.current?.querySelector('input')?.focus()
  }, [isWanted])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    bidding.submit()
  }
  return (
    <form ref={form} className="grid gap-4" onSubmit={submit} noValidate>
      <AmountField
        label={t(isRaise ? 'field.raise' : 'field.maximum')}
        currency={state.currency}
        value={amount.text}
        onChange={(text, read) => {
          leave()
          amount.type(text, read)
        }}
        help={<Help bidding={bidding} />}
        error={useTooLow(bidding)}
        enterKeyHint="done"
      />
      <AmountSteps bidding={bidding} />
      <BidCosts bidding={bidding} first={t(isRaise ? 'cost.reaches' : 'cost.bid')} />
      <BidButton bidding={bidding} panel={panel} />
      <FinePrint bidding={bidding} />
      <BuyNow bidding={bidding} />
    </form>
  )
}

/** The least that would do, and what the field was understood to say. */
function Help({ bidding: { amount, standing, own, leastMinor, state } }: { bidding: Bidding }) {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const money = (minor: number) => formatMoney(minor, state.currency, language)
  const isReserveOpen = state.reserve === 'not_met'
  const maximum = own.maximumMinor ?? 0
  // A raise moves the price where the reserve is still to be met, or where the maximum held it down.
  const mayMove = isReserveOpen || state.price_minor >= maximum
  const least =
    standing === 'leading'
      ? t(mayMove ? 'field.more' : 'field.above', { amount: money(maximum) })
      : t('field.least', { amount: money(leastMinor) })
  const understood =
    amount.isOwn &&
    amount.minor !== null &&
    t('field.understood', {
      amount: formatMoney(amount.minor, state.currency, language, 'always'),
    })
  return (
    <>
      {least} {understood} {isReserveOpen && t('field.reserve')}
    </>
  )
}

function useTooLow({ amount, leastMinor, own, standing, state }: Bidding): string | undefined {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  if (amount.minor === null || amount.minor >= leastMinor) return undefined
  if (standing === 'leading') {
    const maximum = formatMoney(own.maximumMinor ?? 0, state.currency, language)
    return t('field.notAbove', { amount: maximum })
  }
  return t('field.tooLow', { amount: formatMoney(leastMinor, state.currency, language) })
}
