/** From and to, in one currency. The search follows once typing comes to rest, or the field is left. */

import { AmountField } from '@vendue/ui/amount-field'
import { Facet } from '@vendue/ui/facet'
import { type Amount, parseAmount } from '@vendue/ui/values/amount'
import { moneyParts } from '@vendue/ui/values/money'
import { type FormEvent, useEffect, useRef, useState } from 'react'

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

interface Typed {
  readonly from: string
  readonly to: string
  readonly currency: string
}

/** What prices are asked in where nobody has said otherwise. */
const USUAL_CURRENCY = 'EUR'
/** Whoever pauses so long while typing wants to see what there is. */
const REST_MS = 500

export function PriceFacet({ filters, onChange }: PriceFacetProps) {
  const { t } = useTranslation('search')
  const { price_from_minor, price_to_minor } = filters
  const own = useMe()?.currency
  const [chosen, setChosen] = useState<string>()
  const currency = filters.currency ?? chosen ?? own ?? USUAL_CURRENCY
  const from = useWritten(price_from_minor, currency)
  const to = useWritten(price_to_minor, currency)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  const typed = { from: from.text, to: to.text, currency }
  const apply = (typed: Typed) => {
    clearTimeout(rest.current)
    const least = minorOf(parseAmount(typed.from, typed.currency))
    const most = minorOf(parseAmount(typed.to, typed.currency))
    if (least === null || most === null) return
    from.asked.current = least
    to.asked.current = most
    const isSame = least === price_from_minor && most === price_to_minor
    if (isSame && typed.currency === currency) return
    // Said in the address, which others may open who reckon otherwise.
    const asked = (least ?? most) === undefined ? undefined : typed.currency
    onChange((before) => ({
      ...before,
      price_from_minor: least,
      price_to_minor: most,
      currency: asked,
    }))
  }
  const applyAtRest = (typed: Typed) => {
    clearTimeout(rest.current)
    rest.current = setTimeout(() => apply(typed), REST_MS)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply(typed)
  }
  return (
    <Facet title={t('price')}>
      <form className="grid grid-cols-2 gap-2 pt-1" onSubmit={submit} onBlur={() => apply(typed)}>
        <AmountField
          size="small"
          isLabelHidden
          label={t('from')}
          placeholder={t('from')}
          currency={currency}
          value={from.text}
          onChange={(text) => {
            from.setText(text)
            applyAtRest({ ...typed, from: text })
          }}
        />
        <AmountField
          size="small"
          isLabelHidden
          label={t('to')}
          placeholder={t('to')}
          currency={currency}
          value={to.text}
          onChange={(text) => {
            to.setText(text)
            applyAtRest({ ...typed, to: text })
          }}
        />
        <CurrencyField
          currency={currency}
          onCurrency={(next) => {
            setChosen(next)
            apply({ ...typed, currency: next })
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
  const [text, setText] = useState(written)
  // What this field asked for itself is not written over it: somebody may be typing on.
  const asked = useRef<number | undefined>(minor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the address says counts
  useEffect(() => {
    if (minor !== asked.current) setText(written())
    asked.current = minor
  }, [minor])
  return { text, setText, asked }
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
