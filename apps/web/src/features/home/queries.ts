/** What the room is made of. Its route asks for it before the page's code is there. */

import {
  listAuctionsOptions,
  listCategoriesOptions,
  searchLotsOptions,
} from '@vendue/sdk/react-query'

const SHOWN = 15

export const NEXT_LOTS = searchLotsOptions({ query: { sort: 'ending_soonest', limit: SHOWN } })
export const SALES = listAuctionsOptions({ query: { limit: 100 } })
export const CATEGORIES = listCategoriesOptions()
