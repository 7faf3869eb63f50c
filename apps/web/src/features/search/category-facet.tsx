/** Where in the tree of categories the search stands: the way up, and what lies below. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Category } from '@vendue/sdk'
import { countLotsOptions } from '@vendue/sdk/react-query'
import { Facet, Tick } from '@vendue/ui/facet'
import { useId } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { localName, useLanguage } from '@/shared/i18n/use-language'

import { countOf } from './counts'
import type { FacetRailProps } from './facet-rail'
import { countingOf, type Filters } from './filters'

export function CategoryFacet({ filters, search, onChange }: FacetRailProps) {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const group = useId()
  const go = (category: string | undefined) =>
    // Attributes belong to their category: another one has others.
    onChange((before) => ({ ...before, category, attribute: undefined }))
  const shown = shownOf(search.categories, filters.category)
  const root = shown.find(({ isUnder }) => isUnder)?.category.parent ?? undefined
  const amongRoots = useCategoryCounts(filters, undefined)
  const amongChildren = useCategoryCounts(filters, root)
  return (
    <Facet title={t('category')}>
      <Tick
        radio={group}
        label={t('allCategories')}
        isChecked={filters.category === undefined}
        onChange={() => go(undefined)}
      />
      {shown.map(({ category, isUnder }) => (
        <Tick
          key={category.slug}
          radio={group}
          isUnder={isUnder}
          label={localName(category, language)}
          count={countOf(isUnder ? amongChildren : amongRoots, category.slug)}
          isChecked={filters.category === category.slug}
          onChange={() => go(category.slug)}
        />
      ))}
    </Facet>
  )
}

/**
 * How many lots each category below this one would leave, with all that is asked besides.
 *
 * The counts of the search itself tell of what lies below the chosen category alone.
 */
function useCategoryCounts(filters: Filters, category: string | undefined) {
  const query = countingOf({ ...filters, category, attribute: undefined })
  const counts = useQuery({ ...countLotsOptions({ query }), placeholderData: keepPreviousData })
  return counts.data?.facets.find(({ name }) => name === 'category')
}

interface Shown {
  readonly category: Category
  readonly isUnder: boolean
}

/** The roots, and below the one that holds the chosen category its children. */
function shownOf(categories: readonly Category[], chosen: string | undefined): Shown[] {
  const path = categories.find(({ slug }) => slug === chosen)?.path
  const root = path?.split('/')[0]
  return categories
    .filter(({ parent }) => parent === null)
    .flatMap((category) => [
      { category, isUnder: false },
      ...categories
        .filter(({ parent }) => category.slug === root && parent === root)
        .map((child) => ({ category: child, isUnder: true })),
    ])
}
