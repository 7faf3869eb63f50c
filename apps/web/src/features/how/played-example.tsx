/** The example that answers: whatever maximum is chosen, the auction is played anew. */

import { Price } from '@vendue/ui/price'
import { StandingBadge } from '@vendue/ui/standing'
import { formatMoney } from '@vendue/ui/values/money'
import { useId, useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import type { LotRules } from '@/shared/lots/terms'

import { type Move, OTHERS_MINOR, played, START_MINOR } from './example'

const CURRENCY = 'EUR'
const MOST_MINOR = 50_000
const STEP_MINOR = 1_000

export function PlayedExample({ increments }: { increments: LotRules['increments'] }) {
  const { t } = useTranslation('how')
  const language = useLanguage()
  const field = useId()
  const [maximumMinor, setMaximum] = useState(45_000)
  const money = (minor: number) => formatMoney(minor, CURRENCY, language)
  const moves = played(maximumMinor, increments)
  const end = moves.at(-1)
  const isWon = end?.leader === 'you'
  return (
    <div className="rounded-panel border border-line bg-surface p-5 mid:p-6">
      <div className="grid gap-2">
        <label htmlFor={field} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="text-14 font-medium">{t('example.maximum')}</span>
          <Price minor={maximumMinor} currency={CURRENCY} size={36} />
        </label>
        <input
          id={field}
          type="range"
          min={START_MINOR}
          max={MOST_MINOR}
          step={STEP_MINOR}
          value={maximumMinor}
          aria-valuetext={money(maximumMinor)}
          onChange={(event) => setMaximum(Number(event.target.value))}
          className="h-11 w-full cursor-pointer accent-accent"
        />
        <p className="text-13 text-muted">{t('example.try')}</p>
      </div>
      <ol className="mt-4 border-t border-ink">
        {moves.map((move) => (
          <MoveRow key={move.bidder} move={move} maximumMinor={maximumMinor} money={money} />
        ))}
      </ol>
      <div className="grid gap-1 pt-4" role="status">
        <p className="flex flex-wrap items-center gap-3">
          <StandingBadge standing={isWon ? 'leading' : 'outbid'} />
          <b className="font-semibold">
            {t(isWon ? 'example.won' : 'example.lost', { price: money(end?.priceMinor ?? 0) })}
          </b>
        </p>
        <p className="text-14 text-muted">
          {t(isWon ? 'example.wonWhy' : 'example.lostWhy', {
            maximum: money(maximumMinor),
            other: money(Math.max(...OTHERS_MINOR)),
            saved: money(maximumMinor - (end?.priceMinor ?? 0)),
          })}
        </p>
      </div>
    </div>
  )
}

interface MoveRowProps {
  readonly move: Move
  readonly maximumMinor: number
  readonly money: (minor: number) => string
}

function MoveRow({ move, maximumMinor, money }: MoveRowProps) {
  const { t } = useTranslation('how')
  const isYou = move.bidder === 'you'
  const values = {
    number: move.bidder,
    offer: money(move.offerMinor),
    price: money(move.priceMinor),
    maximum: money(maximumMinor),
  }
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1 border-b border-line py-3 text-14">
      <p>
        <b className={isYou || move.leader === 'you' ? 'font-semibold' : 'font-medium'}>
          {t(isYou ? 'example.you' : 'example.other', values)}
        </b>{' '}
        <span className="text-muted">{t(`effect.${effectText(move)}`, values)}</span>
      </p>
      <Price minor={move.priceMinor} currency={CURRENCY} size={18} isLive />
    </li>
  )
}

/** The same effect is said otherwise where the visitor no longer leads. */
function effectText(move: Move) {
  if (move.effect === 'first' || move.effect === 'tied') return move.effect
  const whose = move.leader === 'you' ? 'yours' : 'theirs'
  if (move.effect === 'too_low') return `too_low_${whose}` as const
  if (move.effect === 'answered') return `answered_${whose}` as const
  return 'overtook'
}
