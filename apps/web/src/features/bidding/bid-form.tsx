/** Choosing a maximum: the field, three steps, what it costs in all, and the button. */

import { AmountField } from '@vendue/ui/amount-field'
import { formatMoney } from '@vendue/ui/values/money'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { AmountSteps } from './amount-steps'
import { BidButton } from './bid-button'
import { BuyNow } from './buy-now'
import { CostLedger } from './cost-ledger'
import { FinePrint } from './fine-print'
import type { Bidding } from './use-bidding'

export function BidForm({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const { amount, costs, state, standing, leave } = bidding
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
        onChange={(text) => {
          leave()
          amount.type(text)
        }}
        help={<Help bidding={bidding} />}
        error={useTooLow(bidding)}
        enterKeyHint="done"
      />
      <AmountSteps bidding={bidding} />
      <CostLedger
        costs={costs}
        currency={state.currency}
        first={t(isRaise ? 'cost.reaches' : 'cost.bid')}
        total={t('cost.atMost')}
      />
      <BidButton bidding={bidding} />
      <FinePrint bidding={bidding} />
      <BuyNow bidding={bidding} />
    </form>
  )
}

/** The least that would do, and what the field was understood to say. */
function Help({ bidding: { amount, standing, own, leastMinor, state } }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const money = (minor: number) => formatMoney(minor, state.currency, language)
  const least =
    standing === 'leading'
      ? t('field.above', { amount: money(own.maximumMinor ?? 0) })
      : t('field.least', { amount: money(leastMinor) })
  if (!amount.isOwn || amount.minor === null) return <>{least}</>
  const understood = formatMoney(amount.minor, state.currency, language, 'always')
  return (
    <>
      {least} {t('field.understood', { amount: understood })}
    </>
  )
}

function useTooLow({ amount, leastMinor, own, standing, state }: Bidding): string | undefined {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  if (amount.minor === null || amount.minor >= leastMinor) return undefined
  if (standing === 'leading') {
    const maximum = formatMoney(own.maximumMinor ?? 0, state.currency, language)
    return t('field.notAbove', { amount: maximum })
  }
  return t('field.tooLow', { amount: formatMoney(leastMinor, state.currency, language) })
}
