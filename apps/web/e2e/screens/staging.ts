/** Lots of the demo as one person stands on them, for pictures. */

import { call, tokenOf } from '../support/calls'
import { aPerson, aRival, demoAccount, type Person } from '../support/market'
import { MARKET_URL } from '../support/surroundings'

interface Found {
  readonly lot_id: string
  readonly title: string
  readonly state: { readonly minimum_bid_minor: number }
}

interface Shown extends Found {
  readonly category: { readonly slug: string }
  readonly description: string
  readonly language: string
  readonly condition: string
  readonly country: string
  readonly city: string | null
  readonly currency: string
  readonly start_price_minor: number
  readonly attributes: Record<string, unknown>
  readonly shipping: readonly unknown[]
  readonly photographs: readonly {
    readonly alt_text: string
    readonly sizes: readonly { readonly webp_url: string }[]
  }[]
}

/** A lot of the demo by its title. Throws where it is not open. */
export async function demoLot(title: string): Promise<Found> {
  const words = encodeURIComponent(title)
  const { items } = await call<{ items: Found[] }>('GET', `/api/v1/lots?words=${words}`)
  const found = items.find((lot) => lot.title === title)
  if (found === undefined) throw new Error(`The demo has no open lot "${title}".`)
  return found
}

/** Somebody with a name that a person could have. */
export async function aReader(display_name: string): Promise<Person & { token: string }> {
  const person = await aPerson()
  const token = await tokenOf(person)
  const { version } = await call<{ version: number }>('GET', '/api/v1/me', { token })
  const headers = { 'If-Match': `"${version}"` }
  await call('PATCH', '/api/v1/me', { token, headers, body: { display_name } })
  return { ...person, token }
}

/** Bid so many times the least that is taken; in whole units. */
export async function bidTimes(token: string, lotId: string, times: number): Promise<void> {
  const state = await call<Found['state']>('GET', `/api/v1/lots/${lotId}/state`)
  const maximum_minor = Math.ceil((state.minimum_bid_minor * times) / 100) * 100
  await call('POST', `/api/v1/lots/${lotId}/bids`, { token, body: { maximum_minor } })
}

/** Rivals who drive a lot's price up against each other. */
export async function aContest(lotId: string): Promise<void> {
  const rivals = [await aRival(), await aRival(), await aRival()]
  for (const times of [1.15, 1.1, 1.2]) {
    for (const rival of rivals) {
      const state = await call<Found['state']>('GET', `/api/v1/lots/${lotId}/state`)
      const maximum = Math.ceil((state.minimum_bid_minor * times) / 100) * 100
      await rival.bid(lotId, maximum).catch(() => undefined)
    }
  }
}

/** A lot like one of the demo's, photographs and all, that ends after so many seconds. */
export async function aLotLike(
  title: string,
  endsInSeconds: number,
  buy_now_minor: number | null = null,
): Promise<string> {
  const token = await tokenOf(demoAccount('seller'))
  const { lot_id: modelId } = await demoLot(title)
  const model = await call<Shown>('GET', `/api/v1/lots/${modelId}`)
  const { description, language, condition, country, city, currency, attributes, shipping } = model
  const { lot_id } = await call<{ lot_id: string }>('POST', '/api/v1/lots', {
    token,
    body: {
      category: model.category.slug,
      title,
      description,
      language,
      condition,
      country,
      city,
      currency,
      attributes,
      shipping,
      start_price_minor: model.start_price_minor,
      buy_now_minor,
    },
  })
  for (const { alt_text, sizes } of model.photographs) {
    await copyPhotograph(token, lot_id, alt_text, sizes.at(-1)?.webp_url ?? '')
  }
  await untilReady(token, lot_id)
  await call('POST', `/api/v1/lots/${lot_id}/submission`, { token })
  const ends_at = new Date(Date.now() + endsInSeconds * 1_000).toISOString()
  const { auction_id } = await call<{ auction_id: string }>('POST', '/api/v1/auctions', {
    token,
    body: { ends_at, lots: [{ lot_id }] },
  })
  await call('POST', `/api/v1/auctions/${auction_id}/schedule`, { token })
  return lot_id
}

async function copyPhotograph(
  token: string,
  lotId: string,
  altText: string,
  url: string,
): Promise<void> {
  const picture = await (await fetch(new URL(url, MARKET_URL))).blob()
  const form = new FormData()
  form.append('file', picture, 'picture.webp')
  form.append('alt_text', altText)
  const answer = await fetch(`${MARKET_URL}/api/v1/lots/${lotId}/photographs`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() },
    body: form,
  })
  if (!answer.ok) throw new Error(`A photograph was refused: ${await answer.text()}`)
}

async function untilReady(token: string, lotId: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const lot = await call<{ photographs: { status: string }[] }>(
      'GET',
      `/api/v1/me/lots/${lotId}`,
      {
        token,
      },
    )
    if (lot.photographs.every(({ status }) => status === 'ready')) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The photographs were not ready after twenty seconds.')
}
