/** How many lots an answer would leave, as it is read. */

import type { Count, Facet } from '@vendue/sdk'
import { formatCount } from '@vendue/ui/values/money'

/** The market names so many values of a facet at most. */
const MOST_NAMED = 12

/** "1 000+" where nobody counted further. */
export function figure({ count, is_capped }: Count): string {
  return formatCount(count) + (is_capped ? '+' : '')
}

/** Undefined where nobody has counted: not yet, or because others are more frequent. */
export function countOf(facet: Facet | undefined, value: string): string | undefined {
  const found = facet?.values.find((one) => one.value === value)
  if (found !== undefined) return figure(found)
  return facet === undefined || facet.values.length >= MOST_NAMED ? undefined : '0'
}
