/** Up to four lots side by side, their prices and clocks going on. */

import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Lot, LotState } from '@vendue/sdk'
import { getLotOptions } from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState, Skeleton } from '@vendue/ui/page-states'

import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { CompareTable } from './compare-table'

export interface ComparePageProps {
  readonly lotIds: readonly string[]
  readonly onRemove: (lotId: string) => void
}

export type PublishedLot = Lot & { state: LotState }

export function ComparePage({ lotIds, onRemove }: ComparePageProps) {
  const { t } = useTranslation('compare')
  const asked = useQueries({
    queries: lotIds.map((lot_id) => getLotOptions({ path: { lot_id } })),
  })
  const failed = asked.find(({ isError }) => isError)
  const lots = asked.flatMap(({ data }) => (data !== undefined && isPublished(data) ? [data] : []))
  const isPending = asked.some((one) => one.isPending)
  return (
    <div className="wrap grid gap-6 pt-6 *:min-w-0 wide:pt-8">
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {failed !== undefined && (
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {lotIds.length === 1 && <p className="text-muted">{t('oneText')}</p>}
      {isPending && <Skeleton className="h-150" />}
      {!isPending && lots.length > 0 && <CompareTable lots={lots} onRemove={onRemove} />}
      {lotIds.length === 0 && (
        <EmptyState
          title={t('empty')}
          action={
            <Link to="/search" className={buttonClass('outlined')}>
              {t('toLots')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </div>
  )
}

function isPublished(lot: Lot): lot is PublishedLot {
  return lot.state !== null
}
