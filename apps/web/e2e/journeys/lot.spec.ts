import { atTheLot } from '../support/bidding'
import { call } from '../support/calls'
import { aLot, aPerson, aRival } from '../support/market'
import {
  expect,
  expectAccessible,
  expectNoOverflow,
  LANGUAGES,
  LOOKS,
  signIn,
  speak,
  test,
} from '../support/test'

const TEXTS = {
  lv: ['Solīšana', 'Apraksts', 'Tevi pārsolīja', 'Kā notiek solīšana'],
  en: ['Bidding', 'Description', 'You were outbid', 'How bidding works'],
  ru: ['Торги', 'Описание', 'Вашу ставку перебили', 'Как идут торги'],
} as const

for (const { name, width, height, theme } of LOOKS) {
  test(`on ${name} a lot can be read and bid on by everybody`, async ({ page, context }) => {
    const lotId = await aLot({ startMinor: 1_000, reserveMinor: 2_000 })
    const rival = await aRival()
    await rival.bid(lotId, 3_000)
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await signIn(context, await aPerson())
    const me = await atTheLot(page, lotId)
    await expect(me.strip).toContainText('You have not bid here yet')
    await expect(page.getByRole('heading', { name: 'Bidding history' })).toBeVisible()
    // On a phone the form is fetched when somebody comes to it.
    await me.panel.evaluate((panel) => panel.scrollIntoView())
    await expect(me.panel.getByText('In all at most', { exact: true })).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
    await me.bid('25')
    await expect(me.strip).toContainText('Not enough. Somebody’s maximum is higher than your 25')
    await expect(me.strip).toBeInViewport({ ratio: 1 })
    await expect(me.panel.getByRole('button', { name: /^Outbid with 29/ })).toBeEnabled()
    await expectNoOverflow(page)
    await expectAccessible(page)
  })

  test(`on ${name} how bidding works can be read and tried`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/how-bidding-works')
    const maximum = page.getByRole('slider', { name: /^Your maximum/ })
    await expect(page.getByText(/^You win at 370/)).toBeVisible()
    await maximum.fill('20000')
    await expect(page.getByText(/^It goes to somebody else at/)).toBeVisible()
    await expect(page.getByText('15 % of the hammer price')).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
  })
}

for (const language of LANGUAGES) {
  test(`a lot and its bidding speak ${language}`, async ({ page, context }) => {
    await speak(context, language)
    const lotId = await aLot({ startMinor: 1_000 })
    const rival = await aRival()
    await signIn(context, await aPerson({ language }))
    await page.goto(`/lot/${lotId}`)
    const [bidding, description, outbid, how] = TEXTS[language]
    await expect(page.getByRole('region', { name: bidding, exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: description })).toBeVisible()
    await page.locator('#bid .button-main').click()
    await expect(page.locator('#bid .bg-leading-soft')).toBeVisible()
    await rival.bid(lotId, 3_000)
    await expect(page.getByRole('status').filter({ hasText: outbid })).toBeVisible()
    await page.goto('/how-bidding-works')
    await expect(page.getByRole('heading', { level: 1, name: how })).toBeVisible()
  })
}

test('anybody can verify the history in their own browser', async ({ page }) => {
  const lotId = await aLot({ startMinor: 1_000 })
  const [first, second] = [await aRival(), await aRival()]
  await first.bid(lotId, 5_000)
  await second.bid(lotId, 3_000)
  const me = await atTheLot(page, lotId)
  await me.readHistory()
  await expect(page.getByRole('cell', { name: 'automatic' })).toBeVisible()
  await page.getByRole('button', { name: 'Verify this history' }).click()
  await expect(page.getByText('The history is intact: 3 entries.')).toBeVisible()
})

test('lots stand side by side, and go one by one', async ({ page }) => {
  const titles = ['First of two', 'Second of two']
  const lotIds = []
  for (const title of titles) lotIds.push(await aLot({ title, startMinor: 1_000 }))
  for (const lotId of lotIds) {
    await page.goto(`/lot/${lotId}`)
    await page.getByRole('button', { name: 'Compare' }).click()
  }
  await page.getByRole('link', { name: 'Show 2 side by side' }).click()
  for (const title of titles) await expect(page.getByRole('link', { name: title })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take out: First of two' }).click()
  await expect(page.getByRole('link', { name: 'First of two' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take out: Second of two' }).click()
  await expect(page.getByRole('heading', { name: 'Here lots stand side by side' })).toBeVisible()
})

test('what is shown of a lot does not jump while it is on its way', async ({ page }) => {
  const lotId = await aLot({ startMinor: 1_000 })
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        seen.shift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`/lot/${lotId}`)
  await expect(page.getByRole('heading', { name: 'Bidding history' })).toBeVisible()
  await page.waitForTimeout(2_000)
  const { shift } = await page.evaluate(
    () => (globalThis as never as { seen: { shift: number } }).seen,
  )
  expect(shift).toBeLessThan(0.05)
})

test('a lot that is not there says so, and what to do', async ({ page, watch }) => {
  watch.expectError(/404/)
  await page.goto('/lot/01900000-0000-7000-8000-000000000000')
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such lot' })).toBeVisible()
  await expect(page).toHaveTitle(/^There is no such lot/)
  await page.getByRole('link', { name: 'Search all lots' }).click()
  await expect(page).toHaveURL(/\/search/)
})

test('a picture is looked at closely by keys alone', async ({ page }) => {
  const { items } = await call<{ items: { lot_id: string; photograph: object | null }[] }>(
    'GET',
    '/api/v1/lots?limit=24&category=clocks',
  )
  const shown = items.find(({ photograph }) => photograph !== null)
  await page.goto(`/lot/${shown?.lot_id}`)
  await page.getByRole('button', { name: 'Look closer' }).press('Enter')
  const picture = page.getByRole('dialog').locator('img')
  await expect(picture).toHaveAttribute('style', /scale\(1\)/)
  await page.keyboard.press('+')
  await expect(picture).toHaveAttribute('style', /scale\(1\.6\)/)
  for (let times = 0; times < 12; times += 1) await page.keyboard.press('ArrowDown')
  const [frame, whole] = await Promise.all([
    picture.locator('xpath=../..').boundingBox(),
    picture.boundingBox(),
  ])
  // Its lower edge has come to the frame's, and no further.
  expect(Math.round((whole?.y ?? 0) + (whole?.height ?? 0))).toBe(
    Math.round((frame?.y ?? 0) + (frame?.height ?? 0)),
  )
  await page.keyboard.press('0')
  await expect(picture).toHaveAttribute('style', /scale\(1\)/)
})
