/** The market as it happens: any number of channels over one connection, each resumed by itself. */
import type {
  AuctionMessage,
  ControlMessages,
  LotMessage,
  MeMessage,
} from '../generated/realtime/messages.gen'
import type { LotState } from '../generated/realtime/types.gen'
import { Channel, LotChannel } from './channels'
import { ServerClock } from './clock'
import { addressOf, type Tickets } from './entrance'
import { type LotView, NOTHING_KNOWN } from './lot-stream'
import { type ConnectionState, LiveSocket } from './socket'

export interface RealtimeOptions {
  /** A class like the browser's WebSocket, for where there is none. */
  WebSocket?: unknown
  pingEverySeconds?: number
}

export interface Connection {
  state: ConnectionState
  /** When anything was last heard, by the machine's calendar in milliseconds; null before. */
  lastHeardAt: number | null
  /** How the server closed the last connection; null before. */
  closeCode: number | null
}

type Stop = () => void
type Incoming = Record<string, unknown> & { type: string }

/** So long a channel that nobody listens to is kept, for a page may come straight back to it. */
const LINGER_MS = 2_000
/** These will not be answered differently until somebody else has signed in. */
const FINAL_REFUSALS = new Set(['not_allowed', 'not_found', 'unauthenticated'])
const CLOSED_TO_CALLER = 4403
/** What cannot be served for a while is asked for again after so long, and up to twice that. */
const AGAIN_MS = 4_000
/** The market carries no more on one connection. Others wait their turn, and are not live. */
const MOST_CHANNELS = 100

export class Realtime {
  readonly clock = new ServerClock()
  readonly #channels = new Map<string, Channel>()
  readonly #watchers = new Set<() => void>()
  readonly #socket: LiveSocket
  #connection: Connection = { state: 'idle', lastHeardAt: null, closeCode: null }

