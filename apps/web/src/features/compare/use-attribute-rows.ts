/** The attributes of all compared lots, each once, in the words of its category. */

import { useQueries } from '@tanstack/react-query'
import { getCategoryOptions } from '@vendue/sdk/react-query'

import { useAttributeNames } from '@/shared/lots/attribute-names'

import type { PublishedLot } from './compare-page'

export interface AttributeRow {
  readonly name: string
  readonly value: (lot: PublishedLot) => string
}

export function useAttributeRows(lots: readonly PublishedLot[]): readonly AttributeRow[] {
  const slugs = [...new Set(lots.map(({ category }) => category.slug))]
  const categories = useQueries({
    queries: slugs.map((category) => ({
      ...getCategoryOptions({ path: { category } }),
      staleTime: 10 * 60_000,
    })),
  })
  const names = useAttributeNames(categories.map(({ data }) => data))
  const asked = [...new Set(lots.flatMap(({ attributes }) => Object.keys(attributes)))]
  return asked.map((name) => ({
    name: names.title(name),
    value: ({ attributes }) => {
      const value = attributes[name]
      return value === undefined ? '–' : names.full(name, value)
    },
  }))
}
