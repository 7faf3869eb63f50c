import type { ShippingOption } from '@vendue/sdk'
import { expect, it } from 'vitest'

import { choices } from '@/shared/choices'
import { sendBy, sendTo, waysTo } from '@/shared/lots/delivery-ways'

const OPTIONS = [
  { method: 'parcel', area: 'same_country', price_minor: 390, note: '' },
  { method: 'parcel', area: 'european_union', price_minor: 990, note: '' },
  { method: 'courier', area: 'worldwide', price_minor: null, note: '' },
  { method: 'pickup', area: 'same_country', price_minor: 0, note: '' },
] as const satisfies readonly ShippingOption[]

it('a way of shipping is offered where it reaches, and collection everywhere', () => {
  expect(waysTo(OPTIONS, 'LV', 'LV')).toEqual(['parcel', 'courier', 'pickup'])
  expect(waysTo(OPTIONS, 'LV', 'DE')).toEqual(['parcel', 'courier', 'pickup'])
  expect(waysTo(OPTIONS, 'LV', 'US')).toEqual(['courier', 'pickup'])
  expect(waysTo(OPTIONS.slice(0, 1), 'LV', 'DE')).toEqual([])
})

it('another country forgets the ways that were chosen for the one before', () => {
  sendTo('DE')
  sendBy('a lot', 'parcel')
  expect(choices()).toMatchObject({ destination: 'DE', shipping: { 'a lot': 'parcel' } })
  sendTo('US')
  expect(choices()).toMatchObject({ destination: 'US', shipping: {} })
})
