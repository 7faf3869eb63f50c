/** The market this page speaks to: who calls, what is asked, what is told. */
import { QueryClient } from '@tanstack/react-query'
import { createBrowserSession, createVendue } from '@vendue/sdk'
import { bindQueries } from '@vendue/sdk/react-query'
import { createRealtime } from '@vendue/sdk/realtime'

export const session = createBrowserSession({ baseUrl: '' })

const vendue = createVendue({
  baseUrl: '',
  getToken: session.getToken,
  refresh: session.refresh,
})
bindQueries(vendue)

export const realtime = createRealtime(vendue)

/** The SDK tries again by itself. */
export const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })

// Whoever signs in or out is somebody else: to the connection, and to everything read before.
session.onChange(() => {
  realtime.reconnect()
  void queries.invalidateQueries()
})
