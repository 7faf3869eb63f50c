/** The first page of a lot's history: the terms that it was published under, and its first facts. */

import { queryOptions, useQuery } from '@tanstack/react-query'
import { type LotHistory as HistoryPage, operations } from '@vendue/sdk'
import { listLotHistoryQueryKey } from '@vendue/sdk/react-query'

import { client } from '../market/client'
import { type LotRules, rulesOf } from './terms'

const PAGE = 100

/** The first page: it holds the terms, which never change, and of most lots all that there is. */
export function firstPage(lotId: string) {
  return queryOptions({
    queryKey: [...listLotHistoryQueryKey({ path: { lot_id: lotId } }), 'first'],
    queryFn: ({ signal }) => readPage(lotId, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The rules that a lot was published under; null until they are known. */
export function useLotRules(lotId: string): LotRules | null {
  return useQuery({ ...firstPage(lotId), select: rulesIn }).data ?? null
}

function rulesIn({ terms }: HistoryPage): LotRules | null {
  return rulesOf(terms)
}

export async function readPage(
  lotId: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<HistoryPage> {
  const query = cursor === undefined ? { limit: PAGE } : { limit: PAGE, cursor }
  const asked = { client, path: { lot_id: lotId }, query, signal, throwOnError: true } as const
  return (await operations.listLotHistory(asked)).data
}
