/** An amount of money as a figure: the number, its cents muted, its currency apart. */

import { useRef } from 'react'

import { useSurroundings } from './language'
import { type Cents, moneyParts } from './values/money'

export interface PriceProps {
  readonly minor: number
  readonly currency: string
  readonly size?: 16 | 18 | 22 | 36 | 46
  readonly cents?: Cents
  /** A live price shows one tint when it moves. */
  readonly isLive?: boolean
}

export function Price({ minor, currency, size, cents = 'needed', isLive = false }: PriceProps) {
  const { language } = useSurroundings()
  const tint = useTint(minor)
  const parts = moneyParts(minor, currency, language, cents)
  const sized = size === undefined ? '' : ` price-${size}`
  return (
    <span className={`price${sized}${isLive ? tint : ''}`}>
      {parts.whole}
      {parts.cents !== '' && <span className="price-cents">{parts.cents}</span>}
      <span className="price-unit">{`\u00A0${parts.unit}`}</span>
    </span>
  )
}

/** Two names of one animation in turn: a class that stays would not play it again. */
function useTint(minor: number): string {
  const seen = useRef({ minor, moves: 0 })
  if (seen.current.minor !== minor) seen.current = { minor, moves: seen.current.moves + 1 }
  const { moves } = seen.current
  if (moves === 0) return ''
  return moves % 2 === 0 ? ' price-moved-a' : ' price-moved-b'
}
