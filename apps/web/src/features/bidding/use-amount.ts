/** The amount that the button names: what the person chose, or else what is offered. */

import type { Amount } from '@vendue/ui/values/amount'
import { writeAmount } from '@vendue/ui/values/money'
import { useEffect, useRef, useState } from 'react'

import { useLanguage } from '@/shared/i18n/use-language'

import { raiseOf, stepsAbove } from './amounts'
import type { Attempt } from './attempt'
import { useJustChanged } from './use-just-changed'

export interface AmountChoice {
  /** What stands in the field. */
  readonly text: string
  /** In minor units; null where the field holds no one amount. */
  readonly minor: number | null
  /** Whether the person chose it, so that it stays whatever the price does. */
  readonly isOwn: boolean
  /** Whether the field is wanted where it is not shown at first. */
  readonly isFree: boolean
  /** Whether it was chosen before signing in. */
  readonly isBrought: boolean
  /** Three maxima above the least. */
  readonly steps: readonly number[]
  /** Write into the field, which has read it already. */
  readonly type: (text: string, read: Amount) => void
  readonly pick: (minor: number) => void
  /** Show the field, for an amount of one's own. */
  readonly free: () => void
  readonly hasJustChanged: () => boolean
}

interface Circumstances {
  readonly leastMinor: number
  readonly stepMinor: number
  readonly currency: string
  /** The person leads and would raise their own maximum. */
  readonly isRaise: boolean
  /** The person was outbid: one press is offered, and no field unless they ask for it. */
  readonly isOutbid: boolean
  /** An amount that was chosen before signing in. */
  readonly broughtMinor: number | null
  readonly attempt: Attempt
}

export function useAmount(circumstances: Circumstances): AmountChoice {
  const { leastMinor, stepMinor, currency, isRaise, broughtMinor, attempt } = circumstances
  const language = useLanguage()
  const write = (minor: number) => writeAmount(minor, currency, language)
  const [isFree, setFree] = useState(false)
  const own = useTyped(circumstances, isFree, write)
  useReturn(attempt, () => {
    own.type(null)
    setFree(false)
  })

  const offered = isRaise ? raiseOf(leastMinor - 1, stepMinor, currency) : leastMinor
  const minor = own.typed === null ? offered : own.typed.minor
  const hasMoved = useJustChanged(minor)
  return {
    text: own.typed?.text ?? write(offered),
    minor,
    isOwn: own.typed !== null,
    isFree,
    isBrought: broughtMinor !== null,
    steps: stepsAbove(offered, stepMinor, currency),
    type: (text, read) => own.type({ text, minor: read.kind === 'amount' ? read.minor : null }),
    pick: (step) => own.type({ text: write(step), minor: step }),
    free: () => setFree(true),
    hasJustChanged: () => own.typed === null && hasMoved(),
  }
}

/** What stands in the field, and the one amount that it was read as, where there is one. */
interface Typed {
  readonly text: string
  readonly minor: number | null
}

/** What the person chose, for as long as it can be meant; null where they chose nothing. */
function useTyped(
  { leastMinor, isOutbid, broughtMinor }: Circumstances,
  isFree: boolean,
  write: (minor: number) => string,
) {
  const [typed, type] = useState<Typed | null>(() =>
    broughtMinor === null ? null : { text: write(broughtMinor), minor: broughtMinor },
  )
  // What was overtaken is let go of where no field shows it: one press must stay one press.
  const isOvertaken = typed !== null && isOutbid && !isFree && (typed.minor ?? 0) < leastMinor
  useEffect(() => {
    if (isOvertaken) type(null)
  }, [isOvertaken])
  return { typed: isOvertaken ? null : typed, type }
}

/** After a bid, and after one that came too late, the amount is the offered one again. */
function useReturn(attempt: Attempt, reset: () => void): void {
  const isSpent =
    attempt.step === 'accepted' ||
    (attempt.step === 'refused' && attempt.refusal.minimumMinor !== null)
  const key = isSpent ? attempt.intent.key : null
  const spent = useRef<string | null>(null)
  useEffect(() => {
    if (key === null || key === spent.current) return
    spent.current = key
    reset()
  })
}
