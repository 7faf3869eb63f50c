/** The market that this page belongs to, as the SDK speaks to it. */

import { createVendue } from '@vendue/sdk'
import { bindQueries } from '@vendue/sdk/react-query'

import { session } from '../session/session'

export const vendue = createVendue({
  baseUrl: '',
  getToken: session.getToken,
  refresh: session.refresh,
})

bindQueries(vendue)
