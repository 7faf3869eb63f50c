/** Lots, people and rivals for journeys: made through the same API that everybody uses. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { call, tokenOf } from './calls'
import { linkIn } from './letters'
import { STATE } from './surroundings'

export interface Person {
  readonly email: string
  readonly password: string
  readonly name: string
}

export interface LotWanted {
  readonly title?: string
  readonly startMinor?: number
  readonly reserveMinor?: number | null
  readonly buyNowMinor?: number | null
  readonly endsInSeconds?: number
}

export interface Rival {
  readonly name: string
  /** Offer a maximum, in minor units. */
  readonly bid: (lotId: string, maximumMinor: number) => Promise<void>
}

interface Account {
  readonly role: string
  readonly email: string
  readonly password: string
}

const accounts: Account[] = JSON.parse(readFileSync(join(STATE, 'demo-accounts.json'), 'utf8'))
let made = 0

/** One of the demo's own accounts. */
export function demoAccount(role: 'buyer' | 'seller' | 'staff' | 'business'): Account {
  const found = accounts.find((account) => account.role === role)
  if (found === undefined) throw new Error(`The demo has no ${role}.`)
  return found
}

/** Somebody new whose address is confirmed. */
export async function aPerson({ language = 'en' } = {}): Promise<Person> {
  made += 1
  const person = {
    email: `person-${Date.now()}-${made}@journeys.example`,
    password: 'seven tame foxes on the quay',
    name: `Person ${made}`,
  }
  const meta = await call<{ legal: { terms: string } }>('GET', '/api/v1/meta')
  const body = {
    email: person.email,
    password: person.password,
    display_name: person.name,
    terms_version: meta.legal.terms,
    age_confirmed: true,
    language,
  }
  await call('POST', '/api/v1/accounts', { body })
  const link = await linkIn(person.email)
  const token = new URL(link).searchParams.get('token') ?? new URL(link).hash.split('=').at(-1)
  await call('POST', '/api/v1/accounts/confirmation', { body: { token } })
  return person
}

/** A lot of the demo's seller that takes bids at once. Answers with its identifier. */
export async function aLot(wanted: LotWanted = {}): Promise<string> {
  const token = await tokenOf(demoAccount('seller'))
  const { lot_id } = await call<{ lot_id: string }>('POST', '/api/v1/lots', {
    token,
    body: {
      category: 'books',
      title: wanted.title ?? 'A book for a journey',
      description: 'Bound in blue cloth, with a map of the coast at the end.',
      language: 'en',
      condition: 'good',
      country: 'LV',
      city: 'Rīga',
      currency: 'EUR',
      start_price_minor: wanted.startMinor ?? 1_000,
      reserve_minor: wanted.reserveMinor ?? null,
      buy_now_minor: wanted.buyNowMinor ?? null,
      attributes: { technique: 'letterpress', year: 1936 },
      shipping: [{ method: 'parcel', area: 'same_country', price_minor: 390, note: '' }],
    },
  })
  await call('POST', `/api/v1/lots/${lot_id}/submission`, { token })
  const ends_at = new Date(Date.now() + (wanted.endsInSeconds ?? 3_600) * 1_000).toISOString()
  const auction = await call<{ auction_id: string; version: number }>('POST', '/api/v1/auctions', {
    token,
    body: { ends_at, lots: [{ lot_id }] },
  })
  await call('POST', `/api/v1/auctions/${auction.auction_id}/schedule`, { token })
  return lot_id
}

/** A bidder who needs no page. */
export async function aRival(): Promise<Rival> {
  const staff = await tokenOf(demoAccount('staff'), '/api/admin/v1')
  const { bidders } = await call<{ bidders: { api_key: string; display_name: string }[] }>(
    'POST',
    '/api/admin/v1/sandbox/bidders',
    { token: staff, body: { count: 1, prefix: 'rival' } },
  )
  const [rival] = bidders
  if (rival === undefined) throw new Error('No rival was made.')
  return {
    name: rival.display_name,
    bid: async (lotId, maximum_minor) => {
      await call('POST', `/api/v1/lots/${lotId}/bids`, {
        token: rival.api_key,
        body: { maximum_minor },
      })
    },
  }
}
