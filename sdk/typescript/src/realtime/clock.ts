/** The server's clock, as well as it can be told from here: for countdowns that agree everywhere. */

interface Sample {
  /** What has to be added to the local clock. */
  offsetMs: number
  roundTripMs: number
}

/** How many of the latest samples are compared. */
const KEPT = 8
/** The machine's two clocks drift apart by more than this only by sleep or by being set. */
const JUMP_MS = 500

export interface LocalClocks {
  /** Milliseconds that nothing sets, from any origin. */
  steady: () => number
  /** Milliseconds since 1970 by the machine's own calendar. */
  calendar: () => number
}

const PLATFORM: LocalClocks = { steady: () => performance.now(), calendar: () => Date.now() }

export class ServerClock {
  readonly #local: LocalClocks
  #samples: Sample[] = []
  /** Before the first sample: as if the machine's calendar were right. */
  #offsetMs: number
  #driftMs: number

  constructor(local: LocalClocks = PLATFORM) {
    this.#local = local
    this.#driftMs = local.calendar() - local.steady()
    this.#offsetMs = this.#driftMs
  }

  /** Milliseconds since 1970 by the server's clock. */
  now(): number {
    return this.#local.steady() + this.#offsetMs
  }

  /** The local clock to say in a ping; it comes back in the pong. */
  stamp(): number {
    return this.#local.steady()
  }

  /** How far the machine's own calendar is behind the server's, in milliseconds. */
  get offsetMs(): number {
    return this.now() - this.#local.calendar()
  }

  /** Whether the server has been heard at all. */
  get isKnown(): boolean {
    return this.#samples.length > 0
  }

  /** Learns from a pong: the shorter its round trip, the better it is known when it was sent. */
  hear(sentStamp: number, serverTime: string): void {
    this.#forgetAfterJump()
    const arrived = this.#local.steady()
    const roundTripMs = Math.max(arrived - sentStamp, 0)
    this.#learn({ offsetMs: Date.parse(serverTime) - arrived + roundTripMs / 2, roundTripMs })
  }

  /** Learns from a message nobody asked for: better than nothing until the first pong. */
  overhear(serverTime: string): void {
    this.#forgetAfterJump()
    if (this.isKnown) return
    this.#offsetMs = Date.parse(serverTime) - this.#local.steady()
  }

  #learn(sample: Sample): void {
    this.#samples = [...this.#samples.slice(1 - KEPT), sample]
    const best = this.#samples.reduce((a, b) => (b.roundTripMs <= a.roundTripMs ? b : a))
    this.#offsetMs = best.offsetMs
  }

  /** After sleep the steady clock may have stood still, so what was learnt before is worth nothing. */
  #forgetAfterJump(): void {
    const driftMs = this.#local.calendar() - this.#local.steady()
    if (Math.abs(driftMs - this.#driftMs) > JUMP_MS) this.#samples = []
    this.#driftMs = driftMs
  }
}
