/** One lot's messages put in order: each sequence once, no gap unnoticed, never an older state. */
import type { LotState } from '../generated/realtime/types.gen'

/** The last fact seen of a lot. */
export interface Position {
  epoch: number
  sequence: number
}

/** What a message of a lot is in view of those before it. */
export type Verdict = 'next' | 'seen' | 'gap'

/** What is known of a lot. Never changed: a new one takes its place. */
export interface LotView {
  state: LotState | null
  /** How many connections watch the lot; null until it was told. */
  viewers: number | null
  /** Whether news arrives as it happens. Otherwise the state is as old as it is. */
  isLive: boolean
}

type Message = Record<string, unknown>

interface Range extends Position {
  first: number
}

export const NOTHING_KNOWN: LotView = { state: null, viewers: null, isLive: false }

export class LotStream {
  #position: Position | null = null
  #view: LotView = NOTHING_KNOWN

  /** Where to resume. */
  get position(): Position | null {
    return this.#position
  }

  get view(): LotView {
    return this.#view
  }

  set isLive(isLive: boolean) {
    if (isLive !== this.#view.isLive) this.#view = { ...this.#view, isLive }
  }

  /** Takes a message, unless it is old or begins after a gap. */
  take(message: Message): Verdict {
    if (message.type === 'lot.viewers') return this.#count(message)
    const range = rangeOf(message)
    if (range === null) return 'seen'
    const verdict = message.type === 'lot.snapshot' ? this.#replaced(range) : this.#followed(range)
    if (verdict === 'next') {
      this.#position = { epoch: range.epoch, sequence: range.sequence }
      this.offer(message.state)
    }
    return verdict
  }

  /** Shows a state that came by another way, such as the answer to a bid, if it is newer. */
  offer(state: unknown): boolean {
    if (!isState(state) || isOlder(state, this.#view.state)) return false
    this.#view = { ...this.#view, state }
    return true
  }

  #count(message: Message): Verdict {
    if (typeof message.viewers !== 'number') return 'seen'
    this.#view = { ...this.#view, viewers: message.viewers }
    return 'next'
  }

  /** A snapshot stands by itself; one of the same sequence says that the lot has opened. */
  #replaced(range: Range): Verdict {
    return isOlder(range, this.#position) ? 'seen' : 'next'
  }

  #followed(range: Range): Verdict {
    if (this.#position === null) return 'next'
    if (range.sequence <= this.#position.sequence) return 'seen'
    return range.first > this.#position.sequence + 1 ? 'gap' : 'next'
  }
}

/** Whether the one was before the other; false where there is no other. */
export function isOlder(one: Position, other: Position | null | undefined): boolean {
  if (!other) return false
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.sequence < other.sequence)
}

/** Which facts a message tells of: by its fields, so that a type of tomorrow has its place too. */
function rangeOf(message: Message): Range | null {
  const { epoch, sequence, first_sequence, last_sequence } = message
  const last = sequence ?? last_sequence
  if (typeof epoch !== 'number' || typeof last !== 'number') return null
  return {
    epoch,
    sequence: last,
    first: typeof first_sequence === 'number' ? first_sequence : last,
  }
}

function isState(state: unknown): state is LotState {
  return typeof state === 'object' && state !== null && 'sequence' in state && 'epoch' in state
}
