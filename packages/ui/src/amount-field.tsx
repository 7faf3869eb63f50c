/** A field for money: it says what it understood, and asks where that is not plain. */

import { type InputHTMLAttributes, type ReactNode, useState } from 'react'

import { Button } from './button'
import { Field } from './field'
import { useSurroundings } from './language'
import { type Amount, type AmountFault, parseAmount } from './values/amount'
import type { Language } from './values/language'
import { formatMoney, signOf, writeAmount } from './values/money'

export interface AmountFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'onChange' | 'value'> {
  readonly label: string
  readonly currency: string
  /** What was typed; the owner keeps it, so that nothing is lost when the page changes. */
  readonly value: string
  readonly onChange: (text: string, read: Amount) => void
  readonly help?: ReactNode
  /** From outside, such as a refusal by the server; the field's own reading comes first. */
  readonly error?: ReactNode
  readonly size?: 'small' | 'amount'
  readonly isLabelHidden?: boolean
}

export function AmountField(props: AmountFieldProps) {
  const { label, currency, value, onChange, help, error, size = 'amount', ...rest } = props
  const { isLabelHidden, onBlur, ...input } = rest
  const { language } = useSurroundings()
  // A number that is still being typed is not scolded.
  const [isLeft, setLeft] = useState(false)
  const read = parseAmount(value, currency)
  const take = (text: string) => onChange(text, parseAmount(text, currency))
  const own = isLeft || read.kind === 'ambiguous' ? ownError(read, currency, language) : undefined
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        isLabelHidden={isLabelHidden}
        size={size}
        help={help ?? (size === 'amount' ? echo(read, currency, language) : undefined)}
        error={own ?? error}
        after={<span className="field-unit">{signOf(currency)}</span>}
      >
        {(control) => (
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...input}
            {...control}
            value={value}
            onChange={(event) => {
              setLeft(false)
              take(event.target.value)
            }}
            onBlur={(event) => {
              setLeft(true)
              onBlur?.(event)
            }}
          />
        )}
      </Field>
      {read.kind === 'ambiguous' && (
        <div className="flex flex-wrap gap-2">
          {read.readings.map((minor) => (
            <Button
              key={minor}
              // With its cents it has one reading only.
              onClick={() => take(writeAmount(minor, currency, language, 'always'))}
            >
              {formatMoney(minor, currency, language)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

const UNDERSTOOD: Record<Language, string> = {
  lv: 'Sapratām:',
  en: 'Understood as',
  ru: 'Понято как',
}

const ASKED: Record<Language, (readings: string[]) => string> = {
  lv: (readings) => `Vai tas ir ${readings.join(' vai ')}?`,
  en: (readings) => `Is this ${readings.join(' or ')}?`,
  ru: (readings) => `Это ${readings.join(' или ')}?`,
}

const FAULTS: Record<Language, Record<AmountFault, string>> = {
  lv: {
    not_a_number: 'Ieraksti summu ar cipariem, piemēram, 1250,50.',
    grouping: 'Cipari ir grupēti neparasti. Ieraksti summu bez atstarpēm.',
    decimals: 'Aiz komata ir par daudz ciparu.',
    too_large: 'Summa ir pārāk liela.',
  },
  en: {
    not_a_number: 'Write the amount in digits, such as 1250.50.',
    grouping: 'The digits are grouped oddly. Write the amount without spaces.',
    decimals: 'There are too many digits after the decimal point.',
    too_large: 'The amount is too large.',
  },
  ru: {
    not_a_number: 'Введите сумму цифрами, например 1250,50.',
    grouping: 'Цифры сгруппированы необычно. Введите сумму без пробелов.',
    decimals: 'После запятой слишком много цифр.',
    too_large: 'Сумма слишком велика.',
  },
}

function echo(read: Amount, currency: string, language: Language): string | undefined {
  if (read.kind !== 'amount') return undefined
  return `${UNDERSTOOD[language]} ${formatMoney(read.minor, currency, language)}`
}

function ownError(read: Amount, currency: string, language: Language): string | undefined {
  if (read.kind === 'wrong') return FAULTS[language][read.reason]
  if (read.kind !== 'ambiguous') return undefined
  return ASKED[language](read.readings.map((minor) => formatMoney(minor, currency, language)))
}
