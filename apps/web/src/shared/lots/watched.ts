/** Every lot that the person watches, whether the market tells of them on one page or on ten. */

import { queryOptions, useQuery } from '@tanstack/react-query'
import { type LotSummary, operations, Pages, type WatchedLotPage } from '@vendue/sdk'
import { listWatchedLotsQueryKey } from '@vendue/sdk/react-query'

import { client } from '../market/client'
import { useIsSignedIn } from '../session/session'

/** As many at a time as the market gives. */
const PAGE = { limit: 100 }

const watchedOptions = queryOptions({
  queryKey: listWatchedLotsQueryKey({ query: PAGE }),
  queryFn: async ({ signal }): Promise<readonly LotSummary[]> => {
    const pages = new Pages<LotSummary, WatchedLotPage>(async (at) => {
      const query = { ...PAGE, ...at }
      const { data } = await operations.listWatchedLots({
        client,
        signal,
        query,
        throwOnError: true,
      })
      return data
    })
    const lots: LotSummary[] = []
    for await (const lot of pages) lots.push(lot)
    return lots
  },
})

/** One question for the page of these lots and for the button on every card. */
export function useWatched() {
  const isSignedIn = useIsSignedIn()
  return useQuery({ ...watchedOptions, enabled: isSignedIn })
}
