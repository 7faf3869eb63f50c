/** What a search asks for. Its route asks before the page's code is there. */

import { searchLotsInfiniteOptions } from '@vendue/sdk/react-query'

import { type Filters, queryOf } from './filters'

const PAGE = 24
/** What stands on the page stays where it is; each lot keeps itself current. */
export const STANDS_MS = 5 * 60_000

export function lotsFound(filters: Filters) {
  return {
    ...searchLotsInfiniteOptions({ query: { ...queryOf(filters), limit: PAGE } }),
    staleTime: STANDS_MS,
  }
}
