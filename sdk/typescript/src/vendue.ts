/** The market as a program speaks to it. */
import { Market } from './generated/market.gen'
import type { Client } from './generated/rest/client'
import { createMarketClient, type MarketOptions } from './market-client'

export type VendueOptions = MarketOptions

export class Vendue extends Market {
  /** What the queries of `@vendue/sdk/react-query` are given to ask this market. */
  readonly client: Client

  constructor(client: Client) {
    super(client)
    this.client = client
  }
}

/** A market to call: `vendue.lots.search()`, `vendue.lots.placeBid(lotId, { maximum_minor })`. */
export function createVendue(options: VendueOptions): Vendue {
  return new Vendue(createMarketClient(options))
}
