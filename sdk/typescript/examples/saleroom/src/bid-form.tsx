import { useMutation } from '@tanstack/react-query'
import { ConnectionFailed, isProblem, type LotState } from '@vendue/sdk'
import { placeBidMutation, useShowLotState } from '@vendue/sdk/react-query'
import { useId, useState } from 'react'
import { amount, minorUnits } from './money'

/** A maximum to bid up to. Nobody else sees it. */
export function BidForm({ state, isLive }: { state: LotState; isLive: boolean }) {
  const [text, setText] = useState('')
  const show = useShowLotState()
  const field = useId()
  const bid = useMutation({
    ...placeBidMutation({ path: { lot_id: state.lot_id } }),
    onSuccess: (placed) => show(placed.state),
    onError: (error) => {
      if (isProblem(error, 'bid_too_low')) show(error.data.state)
    },
  })
  const maximum = minorUnits(text, state.currency)
  const body = { maximum_minor: maximum ?? 0 }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        bid.mutate({ path: { lot_id: state.lot_id }, body })
      }}
    >
      <label htmlFor={field}>
        Your maximum, at least {amount(state.minimum_bid_minor, state.currency)}
      </label>
      <input
        id={field}
        inputMode="decimal"
        onChange={(event) => setText(event.target.value)}
        value={text}
      />
      <button disabled={!isLive || maximum === null || bid.isPending} type="submit">
        Bid: it binds you to pay
      </button>
      <p role="status">{bid.isSuccess && SAID[bid.data.standing]}</p>
      {bid.isError && <p role="alert">{said(bid.error)}</p>}
    </form>
  )
}

const SAID: Record<string, string> = {
  leading: 'You lead.',
  outbid: 'Somebody’s maximum is higher: you are outbid.',
}

function said(error: unknown): string {
  if (isProblem(error, 'bid_too_low')) {
    const { minimum_bid_minor, currency } = error.data
    return `Somebody was faster. Offer at least ${amount(minimum_bid_minor, currency)}.`
  }
  if (isProblem(error)) return error.detail
  if (error instanceof ConnectionFailed)
    return 'It is not known whether the bid arrived. Look again.'
  return 'Something went wrong.'
}
