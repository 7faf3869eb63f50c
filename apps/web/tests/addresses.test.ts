import { describe, expect, test } from 'vitest'

import { parseParams, stringifyParams } from '@/app/search-params'
import { present, queryOf, readFilters, toggled } from '@/features/search/filters'

describe('the part of an address after "?"', () => {
  test('repeats a name for several values, and turns nothing into numbers', () => {
    expect(parseParams('?condition=good&condition=fair&token=007')).toEqual({
      condition: ['good', 'fair'],
      token: '007',
    })
  })

  test('comes back as it was written', () => {
    const params = { words: 'Rīga & 1930', condition: ['good', 'fair'] }
    expect(parseParams(stringifyParams(params))).toEqual(params)
    expect(stringifyParams({ words: undefined })).toBe('')
  })
})

describe('filters of an address', () => {
  test('are read where they can be asked for', () => {
    const address = '?words=kilims&condition=good&price_from_minor=5000&sort=newest&status=closed'
    expect(readFilters(parseParams(address))).toEqual({
      words: 'kilims',
      condition: ['good'],
      price_from_minor: 5_000,
      sort: 'newest',
      status: 'closed',
    })
  })

  test.each([
    'condition=shiny',
    'price_from_minor=-1',
    'price_from_minor=1e99',
    'price_to_minor=12.5',
    'country=latvia',
    'ending_within=tomorrow',
    'category=../x',
    'attribute=movement',
    'sort=random',
    'status=draft',
    `words=${'x'.repeat(101)}`,
    'unknown=1',
  ])('that cannot be asked for are left out: %s', (address) => {
    expect(readFilters(parseParams(`?${address}`))).toEqual({})
  })

  test('name a currency with every price', () => {
    expect(queryOf({ price_to_minor: 900 })).toEqual({ price_to_minor: 900, currency: 'EUR' })
    expect(queryOf({ words: 'x' })).toEqual({ words: 'x' })
  })

  test('are switched on and off one by one', () => {
    expect(toggled(undefined, 'good', true)).toEqual(['good'])
    expect(toggled(['good', 'fair'], 'good', false)).toEqual(['fair'])
    expect(toggled(['good'], 'good', false)).toBeUndefined()
    expect(present({ a: undefined, b: 0 })).toEqual({ b: 0 })
  })
})
