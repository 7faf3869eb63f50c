/** Puts a lot beside others, and leads to where they stand side by side. */

import { Link } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { Columns2 } from 'lucide-react'

import { useTranslation } from '@/shared/i18n/translation'
import { useComparison } from '@/shared/lots/comparison'

export function CompareButton({ lotId }: { lotId: string }) {
  const { t } = useTranslation('lot-details')
  const { lotIds, toggle } = useComparison()
  const isCompared = lotIds.includes(lotId)
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Button
        look="quiet"
        className="-ms-2 text-14!"
        aria-pressed={isCompared}
        onClick={() => toggle(lotId)}
      >
        <Columns2 size={20} strokeWidth={1.6} aria-hidden="true" />
        {t(isCompared ? 'compare.stop' : 'compare.start')}
      </Button>
      <span role="status" className="text-14 text-muted">
        {isCompared && lotIds.length === 1 && t('compare.second')}
      </span>
      {lotIds.length > 1 && (
        <Link
          to="/compare"
          search={{ lots: lotIds }}
          className="link inline-flex min-h-11 items-center"
        >
          {t('compare.show', { count: lotIds.length })}
        </Link>
      )}
    </p>
  )
}
