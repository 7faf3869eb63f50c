/** What a search asks for, as it stands in the address: the same names as the market's own. */

import type {
  Condition,
  CountLotsData,
  LotSort,
  LotStatus,
  SearchLotsData,
  SellerKind,
} from '@vendue/sdk'

export interface Filters {
  readonly words?: string
  readonly category?: string
  readonly attribute?: readonly string[]
  readonly condition?: readonly Condition[]
  readonly country?: string
  readonly seller_kind?: SellerKind
  readonly currency?: string
  readonly price_from_minor?: number
  readonly price_to_minor?: number
  readonly ending_within?: string
  readonly status?: LotStatus
  readonly sort?: LotSort
}

/**
 * Changes what is asked, beginning with what is asked at that moment: the page may not have been
 * drawn anew since the change before.
 */
export type ChangeFilters = (change: (before: Filters) => Filters) => void

export const SORTS: readonly LotSort[] = [
  'ending_soonest',
  'newest',
  'price_low',
  'price_high',
  'most_bids',
  'relevance',
]
export const WITHIN = ['1h', '24h', '7d'] as const
export const STATUSES: readonly LotStatus[] = ['live', 'scheduled', 'closed']
export const CONDITIONS: readonly Condition[] = [
  'new',
  'like_new',
  'good',
  'fair',
  'restored',
  'for_parts',
]
const SELLERS: readonly SellerKind[] = ['trader', 'private']
const LARGEST_MINOR = 1e15

/** Read the filters of an address; what it says that cannot be asked for is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  return present({
    words: text(search.words, /^[^\p{Cc}]{1,100}$/u),
    category: text(search.category, /^[a-z0-9]+(-[a-z0-9]+)*$/),
    attribute: many(search.attribute, (value) => /^[a-z][a-z0-9_]*:[a-z0-9][\w-]*$/.test(value)),
    condition: many(search.condition, (value) => isOneOf(value, CONDITIONS)) as Condition[],
    country: text(search.country, /^[A-Z]{2}$/),
    seller_kind: oneOf(search.seller_kind, SELLERS),
    currency: text(search.currency, /^[A-Z]{3}$/),
    price_from_minor: minor(search.price_from_minor),
    price_to_minor: minor(search.price_to_minor),
    ending_within: text(search.ending_within, /^[1-9][0-9]{0,3}[mhd]$/),
    status: oneOf(search.status, STATUSES),
    sort: oneOf(search.sort, SORTS),
  })
}

/** The filters as the market takes them. A price needs its currency. */
export function queryOf(filters: Filters): NonNullable<SearchLotsData['query']> {
  const { price_from_minor, price_to_minor, currency, attribute, condition, ...rest } = filters
  const hasPrice = price_from_minor !== undefined || price_to_minor !== undefined
  return present({
    ...rest,
    attribute: attribute && [...attribute],
    condition: condition && [...condition],
    price_from_minor,
    price_to_minor,
    currency: hasPrice ? (currency ?? 'EUR') : currency,
  })
}

/** The same for counting what matches, which has no order. */
export function countingOf(filters: Filters): NonNullable<CountLotsData['query']> {
  const { sort: _, ...query } = queryOf(filters)
  return present(query)
}

/** With or without one of a filter's several values. */
export function toggled<Value extends string>(
  values: readonly Value[] | undefined,
  value: Value,
  isOn: boolean,
): readonly Value[] | undefined {
  const others = (values ?? []).filter((one) => one !== value)
  const next = isOn ? [...others, value] : others
  return next.length === 0 ? undefined : next
}

/** Without what is not set: an address names only what somebody chose. */
export function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields
}

function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined
}

function many(value: unknown, isFit: (value: string) => boolean): string[] | undefined {
  const values = [value]
    .flat()
    .filter((one): one is string => typeof one === 'string' && isFit(one))
  return values.length === 0 ? undefined : values
}

function oneOf<Value extends string>(value: unknown, known: readonly Value[]): Value | undefined {
  return isOneOf(value, known) ? value : undefined
}

function isOneOf<Value extends string>(value: unknown, known: readonly Value[]): value is Value {
  return (known as readonly unknown[]).includes(value)
}

function minor(value: unknown): number | undefined {
  const number = Number(value)
  const isFit = value !== undefined && Number.isInteger(number) && number >= 0
  return isFit && number <= LARGEST_MINOR ? number : undefined
}
