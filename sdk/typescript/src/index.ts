/** The market's operations, its errors and its types. */
export { type CallOptions, ifMatch, type Versioned } from './calls'
export {
  ConnectionFailed,
  type DataOf,
  isProblem,
  type ProblemCode,
  TimedOut,
  UnexpectedAnswer,
  VendueError,
  VendueProblem,
  type WrongField,
  wrongFields,
} from './errors'
export type { ProblemData } from './generated/problems.gen'
export * as operations from './generated/rest/sdk.gen'
export type * from './generated/rest/types.gen'
export { createMarketClient, type MarketOptions } from './market-client'
export { Pages } from './pages'
export { type BrowserSession, createBrowserSession, type SessionOptions } from './session'
export { createVendue, type Vendue, type VendueOptions } from './vendue'
