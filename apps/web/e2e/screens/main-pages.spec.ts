import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { call } from '../support/calls'
import type { Person } from '../support/market'
import { expect, LOOKS, signIn, speak, test } from '../support/test'
import { aContest, aLotLike, aReader, bidTimes, demoLot } from './staging'

const FOLDER = process.env.VENDUE_E2E_SCREENS ?? '.'
const TITLES = {
  leading: '35 mm rangefinder camera, fully serviced, 1954',
  outbid: 'Brass-bound portrait lens from a Riga studio',
  watching: 'Gold pocket watch with silvered dial, c. 1912',
  ending: 'Field watch with green dial and tan strap',
  won: 'Gourd vase in celadon with iron bands',
}
const ALSO_LED = [
  'Folding roll-film camera with red bellows, 1920s',
  'Gold ring with a faceted garnet, 585',
]
const WON_AT_MINOR = 34_000

let reader: Person
let paths: Record<string, string>

test.beforeAll(async () => {
  const person = await aReader('Marta Liepa')
  const { token } = person
  const [leading, outbid, watching, ...others] = await Promise.all(
    [TITLES.leading, TITLES.outbid, TITLES.watching, ...ALSO_LED].map(async (title) => {
      const { lot_id } = await demoLot(title)
      return lot_id
    }),
  )
  for (const lotId of [leading, outbid, watching]) await aContest(lotId ?? '')
  for (const lotId of [leading, ...others]) await bidTimes(token, lotId ?? '', 2)
  await bidTimes(token, outbid ?? '', 1.2)
  await aContest(outbid ?? '')
  await call('POST', `/api/v1/lots/${watching}/watch`, { token })
  const bought = await aLotLike(TITLES.won, 3_600, WON_AT_MINOR)
  await call('POST', `/api/v1/lots/${bought}/purchase`, { token })
  const { items } = await call<{ items: { auction_id: string; lot_count: number }[] }>(
    'GET',
    '/api/v1/auctions?status=live',
  )
  const auction = [...items].sort((a, b) => b.lot_count - a.lot_count)[0]
  reader = person
  paths = {
    home: '/',
    search: '/search?words=watch',
    auction: `/auction/${auction?.auction_id}`,
    'lot-watching': `/lot/${watching}`,
    'lot-leading': `/lot/${leading}`,
    'lot-outbid': `/lot/${outbid}`,
    'my-bids': '/me/bids',
    account: '/me/account',
  }
})

for (const name of [
  'home',
  'search',
  'auction',
  'lot-watching',
  'lot-leading',
  'lot-outbid',
  'my-bids',
  'account',
]) {
  test(`a picture of ${name}`, async ({ browser }) => {
    await inEveryLook(browser, name, paths[name] ?? '/')
  })
}

test('a picture of a lot’s last minute', async ({ browser }) => {
  const lotId = await aLotLike(TITLES.ending, 75)
  await aContest(lotId)
  await inEveryLook(browser, 'lot-last-minute', `/lot/${lotId}`, async (page) => {
    await expect(page.getByText(/^0?0:[0-5]\d/).first()).toBeVisible({ timeout: 30_000 })
  })
})

async function inEveryLook(
  browser: Browser,
  name: string,
  path: string,
  ready?: (page: Page) => Promise<void>,
): Promise<void> {
  for (const { width, height, theme } of LOOKS) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      deviceScaleFactor: width < 1_000 ? 2 : 1,
      reducedMotion: 'reduce',
    })
    await speak(context, 'en')
    await signIn(context, reader)
    const page = await context.newPage()
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await ready?.(page)
    // What an amount costs is asked for when it has stood still.
    await expect(page.getByText('…', { exact: true })).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const file = join(FOLDER, `${name}-${width}-${theme}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    await context.close()
  }
}
