/** The lots that somebody watches: those that can be bid on first, by their end. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LotState, LotSummary } from '@vendue/sdk'
import { listWatchedLotsOptions } from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState, LotGridSkeleton } from '@vendue/ui/page-states'

import { useFirstSight } from '@/shared/first-sight'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { isPublished, LotTile } from '@/shared/lots/lot-tile'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'

type WatchedLot = LotSummary & { state: LotState }

const GROUPS = ['live', 'scheduled', 'closed'] as const
/** The same question as that of the watch buttons: one answer serves both. */
const WATCHED = { query: { limit: 100 } }

export function WatchingPage() {
  const { t } = useTranslation(['watching', 'common'])
  const watched = useQuery(listWatchedLotsOptions(WATCHED))
  const lots = watched.data?.items.filter(isPublished)
  return (
    <OwnPage title={t('title')}>
      {watched.isPending && <LotGridSkeleton count={4} label={t('common:loading')} />}
      {watched.isError && lots === undefined && (
        <Problem error={watched.error} onRetry={() => void watched.refetch()} />
      )}
      {lots?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={
            <Link to="/search" className={buttonClass('outlined')}>
              {t('empty.action')}
            </Link>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
      {lots !== undefined && lots.length > 0 && <Groups lots={lots} />}
    </OwnPage>
  )
}

function Groups({ lots }: { lots: readonly WatchedLot[] }) {
  const { t } = useTranslation(['watching', 'common'])
  const places = useFirstSight(lots, ({ lot_id }) => lot_id, placeOf)
  const inOrder = lots.toSorted((a, b) => places.placeOf(a).localeCompare(places.placeOf(b)))
  return GROUPS.map((group) => {
    const own = inOrder.filter((lot) => places.placeOf(lot).startsWith(group))
    if (own.length === 0) return null
    return (
      <section key={group} aria-labelledby={group}>
        <div className="mb-6 flex flex-wrap items-baseline gap-x-4 border-b border-ink pb-3">
          <h2 id={group} className="text-28!">
            {t(`group.${group}`)}
          </h2>
          <p className="text-14 text-muted figures">{t('common:lots', counted(own.length))}</p>
        </div>
        <div className="lot-grid">
          {own.map((lot) => (
            <LotTile key={lot.lot_id} lot={lot} />
          ))}
        </div>
      </section>
    )
  })
}

/** "live 2026-…": the group, then the moment by which its lots are put in order. */
function placeOf({ state }: WatchedLot): string {
  const { status, starts_at, ends_at, closed_at } = state
  if (status === 'live') return `live ${ends_at}`
  if (status === 'scheduled') return `scheduled ${starts_at}`
  // The latest result first: later moments get smaller figures.
  const before = 1e14 - Date.parse(closed_at ?? ends_at)
  return `closed ${before}`
}
