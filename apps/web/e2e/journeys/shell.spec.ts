import { expect, expectAccessible, test } from '../support/test'

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await expectAccessible(page)
})

test('a language is chosen once and kept', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('button', { name: 'Latviešu' }).click()
  await expect(page.getByRole('heading', { name: 'Visas lotes' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Visas lotes' })).toBeVisible()
  await expect(page).toHaveTitle('Visas lotes · Vendue')
})

test('a theme is chosen once, and stands before anything is painted', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('everything is a few letters away', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'A lot, a page or an action' })
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await field.fill('calendar')
  await expect(page.getByRole('option', { name: 'Sale calendar' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/auctions$/)
})

test('the keyboard goes on from the new page, past the header if it likes', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.getByRole('link', { name: 'All lots' }).first().click()
  await expect(page.getByRole('heading', { name: 'All lots' })).toBeVisible()
  await expect(page.locator('main')).toBeFocused()
})

test('the app opens without a connection, and says what is missing', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/)
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.reload()
  await context.setOffline(true)
  await page.goto('/search')
  await expect(page.getByRole('heading', { name: 'All lots' })).toBeVisible()
  await expect(page.getByText('No connection')).toBeVisible({ timeout: 40_000 })
})
