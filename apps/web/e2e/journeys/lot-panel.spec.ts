import type { Locator, Page } from '@playwright/test'

import { atTheLot } from '../support/bidding'
import { aLot, aPerson, aRival } from '../support/market'
import { expect, LANGUAGES, signIn, speak, test } from '../support/test'

for (const language of LANGUAGES) {
  test(`in ${language} nothing in the dock is cut or lies over another, with large sums too`, async ({
    page,
    context,
  }) => {
    await speak(context, language)
    const lotId = await aLot({ startMinor: 1_250_000 })
    const rival = await aRival()
    await signIn(context, await aPerson({ language }))
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`/lot/${lotId}`)
      await expectDockWhole(page)
    }
    // The dock leads to the form, which is fetched for it.
    await dockOf(page).getByRole('button').click()
    await expect(page.locator('#bid').getByRole('textbox')).toBeFocused()
    await page.locator('#bid .button-main').click()
    await expect(page.locator('#bid .bg-leading-soft')).toBeVisible()
    await expectDockWhole(page)
    await rival.bid(lotId, 1_500_000)
    await expect(page.locator('#bid .bg-outbid-soft')).toBeVisible()
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 })
      await expectDockWhole(page)
    }
  })
}

test('a total holds for where the lot is to go, and the choice is remembered', async ({ page }) => {
  const lotId = await aLot({ startMinor: 1_000 })
  const me = await atTheLot(page, lotId)
  const total = me.panel.locator('.ledger-total dd')
  await expect(total).toHaveText(/^15\.72/)
  await me.panel.getByRole('button', { name: 'Delivery to: Latvia. Change' }).click()
  await me.panel.getByLabel('Deliver to').selectOption({ label: 'Germany' })
  await expect(me.panel.getByText('agreed with the seller')).toBeVisible()
  await expect(total).toHaveText(/^11\.82/)
  await page.reload()
  await expect(me.panel.getByRole('button', { name: 'Delivery to: Germany. Change' })).toBeVisible()
  await expect(total).toHaveText(/^11\.82/)
})

test('a price that rises to the reserve is said before and after; so is who of two equals leads', async ({
  page,
  context,
}) => {
  const lotId = await aLot({ startMinor: 1_000, reserveMinor: 2_000 })
  const rival = await aRival()
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await expect(me.panel).toContainText('the price can rise at once to the reserve')
  await me.bid('15')
  await expect(me.strip).toContainText('You are leading')
  await me.bid('30')
  await expect(me.panel).toContainText(/reached the reserve, so the price rose to 20.€/)
  await rival.bid(lotId, 3_000)
  await expect(me.panel).toContainText('The next bid outbids you')
  await me.readHistory()
  await expect(page.getByRole('row').filter({ hasText: 'was first' })).toContainText('you')
})

test('a total that cannot be had is said before anything is bound', async ({ page, watch }) => {
  watch.expectError(/ERR_FAILED/)
  const lotId = await aLot({ startMinor: 1_000 })
  await page.route(`**/lots/${lotId}/costs*`, (route) => route.abort())
  const me = await atTheLot(page, lotId)
  await expect(me.panel.getByRole('alert')).toContainText('The total cannot be worked out just now')
  await page.unroute(`**/lots/${lotId}/costs*`)
  await me.panel.getByRole('button', { name: 'Try again' }).click()
  await expect(me.panel.locator('.ledger-total dd')).toHaveText(/^15\.72/)
})

test('one’s own bid that cannot be read is said, and can be read again', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_FAILED/)
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  await page.route('**/api/v1/me/bids*', (route) => route.abort())
  const me = await atTheLot(page, lotId)
  await expect(me.strip).toContainText('We could not load your bid on this lot')
  await page.unroute('**/api/v1/me/bids*')
  await me.panel.getByRole('button', { name: 'Try again' }).click()
  await expect(me.strip).toContainText('You have not bid here yet')
  await expect(me.button).toBeEnabled()
})

test('a part whose code does not come leaves the rest of the lot as it is', async ({
  page,
  watch,
}) => {
  watch.expectError(/ERR_FAILED|dynamically imported/)
  const lotId = await aLot({ startMinor: 1_000 })
  const rival = await aRival()
  await page.route('**/assets/history-*.js', (route) => route.abort())
  const me = await atTheLot(page, lotId)
  await page.getByRole('heading', { name: 'Bidding history' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await rival.bid(lotId, 2_000)
  await expect(me.panel).toContainText('1 bid')
})

test('on a phone what is said of a press lies above the dock', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  await page.goto(`/lot/${lotId}`)
  await page.getByRole('heading', { name: 'Description' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  const toast = page.locator('.toast')
  await expect(toast).toBeVisible()
  const [dock, said] = await Promise.all([dockOf(page).boundingBox(), toast.boundingBox()])
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0)
})

test('on a phone the dock names the least bid, and leads to the button that bids', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  await page.goto(`/lot/${lotId}`)
  const dock = dockOf(page)
  await dock.getByRole('button', { name: /^Bid from 10/ }).click()
  const button = page.locator('#bid .button-main')
  await expect(page.locator('#bid').getByRole('textbox')).toBeFocused()
  const room = async () => {
    const [bar, own] = await Promise.all([dock.boundingBox(), button.boundingBox()])
    return (bar?.y ?? 0) - (own?.y ?? 0) - (own?.height ?? 0)
  }
  await expect.poll(room).toBeGreaterThan(0)
  await page.locator('#bid').getByRole('textbox').fill('23')
  await expect(dock.getByRole('button', { name: /^Go to your bid/ })).toBeVisible()
  await button.click()
  await expect(page.locator('#standing')).toContainText('You are leading')
  await expect(page.locator('#standing')).toBeInViewport({ ratio: 1 })
})

function dockOf(page: Page): Locator {
  return page.locator('section.sticky')
}

/** Price, standing, clock and button beside each other, each with all that it says. */
async function expectDockWhole(page: Page): Promise<void> {
  const button = dockOf(page).getByRole('button')
  await expect(button).toContainText('€')
  const found = await dockOf(page).evaluate((dock) => {
    const parts = [...dock.querySelectorAll('.price, button, b, [role=timer]')]
    const boxes = parts.map((part) => part.getBoundingClientRect())
    const lies = (one: DOMRect, other: DOMRect) =>
      one.left < other.right - 0.5 &&
      other.left < one.right - 0.5 &&
      one.top < other.bottom - 0.5 &&
      other.top < one.bottom - 0.5
    return {
      overlaps: boxes.some((one, at) => boxes.some((other, to) => to > at && lies(one, other))),
      isCut: parts.some(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
      ),
      isOutside: boxes.some(({ left, right }) => left < 0 || right > innerWidth),
    }
  })
  expect(found).toEqual({ overlaps: false, isCut: false, isOutside: false })
}
