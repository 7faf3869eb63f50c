/** One connection that comes back by itself, and that notices when it is dead though not closed. */
import ReconnectingWebSocket from 'partysocket/ws'
import type { ClientMessage } from '../generated/realtime/messages.gen'

export type ConnectionState = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'closed'

export interface SocketOptions {
  /** Where to connect; asked before each attempt, for a ticket is good once. */
  address: () => Promise<string>
  onMessage: (text: string) => void
  onState: (state: ConnectionState, closeCode: number | null) => void
  /** The local time that goes out with a ping. */
  stamp: () => number
  /** A class like the browser's, for where there is none. */
  WebSocket?: unknown
  pingEverySeconds: number
}

/** A ping unanswered for so long shows that nobody is there. */
const ANSWER_WITHIN_MS = 5_000
const CONNECT_WITHIN_MS = 8_000

export class LiveSocket {
  readonly #options: SocketOptions
  #socket: ReconnectingWebSocket | undefined
  #beat: ReturnType<typeof setInterval> | undefined
  #deadline: ReturnType<typeof setTimeout> | undefined
  #hasOpened = false

  constructor(options: SocketOptions) {
    this.#options = options
  }

  /** Connects, unless that was done. */
  open(): void {
    if (this.#socket) return
    this.#options.onState('connecting', null)
    this.#socket = this.#dial()
    forPage('addEventListener', this.#onPage)
  }

  /** Connects anew at once, with a new ticket. */
  reconnect(): void {
    this.#stopBeating()
    this.#socket?.reconnect()
  }

  /** Ends the connection for good. */
  close(): void {
    forPage('removeEventListener', this.#onPage)
    this.#stopBeating()
    this.#socket?.close()
    this.#options.onState('closed', null)
  }

  /** Sends now or never: what is asked of a dead connection is asked again when the next stands. */
  send(message: ClientMessage): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(message))
  }

  /** Asks whether anybody is there; without an answer in time, connects anew. */
  ping(): void {
    if (this.#socket?.readyState !== 1) return
    this.send({ type: 'ping', sent_at: this.#options.stamp() })
    this.#deadline ??= setTimeout(() => this.reconnect(), ANSWER_WITHIN_MS)
  }

  #dial(): ReconnectingWebSocket {
    const socket = new ReconnectingWebSocket(this.#options.address, [], {
      ...(this.#options.WebSocket ? { WebSocket: this.#options.WebSocket } : {}),
      connectionTimeout: CONNECT_WITHIN_MS,
      // Clients that were dropped together must not come back together.
      minReconnectionDelay: 300 + Math.random() * 1_200,
      maxReconnectionDelay: 5_000 + Math.random() * 2_000,
      reconnectionDelayGrowFactor: 1.6,
      maxEnqueuedMessages: 0,
    })
    socket.addEventListener('open', () => this.#opened())
    socket.addEventListener('close', ({ code }) => this.#dropped(code))
    socket.addEventListener('message', ({ data }) => {
      this.#heard()
      if (typeof data === 'string') this.#options.onMessage(data)
    })
    return socket
  }

  #opened(): void {
    this.#hasOpened = true
    this.#stopBeating()
    this.#options.onState('open', null)
    this.ping()
    this.#beat = setInterval(() => this.ping(), this.#options.pingEverySeconds * 1_000)
  }

  #dropped(code: number): void {
    this.#stopBeating()
    this.#options.onState(this.#hasOpened ? 'reconnecting' : 'connecting', code)
  }

  #heard(): void {
    clearTimeout(this.#deadline)
    this.#deadline = undefined
  }

  #stopBeating(): void {
    clearInterval(this.#beat)
    this.#heard()
  }

  /** What the page knows before the connection does. */
  readonly #onPage = ({ type }: Event): void => {
    if (type === 'offline') {
      this.#stopBeating()
      this.#socket?.close()
      this.#options.onState('reconnecting', null)
    } else if (type === 'online') {
      this.reconnect()
    } else {
      this.ping()
    }
  }
}

function forPage(
  method: 'addEventListener' | 'removeEventListener',
  listener: (event: Event) => void,
): void {
  if (typeof window === 'undefined') return
  window[method]('online', listener)
  window[method]('offline', listener)
  document[method]('visibilitychange', listener)
}
