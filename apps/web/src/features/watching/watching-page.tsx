/** The lots that somebody watches: those that can be bid on first, by their end. */

import { Link } from '@tanstack/react-router'
import type { LotState, LotSummary } from '@vendue/sdk'
import { Button, buttonClass } from '@vendue/ui/button'
import { EmptyState, LotGridSkeleton } from '@vendue/ui/page-states'
import { useState } from 'react'

import { useFirstSight } from '@/shared/first-sight'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { isPublished, LotTile } from '@/shared/lots/lot-tile'
import { useWatched } from '@/shared/lots/watched'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'

type WatchedLot = LotSummary & { state: LotState }

const GROUPS = ['live', 'scheduled', 'closed'] as const
/** A card keeps itself current: of a thousand lots so many at a time. */
const SHOWN_AT_ONCE = 48

export function WatchingPage() {
  const { t } = useTranslation(['watching', 'common'])
  const watched = useWatched()
  const lots = watched.data?.filter(isPublished)
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
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const inOrder = lots.toSorted((a, b) => places.placeOf(a).localeCompare(places.placeOf(b)))
  const groupOf = (lot: WatchedLot) => GROUPS[Number(places.placeOf(lot)[0])]
  return (
    <>
      {GROUPS.map((group) => {
        const own = inOrder.slice(0, shown).filter((lot) => groupOf(lot) === group)
        if (own.length === 0) return null
        const count = inOrder.filter((lot) => groupOf(lot) === group).length
        return (
          <section key={group} aria-labelledby={group}>
            <div className="mb-6 flex flex-wrap items-baseline gap-x-4 border-b border-ink pb-3">
              <h2 id={group} className="text-28!">
                {t(`group.${group}`)}
              </h2>
              <p className="text-14 text-muted figures">{t('common:lots', counted(count))}</p>
            </div>
            <div className="lot-grid">
              {own.map((lot) => (
                <LotTile key={lot.lot_id} lot={lot} />
              ))}
            </div>
          </section>
        )
      })}
      {shown < inOrder.length && (
        <div className="flex justify-center border-t border-line pt-6">
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>{t('common:more')}</Button>
        </div>
      )}
    </>
  )
}

/** "0 2026-…": the number of the group, then the moment by which its lots are put in order. */
function placeOf({ state }: WatchedLot): string {
  const { status, starts_at, ends_at, closed_at } = state
  if (status === 'live') return `0 ${ends_at}`
  if (status === 'scheduled') return `1 ${starts_at}`
  // The latest result first: later moments get smaller figures.
  const before = 1e14 - Date.parse(closed_at ?? ends_at)
  return `2 ${before}`
}
