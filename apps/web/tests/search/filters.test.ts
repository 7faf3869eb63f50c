import { expect, test } from 'vitest'

import { countOf, figure } from '@/features/search/counts'
import { countingOf, type Filters, queryOf, readFilters, toggled } from '@/features/search/filters'

test('an address asks for what it can, and a price in some currency', () => {
  const filters = readFilters({ price_from_minor: '1000', status: 'nonsense', country: 'LV' })
  expect(filters).toEqual({ price_from_minor: 1000, country: 'LV' })
  expect(queryOf(filters).currency).toBe('EUR')
  expect(queryOf({ ...filters, currency: 'CHF' }).currency).toBe('CHF')
  expect(countingOf({ country: 'LV', sort: 'newest' })).toEqual({ country: 'LV' })
})

test('changes that follow each other lose nothing', () => {
  const price = (before: Filters): Filters => ({
    ...before,
    price_from_minor: 1000,
    currency: 'EUR',
  })
  const good = (before: Filters): Filters => ({
    ...before,
    condition: toggled(before.condition, 'good', true),
  })
  expect(good(price({ country: 'LV' }))).toEqual({
    country: 'LV',
    price_from_minor: 1000,
    currency: 'EUR',
    condition: ['good'],
  })
})

test('a count is said where somebody has counted', () => {
  const facet = { name: 'category', values: [{ value: 'clocks', count: 15, is_capped: false }] }
  expect(countOf(facet, 'clocks')).toBe('15')
  expect(countOf(facet, 'books')).toBe('0')
  expect(countOf(undefined, 'books')).toBeUndefined()
  const many = Array.from({ length: 12 }, (_, place) => ({
    value: `v${place}`,
    count: 1,
    is_capped: false,
  }))
  expect(countOf({ name: 'category', values: many }, 'rare')).toBeUndefined()
  expect(figure({ count: 1000, is_capped: true })).toBe('1\u00A0000+')
})
