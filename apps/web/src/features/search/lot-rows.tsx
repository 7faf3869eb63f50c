/** Lots as rows of a ledger: many on a screen, figures in columns. */

import { Link } from '@tanstack/react-router'
import { Clock, End } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import { StandingBadge } from '@vendue/ui/standing'
import { formatCount } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { useMyStanding } from '@/shared/lots/standings'
import { WatchButton } from '@/shared/lots/watch-button'

import type { FoundLot } from './use-search'

export function LotRows({ lots }: { lots: readonly FoundLot[] }) {
  const { t } = useTranslation('search')
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('column.lot')}</th>
          <th scope="col" className="hidden wide:table-cell">
            {t('column.place')}
          </th>
          <th scope="col" className="figure hidden wide:table-cell">
            {t('column.bids')}
          </th>
          <th scope="col" className="figure">
            {t('column.price')}
          </th>
          <th scope="col" className="figure">
            {t('column.closes')}
          </th>
          <th scope="col" className="hidden wide:table-cell">
            <span className="visually-hidden">{t('column.watch')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <LotRow key={lot.lot_id} lot={lot} />
        ))}
      </tbody>
    </table>
  )
}

function LotRow({ lot }: { lot: FoundLot }) {
  const state = useCurrentState(lot.state)
  const standing = useMyStanding(lot.lot_id)
  return (
    <tr className="relative hover:bg-sunk">
      <td>
        <div className="flex items-center gap-3 wide:gap-4">
          <Plate
            seed={lot.lot_id}
            picture={lot.photograph}
            alt=""
            sizes="56px"
            className="w-11 flex-none wide:w-14"
          />
          <p className="font-display text-16/[1.2] font-medium wide:text-18">
            <Link
              to="/lot/$lotId"
              params={{ lotId: lot.lot_id }}
              className="after:absolute after:inset-0"
            >
              {lot.title}
            </Link>
          </p>
          {standing !== null && <StandingBadge standing={standing} />}
        </div>
      </td>
      <td className="hidden text-muted wide:table-cell">{lot.city}</td>
      <td className="figure hidden wide:table-cell">{formatCount(state.bid_count)}</td>
      <td className="figure">
        <Price
          minor={state.hammer_price_minor ?? state.price_minor}
          currency={state.currency}
          size={18}
          isLive
        />
      </td>
      <td className="figure">
        {state.status === 'live' ? <Clock endsAt={state.ends_at} /> : <LotOutcome state={state} />}
        <p className="text-13 text-muted">
          <End endsAt={state.closed_at ?? state.ends_at} />
        </p>
      </td>
      <td className="relative z-1 hidden w-14 wide:table-cell">
        <WatchButton lotId={lot.lot_id} title={lot.title} />
      </td>
    </tr>
  )
}
