/**
 * One bid on its way: a state machine without a clock, a network or a page.
 *
 * A bid is meant once and has one key, which every repetition carries. Nothing here ever makes a
 * second bid out of the first, and nothing is said to stand before the server has said so.
 */

/** A bid or a purchase as the person meant it. */
export interface Intent {
  /** Made with the intent; sent with every repetition, so that it counts once. */
  readonly key: string
  readonly kind: 'bid' | 'purchase'
  /** The maximum of a bid, or the price of a purchase, in minor units. */
  readonly amountMinor: number
}

/** Why the person is asked once more before anything is sent. */
export type Doubt = 'far_above' | 'just_changed'

/** What a refusal says, and the least that would be taken now, where it names that. */
export interface Refusal {
  readonly code: string
  readonly minimumMinor: number | null
}

export type Attempt =
  | { readonly step: 'idle' }
  | { readonly step: 'doubted'; readonly intent: Intent; readonly doubt: Doubt }
  | { readonly step: 'sending'; readonly intent: Intent }
  /** No answer came. Whether the bid stands is asked again with the same key. */
  | { readonly step: 'unknown'; readonly intent: Intent; readonly isAsking: boolean }
  | { readonly step: 'refused'; readonly intent: Intent; readonly refusal: Refusal }
  | { readonly step: 'accepted'; readonly intent: Intent }

export type Happening =
  | { readonly type: 'meant'; readonly intent: Intent; readonly doubt: Doubt | null }
  | { readonly type: 'confirmed' }
  | { readonly type: 'accepted'; readonly key: string }
  | { readonly type: 'refused'; readonly key: string; readonly refusal: Refusal }
  | { readonly type: 'unanswered'; readonly key: string }
  | { readonly type: 'asked_again' }
  /** The person went on to something else: typed, or turned back from a doubt. */
  | { readonly type: 'left' }

export const IDLE: Attempt = { step: 'idle' }

/** What a happening makes of an attempt; one that does not fit changes nothing. */
export function next(attempt: Attempt, happening: Happening): Attempt {
  switch (happening.type) {
    case 'meant':
      return mayBegin(attempt) ? begun(happening.intent, happening.doubt) : attempt
    case 'confirmed':
      return attempt.step === 'doubted' ? { step: 'sending', intent: attempt.intent } : attempt
    case 'asked_again':
      return attempt.step === 'unknown' ? { ...attempt, isAsking: true } : attempt
    case 'left':
      return isOnItsWay(attempt) ? attempt : IDLE
    default:
      return answered(attempt, happening)
  }
}

/** Whether a bid is out and its answer is not: no other may be begun. */
export function isOnItsWay(attempt: Attempt): boolean {
  return attempt.step === 'sending' || attempt.step === 'unknown'
}

function mayBegin(attempt: Attempt): boolean {
  return !isOnItsWay(attempt)
}

function begun(intent: Intent, doubt: Doubt | null): Attempt {
  return doubt === null ? { step: 'sending', intent } : { step: 'doubted', intent, doubt }
}

type Answer = Extract<Happening, { key: string }>

/** An answer to another intent is none to this one. */
function answered(attempt: Attempt, answer: Answer): Attempt {
  if (attempt.step !== 'sending' && attempt.step !== 'unknown') return attempt
  const { intent } = attempt
  if (intent.key !== answer.key) return attempt
  if (answer.type === 'accepted') return { step: 'accepted', intent }
  if (answer.type === 'refused') return { step: 'refused', intent, refusal: answer.refusal }
  return { step: 'unknown', intent, isAsking: false }
}
