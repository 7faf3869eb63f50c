/** Amounts as people read them. Money is an integer of minor units; no float touches it. */

import type { Language } from './language'

const NO_BREAK = '\u00A0'
const POINT: Record<Language, string> = { lv: ',', en: '.', ru: ',' }

/** An amount in the parts that a price sets apart. */
export interface MoneyParts {
  /** Whole units, grouped by no-break spaces, with the sign. */
  readonly whole: string
  /** The decimal point and what follows it; empty where there is nothing to say. */
  readonly cents: string
  /** The currency's sign, or its code where it has none. */
  readonly unit: string
}

/** When the cents are written: always, or only where they are not zero. */
export type Cents = 'always' | 'needed'

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  )
}

/** The sign of a currency, "€" for EUR. */
export function signOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** Take an amount of minor units apart. */
export function moneyParts(
  minor: number,
  currency: string,
  language: Language,
  cents: Cents = 'needed',
): MoneyParts {
  const decimals = decimalsOf(currency)
  const digits = Math.abs(minor)
    .toString()
    .padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const rest = digits.slice(cut)
  const isWritten = decimals > 0 && (cents === 'always' || Number(rest) !== 0)
  return {
    whole: (minor < 0 ? '−' : '') + grouped(digits.slice(0, cut)),
    cents: isWritten ? POINT[language] + rest : '',
    unit: signOf(currency),
  }
}

/** An amount as one text: "12 500,50 €". It never breaks over lines. */
export function formatMoney(
  minor: number,
  currency: string,
  language: Language,
  cents: Cents = 'needed',
): string {
  const parts = moneyParts(minor, currency, language, cents)
  return parts.whole + parts.cents + NO_BREAK + parts.unit
}

/** An amount as it stands in a field that shows its currency beside it: "1 250,50". */
export function writeAmount(
  minor: number,
  currency: string,
  language: Language,
  cents: Cents = 'needed',
): string {
  const parts = moneyParts(minor, currency, language, cents)
  return parts.whole + parts.cents
}

/** A share of basis points: 1500 is "15 %". */
export function formatShare(basisPoints: number, language: Language): string {
  const digits = basisPoints.toString().padStart(3, '0')
  const rest = digits.slice(-2).replace(/0+$/, '')
  const whole = grouped(digits.slice(0, -2))
  return `${whole + (rest === '' ? '' : POINT[language] + rest) + NO_BREAK}%`
}

/** A count, grouped by no-break spaces: 4913 is "4 913". */
export function formatCount(count: number): string {
  return grouped(count.toString())
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, NO_BREAK)
}
