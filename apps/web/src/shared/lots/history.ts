/**
 * A lot's history: every fact that there is, read once and then told by the live connection.
 *
 * Facts are only ever added. Reading on begins with the last page that was read, and is done only
 * where a fact was missed: on a lot that a thousand watch, a bid must not cost a thousand readings.
 */

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { listLotHistoryQueryKey, useLotMessages } from '@vendue/sdk/react-query'
import { useEffect } from 'react'

import { firstPage, readPage } from './first-page'
import { factOf, followed, type ShownFact } from './live-facts'

/** What was missed is read together with what comes soon after it, and not by everybody at once. */
const CATCH_UP_MS = 1_000
const AFTER_FAILURE_MS = 4_000

export interface LotHistory {
  readonly facts: readonly ShownFact[]
  /** Where the last page begins: its cursor, and how many facts lie before it. */
  readonly tail: { readonly cursor: string | undefined; readonly before: number }
}

/** The whole history, followed up to `sequence`: for the one place that shows it. */
export function useLotHistory(lotId: string, sequence: number) {
  const queries = useQueryClient()
  const queryKey = [...listLotHistoryQueryKey({ path: { lot_id: lotId } }), 'whole']
  const history = useQuery({
    queryKey,
    queryFn: ({ signal }) => readOn(queries, queryKey, lotId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useLotMessages(lotId, (message) => {
    const fact = factOf(message)
    if (fact === null) return
    queries.setQueryData<LotHistory>(
      queryKey,
      (held) => held && { ...held, facts: followed(held.facts, fact) },
    )
  })
  const { data, refetch, isFetching, isError } = history
  const isBehind = data !== undefined && data.facts.length < sequence
  // Each answer sets the timer anew while something is missing, a failure too: it never sticks.
  useEffect(() => {
    if (!isBehind || isFetching) return
    const wait = (isError ? AFTER_FAILURE_MS : CATCH_UP_MS) * (1 + Math.random())
    const timer = setTimeout(() => void refetch({ cancelRefetch: false }), wait)
    return () => clearTimeout(timer)
  }, [isBehind, isFetching, isError, refetch])
  return history
}

async function readOn(
  queries: QueryClient,
  queryKey: readonly unknown[],
  lotId: string,
  signal: AbortSignal,
): Promise<LotHistory> {
  const held = queries.getQueryData<LotHistory>(queryKey)
  let { cursor, before } = held?.tail ?? { cursor: undefined, before: 0 }
  let facts: readonly ShownFact[] = held?.facts.slice(0, before) ?? []
  // The terms were read with the first page a moment ago.
  let page =
    held === undefined
      ? await queries.ensureQueryData(firstPage(lotId))
      : await readPage(lotId, cursor, signal)
  for (;;) {
    before = facts.length
    facts = [...facts, ...page.items]
    if (page.next_cursor === null) break
    cursor = page.next_cursor
    page = await readPage(lotId, cursor, signal)
  }
  // Facts that were told while this was read, and that it is too old to have.
  const told = queries.getQueryData<LotHistory>(queryKey)?.facts.slice(facts.length) ?? []
  return { facts: [...facts, ...told], tail: { cursor, before } }
}