  constructor(tickets: Tickets, options: RealtimeOptions = {}) {
    this.#socket = new LiveSocket({
      ...options,
      pingEverySeconds: options.pingEverySeconds ?? 15,
      stamp: () => this.clock.stamp(),
      onMessage: (text) => this.#receive(text),
      onState: (state, closeCode) => this.#turn(state, closeCode),
      address: () => addressOf(tickets),
    })
  }

  /** Milliseconds since 1970 by the server's clock. */
  now(): number {
    return this.clock.now()
  }

  /** How the connection stands. */
  get connection(): Connection {
    return this.#connection
  }

  /** Calls back whenever the connection's state changes. */
  onConnection(listener: () => void): Stop {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  /** What is known of a lot that somebody listens to. */
  lot(lotId: string): LotView {
    const channel = this.#channels.get(`lots.${lotId}`)
    return channel instanceof LotChannel ? channel.stream.view : NOTHING_KNOWN
  }

  /**
   * Listens to a lot: every message once and in order, after what it told was put into `lot()`.
   *
   * Called without a message where only `lot()` has changed.
   */
  onLot(lotId: string, listener: (message: LotMessage | null) => void): Stop {
    return this.#listen(`lots.${lotId}`, listener as Listener, () => {})
  }

  /** Listens to an auction. `onMissed` says that messages may have been lost: read it again. */
  onAuction(id: string, listener: (message: AuctionMessage) => void, onMissed: Stop): Stop {
    return this.#listen(`auctions.${id}`, listener as Listener, onMissed)
  }

  /** Listens to what concerns the caller alone. `onMissed` as for an auction. */
  onMe(listener: (message: MeMessage) => void, onMissed: Stop): Stop {
    return this.#listen('me', listener as Listener, onMissed)
  }

  /** Shows a state that came by another way, such as the answer to a bid, if it is newer. */
  offer(state: LotState): void {
    const channel = this.#channels.get(`lots.${state.lot_id}`)
    if (channel instanceof LotChannel && channel.stream.offer(state)) channel.tell(null)
  }

  /** Connects anew at once: after signing in or out, for the connection is the caller's. */
  reconnect(): void {
    for (const channel of this.#channels.values()) channel.isRefused = false
    this.#socket.reconnect()
  }

  /** Ends everything. */
  close(): void {
    for (const channel of this.#channels.values()) channel.forget()
    this.#channels.clear()
    this.#socket.close()
  }

  #listen(name: string, listener: Listener, onMissed: Stop): Stop {
    const channel = this.#channels.get(name) ?? this.#join(name)
    clearTimeout(channel.farewell)
    const one = { listener, onMissed }
    channel.listeners.add(one)
    return () => {
      if (!channel.listeners.delete(one) || channel.listeners.size > 0) return
      channel.farewell = setTimeout(() => this.#leave(channel), LINGER_MS)
    }
  }

  #join(name: string): Channel {
    const channel = name.startsWith('lots.') ? new LotChannel(name) : new Channel(name)
    this.#channels.set(name, channel)
    this.#socket.open()
    this.#ask(channel)
    return channel
  }

  /** Asks for a channel, if the connection has room for another one. */
  #ask(channel: Channel): void {
    if (this.#connection.state !== 'open' || channel.isRefused) return
    const asked = [...this.#channels.values()].filter(({ isAsked }) => isAsked).length
    if (!channel.isAsked && asked >= MOST_CHANNELS) return
    channel.isAsked = true
    this.#socket.send(channel.request())
  }

  #leave(channel: Channel): void {
    this.#channels.delete(channel.name)
    channel.forget()
    if (!channel.isAsked) return
    this.#socket.send({ type: 'unsubscribe', channel: channel.name })
    const next = [...this.#channels.values()].find(
      ({ isAsked, isRefused }) => !isAsked && !isRefused,
    )
    if (next) this.#ask(next)
  }

  #turn(state: ConnectionState, closeCode: number | null): void {
    const { lastHeardAt } = this.#connection
    this.#connection = { state, lastHeardAt, closeCode }
    if (closeCode === CLOSED_TO_CALLER) this.#refuse('me')
    for (const channel of this.#channels.values()) {
      if (state !== 'open') channel.turn(false)
      channel.isAsked = false
    }
    // What is the caller's own comes before lots, of which there may be too many.
    const own = [...this.#channels.values()].sort((one, other) => rank(one) - rank(other))
    for (const channel of own) this.#ask(channel)
    for (const watcher of this.#watchers) watcher()
  }

  #receive(text: string): void {
    this.#connection = { ...this.#connection, lastHeardAt: Date.now() }
    const message = parsed(text)
    if (message === null) return
    if (typeof message.server_time === 'string') this.clock.overhear(message.server_time)
    this.#dispatch(message)
  }

  #dispatch(message: Incoming): void {
    if (message.type === 'pong') this.#hearPong(message as never)
    else if (message.type === 'subscribed') this.#hearSubscribed(message as never)
    else if (message.type === 'problem') this.#hearProblem(message as never)
    else this.#pass(message)
  }

  #hearPong({ sent_at, server_time }: ControlMessages['pong']): void {
    this.clock.hear(sent_at, server_time)
  }

  #hearSubscribed({ channel }: ControlMessages['subscribed']): void {
    this.#channels.get(channel)?.subscribed()
  }

  #hearProblem({ channel, code }: ControlMessages['problem']): void {
    if (channel === null) return
    if (FINAL_REFUSALS.has(code)) {
      this.#refuse(channel)
      return
    }
    const known = this.#channels.get(channel)
    known?.turn(false)
    known?.later(() => this.#ask(known), AGAIN_MS * (1 + Math.random()))
  }

  #refuse(name: string): void {
    const channel = this.#channels.get(name)
    if (!channel) return
    channel.isRefused = true
    channel.isAsked = false
    channel.turn(false)
  }

  /** To the channel it belongs to, known by its fields: a type of tomorrow finds its way too. */
  #pass(message: Incoming): void {
    const [topic] = message.type.split('.')
    const name = topic === 'me' ? 'me' : `${topic}s.${message[`${topic}_id`]}`
    const channel = this.#channels.get(name)
    if (channel?.take(message) === 'gap') this.#ask(channel)
  }
}

type Listener = (message: unknown) => void

/** The live side of a market. Connects when the first channel is listened to. */
export function createRealtime(tickets: Tickets, options: RealtimeOptions = {}): Realtime {
  return new Realtime(tickets, options)
}

function rank({ name }: Channel): number {
  return name.startsWith('lots.') ? 1 : 0
}

function parsed(text: string): Incoming | null {
  try {
    const message: unknown = JSON.parse(text)
    const isMessage = typeof message === 'object' && message !== null && 'type' in message
    return isMessage && typeof message.type === 'string' ? (message as Incoming) : null
  } catch {
    return null
  }
}
