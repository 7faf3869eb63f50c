/** From and to, in one currency. The search moves when a field is left. */

import { AmountField } from '@vendue/ui/amount-field'
import { Facet } from '@vendue/ui/facet'
import { type Amount, parseAmount } from '@vendue/ui/values/amount'
import { moneyParts } from '@vendue/ui/values/money'
import { type FormEvent, useEffect, useState } from 'react'

import { SelectField } from '@/shared/forms/select-field'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useMeta } from '@/shared/market/meta'
import { useMe } from '@/shared/session/session'

import type { ChangeFilters, Filters } from './filters'

export interface PriceFacetProps {
  readonly filters: Filters
  readonly onChange: ChangeFilters
}

/** What prices are asked in where nobody has said otherwise. */
const USUAL_CURRENCY = 'EUR'

export function PriceFacet({ filters, onChange }: PriceFacetProps) {
  const { t } = useTranslation('search')
  const { price_from_minor, price_to_minor } = filters
  const own = useMe()?.currency
  const [chosen, setChosen] = useState<string>()
  const currency = filters.currency ?? chosen ?? own ?? USUAL_CURRENCY
  const [from, setFrom] = useWritten(price_from_minor, currency)
  const [to, setTo] = useWritten(price_to_minor, currency)
  const apply = (inCurrency = currency) => {
    const least = minorOf(parseAmount(from, inCurrency))
    const most = minorOf(parseAmount(to, inCurrency))
    if (least === null || most === null) return
    const isSame = least === price_from_minor && most === price_to_minor
    if (isSame && inCurrency === currency) return
    // Said in the address, which others may open who reckon otherwise.
    const asked = least === undefined && most === undefined ? undefined : inCurrency
    onChange((before) => ({
      ...before,
      price_from_minor: least,
      price_to_minor: most,
      currency: asked,
    }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <Facet title={t('price')}>
      <form className="grid grid-cols-2 gap-2 pt-1" onSubmit={submit} onBlur={() => apply()}>
        <AmountField
          size="small"
          isLabelHidden
          label={t('from')}
          placeholder={t('from')}
          currency={currency}
          value={from}
          onChange={setFrom}
        />
        <AmountField
          size="small"
          isLabelHidden
          label={t('to')}
          placeholder={t('to')}
          currency={currency}
          value={to}
          onChange={setTo}
        />
        <CurrencyField
          currency={currency}
          onCurrency={(next) => {
            setChosen(next)
            apply(next)
          }}
        />
        <button type="submit" className="visually-hidden">
          {t('apply')}
        </button>
      </form>
    </Facet>
  )
}

/** What stands in a field: as typed, until the address says otherwise, by a chip or by going back. */
function useWritten(minor: number | undefined, currency: string) {
  const language = useLanguage()
  const written = () => {
    if (minor === undefined) return ''
    const { whole, cents } = moneyParts(minor, currency, language)
    return whole + cents
  }
  const state = useState(written)
  const [, setText] = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the address says counts
  useEffect(() => setText(written()), [minor])
  return state
}

interface CurrencyFieldProps {
  readonly currency: string
  readonly onCurrency: (currency: string) => void
}

function CurrencyField({ currency, onCurrency }: CurrencyFieldProps) {
  const { t } = useTranslation('search')
  const offered = useMeta()?.currencies.map(({ code }) => code) ?? []
  if (offered.length < 2) return null
  return (
    <div className="col-span-2">
      <SelectField
        label={t('currency')}
        isLabelHidden
        size="small"
        value={currency}
        choices={offered.map((code) => ({ value: code, label: code }))}
        onChange={onCurrency}
      />
    </div>
  )
}

/** Nothing where nothing was typed; null where it cannot be understood yet. */
function minorOf(amount: Amount): number | undefined | null {
  if (amount.kind === 'empty') return undefined
  return amount.kind === 'amount' ? amount.minor : null
}
