/** Where in the tree of categories the search stands: the way up, and what lies below. */

import type { Category } from '@vendue/sdk'
import { Facet, Tick } from '@vendue/ui/facet'
import { formatCount } from '@vendue/ui/values/money'
import { useId } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { localName, useLanguage } from '@/shared/i18n/use-language'

import type { FacetRailProps } from './facet-rail'
import { present } from './filters'

export function CategoryFacet({ filters, search, onChange }: FacetRailProps) {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const group = useId()
  const go = (category: string | undefined) =>
    // Attributes belong to their category: another one has others.
    onChange(present({ ...filters, category, attribute: undefined }))
  return (
    <Facet title={t('category')}>
      <Tick
        radio={group}
        label={t('allCategories')}
        isChecked={filters.category === undefined}
        onChange={() => go(undefined)}
      />
      {shownOf(search.categories, filters.category).map(({ category, isUnder }) => (
        <Tick
          key={category.slug}
          radio={group}
          isUnder={isUnder}
          label={localName(category, language)}
          count={formatCount(category.lot_count)}
          isChecked={filters.category === category.slug}
          onChange={() => go(category.slug)}
        />
      ))}
    </Facet>
  )
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
