/** The lots that were found, in the four states of a page. */

import { Button } from '@vendue/ui/button'
import { EmptyState, InfoNotice, LotGridSkeleton } from '@vendue/ui/page-states'
import { useChoices } from '@/shared/choices'
import { useTranslation } from '@/shared/i18n/translation'
import { LotTile } from '@/shared/lots/lot-tile'
import { More } from '@/shared/more'
import { Problem } from '@/shared/problem'

import { LotRows } from './lot-rows'
import type { Search } from './use-search'

export function Results({ search, onClear }: { search: Search; onClear: () => void }) {
  const { t } = useTranslation(['search', 'common'])
  const { density } = useChoices()
  const { lots, error } = search
  if (error !== null) return <Problem error={error} onRetry={search.again} />
  if (lots === undefined) return <LotGridSkeleton count={8} label={t('common:loading')} />
  if (lots.length === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={<Button onClick={onClear}>{t('empty.action')}</Button>}
      >
        {t('empty.text')}
      </EmptyState>
    )
  }
  return (
    // What still answers the question before is dimmed, and stays where it is.
    <div className={`grid gap-6 transition-opacity ${search.isOld ? 'opacity-60' : ''}`}>
      {search.isSimilar && <InfoNotice>{t('similar')}</InfoNotice>}
      {density === 'grid' ? (
        <div className="lot-grid">
          {lots.map((lot, place) => (
            <LotTile key={lot.lot_id} lot={lot} level="h2" isFirst={place < 4} />
          ))}
        </div>
      ) : (
        <LotRows lots={lots} />
      )}
      <More list={search.more} />
    </div>
  )
}
