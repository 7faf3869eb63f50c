/**
 * A lot's history: every fact that there is, and the terms that its chain begins with.
 *
 * Facts are only ever added. Once all are here, only the last page is read again.
 */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type LotFact, operations } from '@vendue/sdk'
import { listLotHistoryQueryKey } from '@vendue/sdk/react-query'
import { useEffect } from 'react'

import { client } from '../market/client'

const PAGE = 100
/** Bids that come in a burst are read together. */
const BURST_MS = 400

export interface LotHistory {
  readonly terms: Record<string, unknown>
  readonly facts: readonly LotFact[]
  /** Where the last page begins: its cursor, and how many facts lie before it. */
  readonly tail: { readonly cursor: string | undefined; readonly before: number }
}

/** The history, read on whenever the lot has moved past it. */
export function useLotHistory(lotId: string, sequence: number) {
  const queries = useQueryClient()
  const queryKey = [...listLotHistoryQueryKey({ path: { lot_id: lotId } }), 'whole']
  const history = useQuery({
    queryKey,
    queryFn: ({ signal }) => readOn(queries.getQueryData(queryKey), lotId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data, refetch } = history
  const isBehind = data !== undefined && data.facts.length < sequence
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => void refetch(), BURST_MS)
    return () => clearTimeout(timer)
  }, [isBehind, refetch])
  return history
}

async function readOn(
  held: LotHistory | undefined,
  lotId: string,
  signal: AbortSignal,
): Promise<LotHistory> {
  let cursor = held?.tail.cursor
  let facts = held?.facts.slice(0, held.tail.before) ?? []
  for (;;) {
    const path = { lot_id: lotId }
    const query = cursor === undefined ? { limit: PAGE } : { limit: PAGE, cursor }
    const asked = { client, path, query, signal, throwOnError: true } as const
    const { data: page } = await operations.listLotHistory(asked)
    const tail = { cursor, before: facts.length }
    facts = [...facts, ...page.items]
    if (page.next_cursor === null) return { terms: page.terms, facts, tail }
    cursor = page.next_cursor
  }
}
