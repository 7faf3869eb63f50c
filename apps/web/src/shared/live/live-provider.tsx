/** What keeps the page in step with the market: its clock and its events. */

import { RealtimeProvider } from '@vendue/sdk/react-query'
import type { ReactNode } from 'react'

import { useMeta } from '../market/meta'
import { live } from './live'

export function LiveProvider({ children }: { children: ReactNode }) {
  // Asked first, because every clock on the page counts by the server's.
  useMeta()
  return <RealtimeProvider realtime={live}>{children}</RealtimeProvider>
}
