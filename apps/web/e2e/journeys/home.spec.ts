import { aLot, aRival } from '../support/market'
import {
  expect,
  expectAccessible,
  expectNoOverflow,
  LANGUAGES,
  LOOKS,
  speak,
  test,
} from '../support/test'

const HEADINGS = {
  lv: ['Nākamās zem āmura', 'Kategorijas'],
  en: ['Next under the hammer', 'Categories'],
  ru: ['Следующие под молотком', 'Категории'],
}

for (const { name, width, height, theme } of LOOKS) {
  test(`on ${name} the room can be read by everybody`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
    await expect(page.getByRole('list').filter({ has: page.locator('.order-when') })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Categories' })).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
  })
}

for (const language of LANGUAGES) {
  test(`the room speaks ${language}`, async ({ page, context }) => {
    await speak(context, language)
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const heading of HEADINGS[language]) {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    }
  })
}

test('a bid by somebody else moves the price on the page', async ({ page }) => {
  const title = `Under the hammer ${Date.now()}`
  const lotId = await aLot({ title, startMinor: 1_000, endsInSeconds: 75 })
  const [first, second] = [await aRival(), await aRival()]
  await page.goto('/')
  const lot = page.locator('section, li').filter({ has: page.getByRole('link', { name: title }) })
  await expect(lot.last().locator('.price')).toHaveText(/^10/)
  await first.bid(lotId, 5_000)
  await second.bid(lotId, 4_000)
  await expect(lot.last().locator('.price')).toHaveText(/^4[0-9]/, { timeout: 2_000 })
})
