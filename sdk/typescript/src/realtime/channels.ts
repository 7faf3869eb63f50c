/** What a client remembers of each channel it listens to. */
import type { ClientMessages } from '../generated/realtime/messages.gen'
import { LotStream, type Verdict } from './lot-stream'

/** So many ids are enough to know a message that comes twice. */
const REMEMBERED = 200

interface Ear {
  listener: (message: unknown) => void
  onMissed: () => void
}

export class Channel {
  readonly name: string
  readonly listeners = new Set<Ear>()
  farewell: ReturnType<typeof setTimeout> | undefined
  /** The market said that it is not for this caller. */
  isRefused = false
  /** It was asked for on the connection that stands. */
  isAsked = false
  #isFresh = true
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #heard = new Set<unknown>()

  constructor(name: string) {
    this.name = name
  }

  /** What to ask for: the channel, from where it was left. */
  request(): ClientMessages['subscribe'] {
    return { type: 'subscribe', channel: this.name }
  }

  /** From now on everything arrives; what came between the last time and now may not have. */
  subscribed(): void {
    if (!this.#isFresh) for (const { onMissed } of this.listeners) onMissed()
    this.#isFresh = false
    this.turn(true)
  }

  /** News arrives as it happens from now on, or no longer. */
  turn(_isLive: boolean): void {}

  /** A message may come twice: each id is told once. */
  take(message: Record<string, unknown>): Verdict {
    if (this.#heard.has(message.id)) return 'seen'
    const [oldest] = this.#heard
    if (this.#heard.size === REMEMBERED) this.#heard.delete(oldest)
    this.#heard.add(message.id)
    this.tell(message)
    return 'next'
  }

  /** Does something in a while, unless the channel is forgotten before. */
  later(act: () => void, ms: number): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(act, ms)
  }

  /** Does nothing any more. */
  forget(): void {
    clearTimeout(this.#again)
    clearTimeout(this.farewell)
  }

  tell(message: unknown): void {
    for (const { listener } of this.listeners) listener(message)
  }
}

/** After so many gaps in a row the whole state is asked for. */
const PATIENCE = 3

export class LotChannel extends Channel {
  readonly stream = new LotStream()
  #gaps = 0
  #isResuming = false

  override request(): ClientMessages['subscribe'] {
    const position = this.#gaps < PATIENCE ? this.stream.position : null
    return { ...super.request(), ...position }
  }

  override subscribed(): void {
    this.#isResuming = false
    super.subscribed()
  }

  override turn(isLive: boolean): void {
    if (!isLive) this.#isResuming = false
    if (this.stream.view.isLive === isLive) return
    this.stream.isLive = isLive
    this.tell(null)
  }

  /** Answers with `gap` once for each gap, however many messages come behind it. */
  override take(message: Record<string, unknown>): Verdict {
    const verdict = this.stream.take(message)
    if (verdict === 'next') {
      // Viewers are told whether there are gaps or not.
      if (message.type !== 'lot.viewers') this.#gaps = 0
      this.tell(message)
    }
    if (verdict !== 'gap') return verdict
    if (this.#isResuming) return 'seen'
    this.#isResuming = true
    this.#gaps += 1
    return 'gap'
  }
}
