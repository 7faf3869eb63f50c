/** What was asked of the market, kept for a while. */

import { QueryClient } from '@tanstack/react-query'

import { session } from '../session/session'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a connection a call fails, and the page says so; paused, it would wait for ever.
      networkMode: 'always',
      refetchOnReconnect: true,
      // The SDK tries again where that is safe; twice would be too patient.
      retry: false,
      staleTime: 15_000,
      gcTime: 10 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

session.onChange(() => {
  // What one person saw is not for the next; what everybody sees stays as it was.
  if (session.isSignedIn()) void queryClient.invalidateQueries({ predicate: isPersonal })
  else void queryClient.resetQueries({ predicate: isPersonal })
})

function isPersonal({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  const [first] = queryKey as readonly { tags?: readonly string[] }[]
  return first?.tags?.some((tag) => tag === 'me' || tag === 'organisations') ?? false
}
