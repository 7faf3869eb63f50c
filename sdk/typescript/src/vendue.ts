/** The market as a program speaks to it. */
import { Credentials } from './credentials'
import { Market } from './generated/market.gen'
import type { Client } from './generated/rest/client'
import { createMarketClient, type MarketOptions } from './market-client'

export type VendueOptions = MarketOptions

export class Vendue extends Market {
  /** What the queries of `@vendue/sdk/react-query` are given to ask this market. */
  readonly client: Client
  /** For `createRealtime`: whether nobody says who is calling. */
  readonly isGuest?: () => Promise<boolean>

  constructor(client: Client, credentials?: Credentials) {
    super(client)
    this.client = client
    if (credentials) this.isGuest = async () => (await credentials.token()) === null
  }
}

/** A market to call: `vendue.lots.search()`, `vendue.lots.placeBid(lotId, { maximum_minor })`. */
export function createVendue(options: VendueOptions): Vendue {
  return new Vendue(createMarketClient(options), new Credentials(options))
}
