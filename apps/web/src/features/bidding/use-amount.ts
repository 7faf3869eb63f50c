/** The amount that the button names: what the person chose, or else what is offered. */

import { type Amount, parseAmount } from '@vendue/ui/values/amount'
import { formatMoney } from '@vendue/ui/values/money'
import { useEffect, useRef, useState } from 'react'

import { useLanguage } from '@/shared/i18n/use-language'

import { raiseOf, stepsAbove } from './amounts'
import type { Attempt } from './attempt'

/** So soon after the offered amount has moved a press may have meant the one before. */
const REACTION_MS = 800

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
  /** An amount that was chosen before signing in. */
  readonly broughtMinor: number | null
  readonly attempt: Attempt
}

export function useAmount(circumstances: Circumstances): AmountChoice {
  const { leastMinor, stepMinor, currency, isRaise, broughtMinor, attempt } = circumstances
  const language = useLanguage()
  const write = (minor: number) => bare(formatMoney(minor, currency, language))
  const [typed, setTyped] = useState<string | null>(
    broughtMinor === null ? null : write(broughtMinor),
  )
  const [isFree, setFree] = useState(false)
  useReturn(attempt, () => {
    setTyped(null)
    setFree(false)
  })

  const offered = isRaise ? raiseOf(leastMinor - 1, stepMinor, currency) : leastMinor
  const text = typed ?? write(offered)
  const read = parseAmount(text, currency)
  const minor = typed === null ? offered : read.kind === 'amount' ? read.minor : null
  const changedAt = useChangedAt(offered)
  return {
    text,
    read,
    minor,
    isOwn: typed !== null,
    isFree,
    isBrought: broughtMinor !== null,
    steps: stepsAbove(offered, stepMinor, currency),
    type: setTyped,
    pick: (chosen) => setTyped(write(chosen)),
    free: () => setFree(true),
    hasJustChanged: () => typed === null && performance.now() - changedAt.current < REACTION_MS,
  }
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

/** When the offered amount last moved by itself; not counted when the page is first drawn. */
function useChangedAt(offered: number) {
  const changedAt = useRef(-Infinity)
  const seen = useRef(offered)
  useEffect(() => {
    if (seen.current === offered) return
    seen.current = offered
    changedAt.current = performance.now()
  }, [offered])
  return changedAt
}

/** The number without its currency, which stands beside the field. */
function bare(text: string): string {
  return text.slice(0, text.lastIndexOf('\u00A0'))
}
