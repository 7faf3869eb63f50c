import type { Notification, NotificationKind } from '@vendue/sdk'
import { describe, expect, it } from 'vitest'

import { caseOf } from '@/features/notifications/words'

function told(kind: string, data: Partial<Notification['data']> = {}): Notification {
  return {
    notification_id: '01a20000-0000-7000-8000-000000000001',
    kind: kind as NotificationKind,
    lot_id: null,
    lot_title: null,
    saved_search_id: null,
    created_at: '2026-11-22T18:00:00Z',
    read_at: null,
    data: {
      price_minor: null,
      minimum_bid_minor: null,
      currency: null,
      ends_at: null,
      is_leading: null,
      result: null,
      saved_search_name: null,
      lot_count: null,
      ...data,
    },
  }
}

describe('a notification', () => {
  it('about a lot that ends soon says whether one leads', () => {
    expect(caseOf(told('ending_soon', { is_leading: true }))).toBe('ending_led')
    expect(caseOf(told('ending_soon', { is_leading: false }))).toBe('ending_outbid')
  })

  it('about a lot that was not won says why', () => {
    expect(caseOf(told('lost', { result: 'sold' }))).toBe('lost')
    expect(caseOf(told('lost', { result: 'bought' }))).toBe('lost')
    expect(caseOf(told('lost', { result: 'reserve_not_met' }))).toBe('reserve_not_met')
    expect(caseOf(told('lost', { result: 'cancelled' }))).toBe('taken_down')
  })

  it('of a kind that nobody told us about is still shown', () => {
    expect(caseOf(told('invoice_due'))).toBe('other')
  })
})
