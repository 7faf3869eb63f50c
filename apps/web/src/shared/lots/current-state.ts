/** A lot's public facts as they are now, given those that came with a list. */

import type { LotState } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'

/** How often a lot in a list is read again while its news does not arrive by itself. */
const LIST_SECONDS = 30

export function useCurrentState(listed: LotState): LotState {
  const { state } = useLotState(listed.lot_id, {
    initialState: listed,
    refetchEverySeconds: LIST_SECONDS,
  })
  return state ?? listed
}
