import { describe, expect, it } from 'vitest'

import { isOutlived, type Moment } from '@/features/bidding/outlived'

const OUTBID: Moment = { standing: 'outbid', phase: 'open', link: 'live' }
const TOO_LOW = { code: 'bid_too_low', minimumMinor: 1_000 }

describe('a refusal', () => {
  it('stays while nothing else happens', () => {
    expect(isOutlived(TOO_LOW, OUTBID, { ...OUTBID })).toBe(false)
  })

  it('gives way to what matters more', () => {
    expect(isOutlived(TOO_LOW, OUTBID, { ...OUTBID, standing: 'leading' })).toBe(true)
    expect(isOutlived(TOO_LOW, OUTBID, { ...OUTBID, link: 'stale' })).toBe(true)
    expect(isOutlived(TOO_LOW, OUTBID, { ...OUTBID, phase: 'falling' })).toBe(true)
  })

  it('for coming too late stays beside the fallen hammer, unless the person has won', () => {
    const late = { code: 'lot_closed', minimumMinor: null }
    expect(isOutlived(late, OUTBID, { ...OUTBID, standing: 'lost', phase: 'closed' })).toBe(false)
    expect(isOutlived(late, OUTBID, { ...OUTBID, standing: 'won', phase: 'closed' })).toBe(true)
  })
})
