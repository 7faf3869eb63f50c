/** The market's operations as options for TanStack Query. */
import { client } from './generated/rest/client.gen'
import type { Vendue } from './vendue'

export * from './generated/rest/queries.gen'

/** From here on the options of this entry ask this market, unless they are given a `client`. */
export function bindQueries(vendue: Vendue): void {
  client.setConfig(vendue.client.getConfig())
}
