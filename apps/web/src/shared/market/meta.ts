/** What the market says of itself: limits, currencies, versions, and its time. */

import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Meta, operations } from '@vendue/sdk'
import { getMetaQueryKey } from '@vendue/sdk/react-query'

import { live } from '../live/live'
import { client } from './client'

export const metaOptions = queryOptions({
  queryKey: getMetaQueryKey(),
  queryFn: async ({ signal }): Promise<Meta> => {
    const askedAt = live.clock.stamp()
    const { data: meta } = await operations.getMeta({ client, signal, throwOnError: true })
    // A countdown is right before the first live message has come.
    live.clock.hear(askedAt, meta.server_time)
    return meta
  },
  staleTime: 5 * 60_000,
})

export function useMeta(): Meta | undefined {
  return useQuery(metaOptions).data
}
