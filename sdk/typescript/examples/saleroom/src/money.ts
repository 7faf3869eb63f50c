/** Amounts travel as integers of the currency's minor unit; here they meet people. */

/** An amount as people read it. */
export function amount(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency })
  return format.format(minor / 10 ** decimals(currency))
}

/** What somebody typed, in minor units; null where it is no amount. Never counts with fractions. */
export function minorUnits(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = /^\s*(\d{1,12})(?:[.,](\d*))?\s*$/.exec(text) ?? []
  const digits = decimals(currency)
  if (whole === undefined || fraction.length > digits) return null
  return Number(whole + fraction.padEnd(digits, '0'))
}

function decimals(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
