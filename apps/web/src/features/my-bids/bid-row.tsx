/** One lot that somebody bid on: where they stand, what it costs, when it ends, what comes next. */

import { Link } from '@tanstack/react-router'
import type { BidderStanding, Costs, LotState, MyBid } from '@vendue/sdk'
import { Clock, End } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import { StandingBadge } from '@vendue/ui/standing'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useCostsAt } from '@/shared/lots/costs'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { pictureOf } from '@/shared/lots/picture'

import { NextStep, type RenderRebid } from './next-step'
import { amountOf, standingNow } from './standing'

export interface BidRowProps {
  readonly bid: MyBid
  readonly rebid: RenderRebid
}

export function BidRow({ bid, rebid }: BidRowProps) {
  // What is closed stays as it is: nobody has to listen to it.
  return bid.state.closed_at === null ? (
    <OpenRow bid={bid} rebid={rebid} />
  ) : (
    <Row bid={bid} state={bid.state} rebid={rebid} />
  )
}

function OpenRow({ bid, rebid }: BidRowProps) {
  const state = useCurrentState(bid.state)
  return <Row bid={bid} state={state} rebid={rebid} />
}

function Row({ bid, state, rebid }: BidRowProps & { state: LotState }) {
  const standing = standingNow(bid, state)
  const costs = useCostsAt(bid.lot_id, amountOf(standing, state))
  return (
    <li className="grid grid-cols-[72px_minmax(0,1fr)] items-center gap-4 border-b border-line py-4 full:grid-cols-[72px_minmax(0,1fr)_auto_232px] full:gap-x-6">
      <Plate
        seed={bid.lot_id}
        picture={pictureOf(bid.thumbnail)}
        alt=""
        sizes="72px"
        className="w-18"
      />
      <div className="grid justify-items-start gap-1.5">
        <p className="flex min-h-6.5 flex-wrap items-center gap-2">
          <StandingBadge standing={standing} />
          {standing === 'lost' && state.result !== 'sold' && <LotOutcome state={state} />}
        </p>
        <h3 className="text-18! leading-tight!">
          <Link to="/lot/$lotId" params={{ lotId: bid.lot_id }} className="hover:underline">
            {bid.lot_title}
          </Link>
        </h3>
      </div>
      <Figures bid={bid} state={state} standing={standing} costs={costs} />
      <div className="col-span-2 full:col-span-1">
        <NextStep bid={bid} state={state} standing={standing} costs={costs} rebid={rebid} />
      </div>
    </li>
  )
}

interface FiguresProps {
  readonly bid: MyBid
  readonly state: LotState
  readonly standing: BidderStanding
  readonly costs: Costs | undefined
}

function Figures({ bid, state, standing, costs }: FiguresProps) {
  const { t } = useTranslation('bids')
  const { currency } = state
  const isOpen = state.closed_at === null
  const hasTotal = standing !== 'lost'
  return (
    <dl className="col-span-2 grid grid-cols-2 gap-x-4 gap-y-3 full:col-span-1 full:grid-cols-[112px_112px_128px_112px]">
      <Figure label={t('row.maximum')} isQuiet>
        {bid.maximum_minor === null ? (
          t('row.voided')
        ) : (
          <Price minor={bid.maximum_minor} currency={currency} size={16} />
        )}
      </Figure>
      <Figure label={t(isOpen ? 'row.price' : 'row.hammer')}>
        <Price
          minor={state.hammer_price_minor ?? state.price_minor}
          currency={currency}
          size={18}
          isLive
        />
      </Figure>
      <Figure label={t(`row.total.${standing}`)} isQuiet>
        {hasTotal && costs !== undefined ? (
          <Price minor={costs.total_minor} currency={currency} size={16} />
        ) : (
          '–'
        )}
      </Figure>
      <Figure label={isOpen ? <End endsAt={state.ends_at} /> : t('row.closed')}>
        {isOpen ? (
          <Clock endsAt={state.ends_at} size={18} />
        ) : (
          <End endsAt={state.closed_at ?? state.ends_at} />
        )}
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly label: ReactNode
  readonly isQuiet?: boolean
  readonly children: ReactNode
}

function Figure({ label, isQuiet = false, children }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5 full:justify-items-end full:text-end">
      <dt className="text-13 text-muted">{label}</dt>
      <dd
        className={`flex min-h-7 items-center figures ${isQuiet ? '[&_.price]:font-normal' : ''}`}
      >
        {children}
      </dd>
    </div>
  )
}
