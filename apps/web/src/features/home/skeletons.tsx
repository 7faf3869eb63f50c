/** Shapes of the home page's upper part, while it is on its way. */

import { Skeleton } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

const ROWS = [1, 2, 3, 4, 5, 6, 7]

export function HallSkeleton() {
  const { t } = useTranslation()
  return (
    <div
      className="grid gap-8 wide:grid-cols-[7fr_5fr] wide:gap-12"
      role="status"
      aria-label={t('loading')}
    >
      <div className="grid content-start gap-4">
        <Skeleton className="aspect-4/3 wide:aspect-[760/470]" />
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-24 wide:h-16" />
      </div>
      <div className="grid content-start gap-3">
        <Skeleton className="h-11 w-1/2" />
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    </div>
  )
}
