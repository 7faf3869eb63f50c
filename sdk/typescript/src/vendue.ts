/** The market as a program speaks to it. */
import { Market } from './generated/market.gen'
import { type Client, createClient } from './generated/rest/client'
import { createSend, type SendOptions } from './send'

export interface VendueOptions extends SendOptions {
  /** Where the market is, without a path; in a browser `''` means the page's own origin. */
  baseUrl: string
}

export class Vendue extends Market {
  /** What the queries of `@vendue/sdk/react-query` are given to ask this market. */
  readonly client: Client

  constructor(client: Client) {
    super(client)
    this.client = client
  }
}

/** A market to call: `vendue.lots.search()`, `vendue.lots.placeBid(lotId, { maximum_minor })`. */
export function createVendue({ baseUrl, ...options }: VendueOptions): Vendue {
  const send = createSend(options)
  // The client calls with a ready Request, never with an address and its options.
  return new Vendue(createClient({ baseUrl, fetch: (request) => send(request as Request) }))
}
