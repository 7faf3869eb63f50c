/** The market for those who name its operations one by one. */
import { type Client, createClient } from './generated/rest/client'
import { createSend, type SendOptions } from './send'

export interface MarketOptions extends SendOptions {
  /** Where the market is, without a path; in a browser `''` means the page's own origin. */
  baseUrl: string
}

/**
 * Carries `operations` out: `operations.watchLot({ client, path, throwOnError: true })`.
 *
 * A page that is built with these loads the operations it uses, where `createVendue` loads all.
 */
export function createMarketClient({ baseUrl, ...options }: MarketOptions): Client {
  const send = createSend(options)
  // The client calls with a ready Request, never with an address and its options.
  return createClient({ baseUrl, fetch: (request) => send(request as Request) })
}
