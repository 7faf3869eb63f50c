/**
 * The whole market as the SDK speaks to it, for the pages that are opened later.
 *
 * What every page needs names its operations one by one instead: see `client`.
 */

import { createVendue } from '@vendue/sdk'

import { MARKET } from './client'

export const vendue = createVendue(MARKET)
