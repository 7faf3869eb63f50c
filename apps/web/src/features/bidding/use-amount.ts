/** The amount that the button names: what the person chose, or else what is offered. */

import { type Amount, parseAmount } from '@vendue/ui/values/amount'
import { writeAmount } from '@vendue/ui/values/money'
import { useEffect, useRef, useState } from 'react'

import { useLanguage } from '@/shared/i18n/use-language'

import { raiseOf, stepsAbove } from './amounts'
import type { Attempt } from './attempt'
import { useJustChanged } from './use-just-changed'

export interface AmountChoice {
  /** What stands in the field. */
  readonly text: string
  readonly read: Amount
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
  readonly type: (text: string) => void
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
  const text = own.typed ?? write(offered)
  const read = parseAmount(text, currency)
  const minor = own.typed === null ? offered : minorOf(read)
  const hasMoved = useJustChanged(minor)
  return {
    text,
    read,
    minor,
    isOwn: own.typed !== null,
    isFree,
    isBrought: broughtMinor !== null,
    steps: stepsAbove(offered, stepMinor, currency),
    type: own.type,
    pick: (step) => own.type(write(step)),
    free: () => setFree(true),
    hasJustChanged: () => own.typed === null && hasMoved(),
  }
}

/** What the person chose, for as long as it can be meant; null where they chose nothing. */
function useTyped(
  { leastMinor, currency, isOutbid, broughtMinor }: Circumstances,
  isFree: boolean,
  write: (minor: number) => string,
) {
  const [typed, type] = useState(broughtMinor === null ? null : write(broughtMinor))
  const read = minorOf(parseAmount(typed ?? '', currency)) ?? 0
  // What was overtaken is let go of where no field shows it: one press must stay one press.
  const isOvertaken = typed !== null && isOutbid && !isFree && read < leastMinor
  useEffect(() => {
    if (isOvertaken) type(null)
  }, [isOvertaken])
  return { typed: isOvertaken ? null : typed, type }
}

function minorOf(read: Amount): number | null {
  return read.kind === 'amount' ? read.minor : null
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
