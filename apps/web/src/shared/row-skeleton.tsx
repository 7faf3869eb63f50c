/** Rows in place of rows. */

import { Skeleton } from '@vendue/ui/page-states'

import { useTranslation } from './i18n/translation'

const ROWS = [1, 2, 3, 4]

export function RowSkeleton({ height = 'h-19' }: { height?: string }) {
  const { t } = useTranslation()
  return (
    <div
      className="grid divide-y divide-line border-t border-ink"
      role="status"
      aria-label={t('loading')}
    >
      {ROWS.map((row) => (
        <div key={row} className="grid grid-cols-[72px_minmax(0,1fr)] gap-4 py-4">
          <Skeleton className="aspect-square" />
          <Skeleton className={height} />
        </div>
      ))}
    </div>
  )
}
