/** A lot as a card that stays current, wherever lots are shown side by side. */

import { Link } from '@tanstack/react-router'
import type { LotState, LotSummary } from '@vendue/sdk'
import { LotCard } from '@vendue/ui/lot-card'
import { Badge } from '@vendue/ui/standing'
import { useTranslation } from '@/shared/i18n/translation'

import { counted } from '../i18n/plural'
import { localName, useLanguage } from '../i18n/use-language'
import { useCurrentState } from './current-state'
import { useMyStanding } from './standings'
import { WatchButton } from './watch-button'

export interface LotTileProps {
  readonly lot: LotSummary & { state: LotState }
  readonly isFirst?: boolean
  readonly level?: 'h2' | 'h3'
}

export function LotTile({ lot, isFirst, level }: LotTileProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const state = useCurrentState(lot.state)
  const standing = useMyStanding(lot.lot_id)
  return (
    <LotCard
      lotId={lot.lot_id}
      picture={lot.photograph}
      over={localName(lot.category, language)}
      title={
        <Link to="/lot/$lotId" params={{ lotId: lot.lot_id }}>
          {lot.title}
        </Link>
      }
      priceMinor={state.hammer_price_minor ?? state.price_minor}
      currency={state.currency}
      endsAt={state.closed_at ?? state.ends_at}
      isOpen={state.status === 'live'}
      bids={t('bids', counted(state.bid_count))}
      standing={standing}
      result={<LotOutcome state={state} />}
      watch={<WatchButton lotId={lot.lot_id} title={lot.title} />}
      isFirst={isFirst}
      level={level}
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
