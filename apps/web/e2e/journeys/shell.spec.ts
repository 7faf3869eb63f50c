import { aLot, aPerson } from '../support/market'
import { expect, expectAccessible, signIn, test } from '../support/test'

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

test('without a connection signing in says so, and goes on when it is back', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/)
  const person = await aPerson()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('No connection')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account' }).first()).toBeVisible()
})

test('who is signed in is no guest while the market cannot say so', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/503/)
  const [person, lotId] = await Promise.all([aPerson(), aLot()])
  await signIn(context, person)
  await page.route('**/api/v1/sessions/refresh', (route) => route.fulfill({ status: 503 }))
  await page.goto(`/lot/${lotId}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  await expect(page.getByRole('textbox', { name: 'Your maximum' })).toBeVisible()
  await expect(page.getByText('You are watching as a guest')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Sign in and bid/ })).toHaveCount(0)
  await page.unroute('**/api/v1/sessions/refresh')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText('You have not bid here yet.').first()).toBeVisible()
})

test('a sign-out that fails says that it has', async ({ page, context, watch }) => {
  watch.expectError(/503/)
  await signIn(context, await aPerson())
  await page.goto('/')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.route('**/api/v1/sessions/current', (route) => route.fulfill({ status: 503 }))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are still signed in')).toBeVisible({ timeout: 10_000 })
})

test('the chosen entry of a long list is always in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 })
  await page.goto('/auctions')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { selected: true })).toHaveText(/shortcuts/)
  await expect(page.getByRole('option', { selected: true })).toBeInViewport()
})

test('signing in from the phone’s menu leads back to the page', async ({ page }) => {
  const person = await aPerson()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/auctions')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/auctions$/)
})

test('without its texts the page says that it could not be loaded, in three languages', async ({
  page,
  watch,
}) => {
  watch.expectError(/503/)
  await page.route('**/common.json', (route) => route.fulfill({ status: 503 }))
  await page.goto('/')
  await expect(page.getByText('Vendue could not be loaded.')).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/common.json')
  await page.getByRole('button', { name: /Again/ }).click()
  await expect(page.getByRole('heading', { name: 'Categories' })).toBeVisible()
})
