import { useInfiniteQuery } from '@tanstack/react-query'
import type { BrowserSession } from '@vendue/sdk'
import { searchLotsInfiniteOptions, useConnection } from '@vendue/sdk/react-query'
import { useSyncExternalStore } from 'react'
import { LotCard } from './lot-card'
import { SignIn } from './sign-in'

const ENDING = { sort: 'ending_soonest', limit: 24 } as const

/** The lots that end soonest. */
export function Saleroom({ session }: { session: BrowserSession }) {
  const isSignedIn = useSyncExternalStore(session.onChange, session.isSignedIn)
  const lots = useInfiniteQuery(searchLotsInfiniteOptions({ query: ENDING }))
  const { state } = useConnection()

  return (
    <main>
      <h1>Saleroom</h1>
      {state === 'reconnecting' && (
        <p role="status">The connection is interrupted. Prices may be some seconds old.</p>
      )}
      <SignIn isSignedIn={isSignedIn} session={session} />
      {lots.isPending && <p>One moment …</p>}
      {lots.isError && (
        <p role="alert">
          The lots could not be read: {lots.error.message}{' '}
          <button onClick={() => lots.refetch()} type="button">
            Try again
          </button>
        </p>
      )}
      {lots.data?.pages[0]?.items.length === 0 && <p>Nothing is on sale at the moment.</p>}
      <ul>
        {lots.data?.pages.flatMap(({ items }) =>
          items.map((lot) => <LotCard isSignedIn={isSignedIn} key={lot.lot_id} lot={lot} />),
        )}
      </ul>
      {lots.hasNextPage && (
        <button onClick={() => lots.fetchNextPage()} type="button">
          More lots
        </button>
      )}
    </main>
  )
}
