import type { LotSummary } from '@vendue/sdk'
import { useLotState, useServerNow } from '@vendue/sdk/react-query'
import { BidForm } from './bid-form'
import { amount } from './money'

/** One lot, as it happens. */
export function LotCard({ lot, isSignedIn }: { lot: LotSummary; isSignedIn: boolean }) {
  const { state, isLive } = useLotState(lot.lot_id, { initialState: lot.state })
  const now = useServerNow()
  if (!state) return null

  const secondsLeft = Math.max(0, Math.ceil((Date.parse(state.ends_at) - now) / 1_000))
  const isOpen = state.status === 'live' && secondsLeft > 0

  return (
    <li>
      <h2>{lot.title}</h2>
      <p>
        <strong>{amount(state.price_minor, state.currency)}</strong> after {state.bid_count} bids
        {state.leader && `, led by ${state.leader}`}
      </p>
      <p>
        {isOpen ? <time dateTime={state.ends_at}>{countdown(secondsLeft)}</time> : 'Closed'}
        {state.extension_count > 0 && ' Extended: a bid came in the last moments.'}
      </p>
      {isOpen && isSignedIn && <BidForm isLive={isLive} state={state} />}
    </li>
  )
}

function countdown(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
