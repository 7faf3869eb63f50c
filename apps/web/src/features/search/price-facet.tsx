/** From and to, in the currency of the lots. The search moves when a field is left. */

import { AmountField } from '@vendue/ui/amount-field'
import { Facet } from '@vendue/ui/facet'
import { type Amount, parseAmount } from '@vendue/ui/values/amount'
import { formatMoney } from '@vendue/ui/values/money'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { type Filters, present } from './filters'

export interface PriceFacetProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

export function PriceFacet({ filters, onChange }: PriceFacetProps) {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const currency = filters.currency ?? 'EUR'
  const written = (minor: number | undefined) =>
    minor === undefined ? '' : formatMoney(minor, currency, language).slice(0, -2)
  const [from, setFrom] = useState(written(filters.price_from_minor))
  const [to, setTo] = useState(written(filters.price_to_minor))
  // The address may change elsewhere: by a chip, or by going back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the address says counts
  useEffect(() => {
    setFrom(written(filters.price_from_minor))
    setTo(written(filters.price_to_minor))
  }, [filters.price_from_minor, filters.price_to_minor, currency])
  const apply = () => {
    const least = minorOf(parseAmount(from, currency))
    const most = minorOf(parseAmount(to, currency))
    if (least === null || most === null) return
    if (least === filters.price_from_minor && most === filters.price_to_minor) return
    onChange(present({ ...filters, price_from_minor: least, price_to_minor: most }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <Facet title={t('price')}>
      <form className="grid grid-cols-2 gap-2 pt-1" onSubmit={submit} onBlur={apply}>
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
        <button type="submit" className="visually-hidden">
          {t('apply')}
        </button>
      </form>
    </Facet>
  )
}

/** Nothing where nothing was typed; null where it cannot be understood yet. */
function minorOf(amount: Amount): number | undefined | null {
  if (amount.kind === 'empty') return undefined
  return amount.kind === 'amount' ? amount.minor : null
}
