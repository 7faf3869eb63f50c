/** The facets beside the results, where there is room for them; a phone does not load them. */

import { Skeleton } from '@vendue/ui/page-states'
import { lazy, Suspense, useSyncExternalStore } from 'react'

import type { FacetRailProps } from './facet-rail'

const FacetRail = lazy(async () => ({ default: (await import('./facet-rail')).FacetRail }))

const WIDE = matchMedia('(min-width: 900px)')

export function WideFilters(props: FacetRailProps) {
  const isWide = useSyncExternalStore(onWidth, () => WIDE.matches)
  if (!isWide) return null
  return (
    <Suspense fallback={<Skeleton className="h-240" />}>
      <FacetRail {...props} />
    </Suspense>
  )
}

function onWidth(changed: () => void): () => void {
  WIDE.addEventListener('change', changed)
  return () => WIDE.removeEventListener('change', changed)
}
