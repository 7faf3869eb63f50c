import { describe, expect, it } from 'vitest'

import { type Hearing, linkOf } from '@/features/bidding/link'

const NOW = 1_000_000
const LIVE: Hearing = {
  connection: 'open',
  isOnline: true,
  isLive: true,
  lostAt: null,
  heardAt: NOW - 60_000,
  now: NOW,
}

describe('how the page hears of a lot', () => {
  it('is live while news arrives, however long nothing happened', () => {
    expect(linkOf(LIVE)).toEqual({ kind: 'live' })
  })

  it('is stale as soon as the connection breaks, and says how old the figures are', () => {
    const hearing = { ...LIVE, isLive: false, connection: 'reconnecting' } as const
    expect(linkOf({ ...hearing, lostAt: NOW - 3_000, heardAt: NOW - 3_000 })).toEqual({
      kind: 'stale',
      ageSeconds: 3,
    })
    // Even where the figures were just read: the connection is waited for.
    expect(linkOf({ ...hearing, lostAt: NOW - 6_000, heardAt: NOW - 1_000 })).toMatchObject({
      kind: 'stale',
    })
  })

  it('is polled where the connection stays away and the market still answers', () => {
    const hearing = { ...LIVE, isLive: false, connection: 'reconnecting' } as const
    expect(linkOf({ ...hearing, lostAt: NOW - 20_000, heardAt: NOW - 4_000 })).toEqual({
      kind: 'polling',
      isNoticed: true,
    })
  })

  it('is polled at once where the connection stands and only this lot gets no news', () => {
    expect(linkOf({ ...LIVE, isLive: false, lostAt: NOW - 1_000, heardAt: NOW - 500 })).toEqual({
      kind: 'polling',
      isNoticed: true,
    })
  })

  it('is polled without a word before the first connection', () => {
    const first = { ...LIVE, isLive: false, connection: 'connecting', heardAt: NOW - 800 } as const
    expect(linkOf(first)).toEqual({ kind: 'polling', isNoticed: false })
  })

  it('is stale where the figures are old, whatever the connection says', () => {
    expect(linkOf({ ...LIVE, isLive: false, heardAt: NOW - 13_000 })).toEqual({
      kind: 'stale',
      ageSeconds: 13,
    })
  })

  it('is stale where the device is offline', () => {
    expect(linkOf({ ...LIVE, isOnline: false, heardAt: NOW - 2_000 })).toEqual({
      kind: 'stale',
      ageSeconds: 2,
    })
  })
})
