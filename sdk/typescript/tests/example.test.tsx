// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Saleroom } from '../examples/saleroom/src/saleroom'
import { bindQueries, RealtimeProvider } from '../src/react-query'
import { aBid, aLiveMarket, aSnapshot, aState, LOT, subscribed } from './live'
import { type Asked, aMarket, json, problem } from './market'

afterEach(cleanup)

const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
const soon = { ends_at: inAnHour, sequence: 1 }

/** The example's page, for somebody who is signed in. */
async function aSaleroom(answerToBid: Response) {
  const live = aLiveMarket()
  const lot = { lot_id: LOT, title: 'Mantel clock', state: aState(soon) }
  const answer = ({ method }: Asked): Response =>
    method === 'POST' ? answerToBid.clone() : json({ items: [lot], next_cursor: null })
  const market = aMarket([answer], { maxRetries: 0 })
  bindQueries(market.vendue)
  const session = {
    onChange: () => () => {},
    isSignedIn: () => true,
    getToken: async () => null,
    refresh: async () => {},
    resume: async () => true,
    signIn: async () => {},
    signOut: async () => {},
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RealtimeProvider realtime={live.realtime}>
        <Saleroom session={session} />
      </RealtimeProvider>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'Mantel clock' })
  const line = await live.connect()
  act(() => line.say(subscribed(), aSnapshot(2, { ...soon, sequence: 2, price_minor: 1_200 })))
  const bid = (amount: string): void => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: amount } })
    fireEvent.click(screen.getByRole('button', { name: /Bid/ }))
  }
  return { ...market, ...live, line, bid }
}

test('The example shows prices as they happen, and says so when it cannot', async () => {
  const { line } = await aSaleroom(json({}))
  expect(screen.getByText(/12\.00/)).toBeTruthy()
  act(() => line.say(aBid(3, { ...soon, sequence: 3, price_minor: 1_500, leader: 'bidder 7' })))
  expect(screen.getByText(/15\.00/)).toBeTruthy()
  expect(screen.getByText(/led by bidder 7/)).toBeTruthy()
  act(() => line.close(1012))
  expect(screen.getByText(/connection is interrupted/)).toBeTruthy()
})

test('The example bids a maximum and shows what became of it', async () => {
  const state = aState({ ...soon, sequence: 4, price_minor: 1_300 })
  const { asked, bid } = await aSaleroom(json({ standing: 'leading', state }, 201))
  bid('25,5')
  await waitFor(() => expect(screen.getByText('You lead.')).toBeTruthy())
  expect(asked.at(-1)).toMatchObject({
    path: `/api/v1/lots/${LOT}/bids`,
    body: { maximum_minor: 2_550 },
  })
  expect(screen.getByText(/13\.00/)).toBeTruthy()
})

test('The example shows the price that made a bid too low', async () => {
  const state = aState({ ...soon, sequence: 5, price_minor: 9_000, minimum_bid_minor: 9_500 })
  const data = { minimum_bid_minor: 9_500, currency: 'EUR', state }
  const { bid } = await aSaleroom(problem('bid_too_low', 409, data))
  bid('20')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/at least .*95\.00/))
  expect(screen.getByText(/90\.00/)).toBeTruthy()
})
