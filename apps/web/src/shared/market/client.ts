/** What carries calls to the market this page belongs to, as whoever is signed in. */

import { createMarketClient } from '@vendue/sdk'
import { bindQueries } from '@vendue/sdk/react-query'

import { session } from '../session/session'

export const MARKET = {
  baseUrl: '',
  getToken: session.getToken,
  refresh: session.refresh,
}

export const client = createMarketClient(MARKET)

bindQueries({ client })
