/** What a search finds, how many of each kind there are, and what the page is called. */

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Category, CategoryDetail, Count, Facet, LotState, LotSummary } from '@vendue/sdk'
import {
  countLotsOptions,
  getCategoryOptions,
  listCategoriesOptions,
} from '@vendue/sdk/react-query'
import { useTranslation } from '@/shared/i18n/translation'

import { localName, useLanguage } from '@/shared/i18n/use-language'
import { isPublished } from '@/shared/lots/lot-tile'
import type { Continued } from '@/shared/more'

import { countingOf, type Filters } from './filters'
import { lotsFound, STANDS_MS } from './queries'

export type FoundLot = LotSummary & { state: LotState }

export interface Search {
  readonly lots: readonly FoundLot[] | undefined
  readonly error: unknown
  readonly again: () => void
  readonly more: Continued
  /** Whether these are not quite what was asked for, because nothing is. */
  readonly isSimilar: boolean
  /** Whether what is shown still answers the question before. */
  readonly isOld: boolean
  readonly total: Count | undefined
  readonly facets: readonly Facet[]
  readonly categories: readonly Category[]
  readonly category: CategoryDetail | undefined
  readonly heading: string
}

export function useSearch(filters: Filters): Search {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const found = useInfiniteQuery({
    ...lotsFound(filters),
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  })
  const counts = useQuery({
    ...countLotsOptions({ query: countingOf(filters) }),
    placeholderData: keepPreviousData,
  })
  const categories = useQuery({ ...listCategoriesOptions(), staleTime: STANDS_MS })
  const category = useQuery({
    ...getCategoryOptions({ path: { category: filters.category ?? '' } }),
    enabled: filters.category !== undefined,
    staleTime: STANDS_MS,
  })
  const own = filters.category === undefined ? undefined : category.data
  const pages = found.data?.pages
  return {
    lots: pages?.flatMap(({ items }) => items).filter(isPublished),
    // What was found stays: that there is no more of it now is said where more is asked for.
    error: pages === undefined ? (found.error ?? null) : categoryError(),
    again: () => void found.refetch(),
    more: found,
    isSimilar: pages?.[0]?.is_similar ?? false,
    isOld: found.isPlaceholderData,
    total: counts.data?.total,
    facets: counts.data?.facets ?? [],
    categories: categories.data?.items ?? [],
    category: own,
    heading: heading(),
  }

  function categoryError(): unknown {
    return filters.category === undefined || own !== undefined ? null : category.error
  }

  function heading(): string {
    if (filters.words !== undefined) return t('found', { words: filters.words })
    if (own !== undefined) return localName(own, language)
    return t(filters.status === 'closed' ? 'results' : 'title')
  }
}
