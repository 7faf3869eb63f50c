/** On phones the facets come as a sheet; the result is counted while they are chosen. */

import { Button } from '@vendue/ui/button'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useApplied } from './applied-filters'
import type { FacetRailProps } from './facet-rail'

const FilterSheet = lazy(() => import('./filter-sheet'))

export function PhoneFilters(props: FacetRailProps) {
  const { t } = useTranslation('search')
  const [isOpen, setOpen] = useState(false)
  const count = useApplied(props.filters, props.search).length
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <SlidersHorizontal size={20} strokeWidth={1.6} aria-hidden="true" />
        {count === 0 ? t('filters') : t('filtersCounted', { count })}
      </Button>
      {isOpen && (
        <Suspense>
          <FilterSheet {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
