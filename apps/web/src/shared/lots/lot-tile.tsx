/** A lot as a card that stays current, wherever lots are shown side by side. */

import { Link } from '@tanstack/react-router'
import type { LotState, LotSummary } from '@vendue/sdk'
import { LotCard, type LotCardProps } from '@vendue/ui/lot-card'
import { Badge } from '@vendue/ui/standing'
import { useTranslation } from '@/shared/i18n/translation'

import { counted } from '../i18n/plural'
import { localName, useLanguage } from '../i18n/use-language'
import { useCurrentState } from './current-state'
import { useMyStanding } from './standings'
import { WatchButton } from './watch-button'

export interface LotTileProps extends Pick<LotCardProps, 'isFirst' | 'level'> {
  readonly lot: LotSummary & { state: LotState }
}

/** A lot under its category. */
export function LotTile({ lot, isFirst, level }: LotTileProps) {
  return (
    <LiveCard
      title={lot.title}
      picture={lot.photograph}
      over={localName(lot.category, useLanguage())}
      listed={lot.state}
      isFirst={isFirst}
      level={level}
    />
  )
}

export interface LiveCardProps
  extends Pick<LotCardProps, 'isFirst' | 'level' | 'picture' | 'over'> {
  readonly title: string
  readonly listed: LotState
}

/** A card of which only the picture and what stands over the title are the list's own. */
export function LiveCard({ title, listed, ...own }: LiveCardProps) {
  const { t } = useTranslation()
  const state = useCurrentState(listed)
  const standing = useMyStanding(state.lot_id)
  return (
    <LotCard
      {...own}
      lotId={state.lot_id}
      title={
        <Link to="/lot/$lotId" params={{ lotId: state.lot_id }}>
          {title}
        </Link>
      }
      priceMinor={state.hammer_price_minor ?? state.price_minor}
      currency={state.currency}
      endsAt={state.closed_at ?? state.ends_at}
      isOpen={state.status === 'live'}
      bids={t('bids', counted(state.bid_count))}
      standing={standing}
      result={<LotOutcome state={state} />}
      watch={<WatchButton lotId={state.lot_id} title={title} />}
    />
  )
}

/** What became of a lot that takes no bids now. */
export function LotOutcome({ state }: { state: LotState }) {
  const { t } = useTranslation()
  if (state.status === 'live') return null
  return <Badge>{t(`result.${state.result ?? 'scheduled'}`)}</Badge>
}

/** Whether a lot has been published: only then it has a price and an end. */
export function isPublished(lot: LotSummary): lot is LotSummary & { state: LotState } {
  return lot.state !== null
}
