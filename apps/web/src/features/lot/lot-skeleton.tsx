/** The shape of a lot's page, while it is on its way. */

import { Skeleton } from '@vendue/ui/page-states'

import { useTranslation } from '@/shared/i18n/translation'

export function LotSkeleton() {
  const { t } = useTranslation()
  return (
    <div
      className="grid gap-8 pt-9 *:min-w-0 wide:grid-cols-[7fr_5fr] wide:gap-12"
      role="status"
      aria-label={t('loading')}
    >
      <div className="grid content-start gap-2">
        <Skeleton className="aspect-square" />
        <Skeleton className="h-18" />
      </div>
      <div className="grid content-start gap-6">
        <Skeleton className="h-24" />
        <Skeleton className="h-180" />
      </div>
    </div>
  )
}
