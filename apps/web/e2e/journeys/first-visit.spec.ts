import { gzipSync } from 'node:zlib'

import { aLot } from '../support/market'
import { expect, test } from '../support/test'

/** Gzip: what a visit loads by itself, without anything being scrolled or pressed. */
const MOST_BYTES = 140_000

for (const page of ['/', '/search', 'a lot'] as const) {
  test(`a first visit on a phone to ${page} loads no more JavaScript than it may`, async ({
    browser,
    baseURL,
  }) => {
    const path = page === 'a lot' ? `/lot/${await aLot()}` : page
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ serviceWorkers: 'block', viewport })
    const visit = await context.newPage()
    const scripts = new Map<string, Promise<number>>()
    visit.on('response', (answer) => {
      if (answer.request().resourceType() !== 'script') return
      scripts.set(
        answer.url(),
        answer.body().then((body) => gzipSync(body, { level: 9 }).length),
      )
    })
    await visit.goto(`${baseURL}${path}`)
    await expect(visit.getByRole('heading', { level: 1 })).not.toBeEmpty()
    await visit.waitForLoadState('networkidle')
    const sizes = await Promise.all(scripts.values())
    await context.close()
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES)
  })
}
