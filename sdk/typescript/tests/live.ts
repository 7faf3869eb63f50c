/** A server of live messages that a test plays, and messages to send from it. */
import { vi } from 'vitest'
import type { LotState } from '../src/index'
import { createRealtime, type LotMessage, type Realtime } from '../src/realtime'

export const LOT = '0198d5a0-0000-7000-8000-000000000001'
const AT = '2026-11-22T18:00:00.000Z'

type Said = Record<string, unknown> & { type: string }

/** One connection, seen from the server's end. */
class Line extends EventTarget {
  readonly url: string
  readonly heard: Said[] = []
  readyState = 0
  binaryType = 'blob'

  constructor(url: string) {
    super()
    this.url = url
  }

  send(text: string): void {
    this.heard.push(JSON.parse(text))
  }

  close(code = 1000): void {
    this.readyState = 3
    this.dispatchEvent(new CloseEvent('close', { code }))
  }

  accept(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  say(...messages: Said[]): void {
    for (const message of messages) this.sayRaw(JSON.stringify(message))
  }

  sayRaw(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  /** What it was asked, without the pings. */
  get asked(): Said[] {
    return this.heard.filter(({ type }) => type !== 'ping')
  }
}

export interface Live {
  realtime: Realtime
  lines: Line[]
  /** The newest connection. */
  line: () => Line
  /** Lets the newest attempt succeed, once it is made. */
  connect: () => Promise<Line>
}

export function aLiveMarket(): Live {
  const lines: Line[] = []
  class Dialled extends Line {
    constructor(url: string) {
      super(url)
      lines.push(this)
    }
  }
  let tickets = 0
  const createTicket = async () => {
    tickets += 1
    return { ticket: `ticket-${tickets}`, realtime_url: 'ws://live.test/realtime/v1' }
  }
  const realtime = createRealtime({ realtime: { createTicket } }, { WebSocket: Dialled })
  const line = (): Line => {
    const newest = lines.at(-1)
    if (!newest) throw new Error('Nobody has dialled.')
    return newest
  }
  const connect = async (): Promise<Line> => {
    await vi.waitUntil(() => lines.at(-1)?.readyState === 0, { timeout: 20_000 })
    line().accept()
    return line()
  }
  return { realtime, lines, line, connect }
}

/** A lot that somebody listens to, and the sequences that were told. */
export async function aFollowedLot(): Promise<Live & { told: (number | string)[] }> {
  const live = aLiveMarket()
  const told: (number | string)[] = []
  live.realtime.onLot(LOT, (message) => message && told.push(nameOf(message)))
  const line = await live.connect()
  line.say(subscribed(), aSnapshot(3))
  return { ...live, told }
}

function nameOf(message: LotMessage): number | string {
  if (message.type === 'lot.prices') return `${message.first_sequence}-${message.last_sequence}`
  return 'sequence' in message ? message.sequence : message.type
}

export function aState(fields: Partial<LotState> = {}): LotState {
  return {
    lot_id: LOT,
    epoch: 0,
    sequence: 0,
    status: 'live',
    currency: 'EUR',
    price_minor: 1_000,
    minimum_bid_minor: 1_100,
    bid_count: 0,
    bidder_count: 0,
    reserve: 'none',
    buy_now: null,
    leader: null,
    starts_at: AT,
    ends_at: '2026-11-22T20:00:00.000Z',
    extension_count: 0,
    closed_at: null,
    result: null,
    hammer_price_minor: null,
    ...fields,
  } as LotState
}

let messages = 0

export function aMessage(type: string, fields: object = {}): Said {
  messages += 1
  return { type, id: `message-${messages}`, occurred_at: AT, server_time: AT, ...fields }
}

export function aSnapshot(sequence: number, fields: Partial<LotState> = {}): Said {
  const state = aState({ sequence, price_minor: 1_000 + sequence, ...fields })
  return aMessage('lot.snapshot', { lot_id: LOT, epoch: state.epoch, sequence, state })
}

export function aBid(sequence: number, fields: Partial<LotState> = {}): Said {
  const state = aState({ sequence, price_minor: 1_000 + sequence, ...fields })
  const bid = { bidder: 'bidder 1', amount_minor: state.price_minor, automatic: false }
  return aMessage('lot.bid_placed', { lot_id: LOT, epoch: state.epoch, sequence, state, ...bid })
}

export function prices(first: number, last: number): Said {
  const range = { epoch: 0, first_sequence: first, last_sequence: last }
  const state = aState({ sequence: last, price_minor: 1_000 + last })
  return aMessage('lot.prices', { lot_id: LOT, ...range, state })
}

export const subscribed = (channel = `lots.${LOT}`): Said => aMessage('subscribed', { channel })
