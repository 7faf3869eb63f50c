import { describe, expect, it } from 'vitest'

import { deviceName, isPhone } from '@/features/account/device'

const MOBILE_SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

describe('a device', () => {
  it.each([
    [MOBILE_SAFARI, 'Safari, iPhone'],
    [EDGE, 'Edge, Windows'],
    [FIREFOX, 'Firefox, Linux'],
    [ANDROID, 'Chrome, Android'],
  ])('goes by its browser and its system', (said, name) => {
    expect(deviceName(said)).toBe(name)
  })

  it('goes by its own words where nobody knows them, and by nothing where it has none', () => {
    expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0')
    expect(deviceName('x'.repeat(200))).toHaveLength(40)
    expect(deviceName('')).toBe('')
  })

  it('is a phone or not', () => {
    expect([MOBILE_SAFARI, ANDROID, EDGE, FIREFOX].map(isPhone)).toEqual([true, true, false, false])
  })
})
