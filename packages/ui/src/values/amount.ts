/**
 * What a person typed as an amount. It understands "1 250,50" and "1250.50" in any language, asks
 * where two readings are possible, and never guesses.
 */

import { decimalsOf, signOf } from './money'

export type Amount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly minor: number }
  /** Nobody but the person knows which; each reading is offered by name. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly number[] }
  | { readonly kind: 'wrong'; readonly reason: AmountFault }

export type AmountFault = 'not_a_number' | 'grouping' | 'decimals' | 'too_large'

/** The largest amount the contract takes, in minor units. */
const LARGEST = 1e15

const SPACES = /[\s\u00A0\u2007\u2009\u202F'’]/
/** Read an amount of a currency. Answers in minor units. */
export function parseAmount(text: string, currency: string): Amount {
  if (text.trim() === '') return { kind: 'empty' }
  const bare = withoutUnit(text.trim(), currency)
  if (!/^\d[\d.,\s\u00A0\u2007\u2009\u202F'’]*$/.test(bare)) return wrong('not_a_number')
  const decimals = decimalsOf(currency)
  const marks = bare.replace(/[^.,]/g, '')
  return marks === '' ? whole(bare, decimals) : marked(bare, marks, decimals)
}

/** A number with points or commas: the last of them may part the decimals. */
function marked(bare: string, marks: string, decimals: number): Amount {
  const last = marks.at(-1) ?? ''
  const isMixed = new Set(marks).size > 1
  const isRepeated = marks.indexOf(last) < marks.length - 1
  if (isRepeated) return isMixed ? wrong('grouping') : whole(bare, decimals)
  const [before, after] = cutAtLast(bare, last)
  if (!/^\d*$/.test(after)) return wrong('grouping')
  const isPlain = isMixed || SPACES.test(before) || !couldBeGroup(before, after)
  return isPlain ? withDecimals(before, after, decimals) : oneMark(before, after, decimals)
}

/** Only the currency's own sign or code may stand beside the number: another is another price. */
function withoutUnit(text: string, currency: string): string {
  for (const unit of [signOf(currency), currency]) {
    const lower = text.toLowerCase()
    if (lower.endsWith(unit.toLowerCase())) return text.slice(0, -unit.length).trim()
    if (lower.startsWith(unit.toLowerCase())) return text.slice(unit.length).trim()
  }
  return text
}

/** "1.250": one thousand two hundred and fifty, or one and a quarter? */
function oneMark(before: string, after: string, decimals: number): Amount {
  const asThousands = minorOf(before + after, '', decimals)
  if (decimals === 0) return amount(asThousands)
  const readings = [asThousands]
  const asDecimals = withDecimals(before, after.replace(/0+$/, ''), decimals)
  if (asDecimals.kind === 'amount') readings.push(asDecimals.minor)
  if (readings.some((minor) => minor > LARGEST)) return wrong('too_large')
  return { kind: 'ambiguous', readings }
}

function whole(text: string, decimals: number): Amount {
  const digits = ungrouped(text)
  return digits === null ? wrong('grouping') : amount(minorOf(digits, '', decimals))
}

function withDecimals(before: string, after: string, decimals: number): Amount {
  const digits = ungrouped(before)
  if (digits === null) return wrong('grouping')
  if (after.length > decimals) return wrong('decimals')
  return amount(minorOf(digits, after, decimals))
}

/** The digits of a number whose groups, if it has any, are of three and parted by one mark. */
function ungrouped(text: string): string | null {
  if (/^\d+$/.test(text)) return text
  const groups = text.split(/[\s\u00A0\u2007\u2009\u202F'’.,]/)
  const marks = new Set(text.replace(/\d/g, '').replace(new RegExp(SPACES, 'g'), ' '))
  const isWell =
    /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((g) => /^\d{3}$/.test(g))
  return isWell && marks.size === 1 ? groups.join('') : null
}

function couldBeGroup(before: string, after: string): boolean {
  return /^[1-9]\d{0,2}$/.test(before) && after.length === 3
}

function cutAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark)
  return [text.slice(0, at), text.slice(at + 1)]
}

function minorOf(digits: string, after: string, decimals: number): number {
  return Number(digits + after.padEnd(decimals, '0'))
}

function amount(minor: number): Amount {
  return minor > LARGEST ? wrong('too_large') : { kind: 'amount', minor }
}

function wrong(reason: AmountFault): Amount {
  return { kind: 'wrong', reason }
}
