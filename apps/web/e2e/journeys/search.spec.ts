import { expect, expectAccessible, expectNoOverflow, LOOKS, test } from '../support/test'

for (const { name, width, height, theme } of LOOKS) {
  test(`on ${name} the search can be used by everybody`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/search')
    await expect(page.getByRole('heading', { name: 'All lots' })).toBeVisible()
    await expect(page.getByRole('article').first()).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
  })
}

test('filters live in the address, come back with it, and go one by one', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('checkbox', { name: /^Trader/ }).check()
  await page.getByRole('checkbox', { name: /^Good/ }).check()
  await expect(page).toHaveURL(/seller_kind=trader/)
  await expect(page).toHaveURL(/condition=good/)
  const kept = page.url()

  await page.goto('/')
  await page.goto(kept)
  await expect(page.getByRole('checkbox', { name: /^Trader/ })).toBeChecked()
  await page.getByRole('button', { name: 'Remove the filter: Trader' }).click()
  await expect(page).not.toHaveURL(/seller_kind/)
  await expect(page.getByRole('checkbox', { name: /^Good/ })).toBeChecked()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(/\/search$/)
})

test('a price is understood as it is written, and asked about where it is not plain', async ({
  page,
}) => {
  await page.goto('/search')
  const from = page.getByRole('textbox', { name: 'From' })
  await from.fill('1.250')
  await expect(page.getByText(/Is this 1\s250\s€ or 1\.25\s€\?/)).toBeVisible()
  await page.getByRole('button', { name: /^1\.25/ }).click()
  await from.press('Enter')
  await expect(page).toHaveURL(/price_from_minor=125(&|$)/)
})

test('a category is a page of its own, with its own questions', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('navigation', { name: 'Categories' })
    .getByRole('link', { name: /^Watches/ })
    .click()
  await expect(page).toHaveURL(/\/category\/clocks$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Watches and clocks' })).toBeVisible()
  await page.getByRole('checkbox', { name: /^Hand-wound/ }).check()
  await expect(page).toHaveURL(/attribute=movement(:|%3A)manual/)
})

test('what nobody sells is said, with one way on', async ({ page }) => {
  await page.goto('/search?words=zzzzqqqq')
  await expect(page.getByRole('heading', { name: 'No lot matches' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all lots' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('lots stand as a list where somebody wants them closer', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('button', { name: 'List' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('table')).toBeVisible()
})

test('a price and what is tapped right after it both count', async ({ browser, baseURL }) => {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ hasTouch: true, viewport })
  const page = await context.newPage()
  await page.goto(`${baseURL}/search`)
  await page.getByRole('button', { name: 'Filters' }).tap()
  await page.getByRole('textbox', { name: 'From' }).fill('10')
  await page.getByRole('checkbox', { name: /^Trader/ }).tap()
  await expect(page).toHaveURL(/price_from_minor=1000/)
  await expect(page).toHaveURL(/seller_kind=trader/)
  await context.close()
})

test('a price counts while it is being typed, and stays as typed', async ({ browser, baseURL }) => {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ hasTouch: true, viewport })
  const page = await context.newPage()
  await page.goto(`${baseURL}/search`)
  await page.getByRole('button', { name: 'Filters' }).tap()
  const to = page.getByRole('textbox', { name: 'To', exact: true })
  await to.pressSequentially('10.0')
  // Nothing is left, nothing is pressed.
  await expect(page).toHaveURL(/price_to_minor=1000(&|$)/)
  await expect(to).toHaveValue('10.0')
  const counts = await page.request.get(
    `${baseURL}/api/v1/lots/counts${new URL(page.url()).search}`,
  )
  const { total } = (await counts.json()) as { total: { count: number } }
  await page.getByRole('button', { name: new RegExp(`^Show ${total.count} lot`) }).tap()
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible()
  await context.close()
})

test('each category is counted with all that is asked besides', async ({ page }) => {
  await page.goto('/category/clocks?condition=fair')
  const counts = await page.request.get('/api/v1/lots/counts?condition=fair')
  const { facets } = (await counts.json()) as {
    facets: { name: string; values: { value: string; count: number }[] }[]
  }
  const roots = facets.find(({ name }) => name === 'category')?.values ?? []
  const clocks = roots.find(({ value }) => value === 'clocks')?.count ?? 0
  await expect(page.getByRole('radio', { name: `Watches and clocks ${clocks}` })).toBeChecked()
})

test('the lots stay where more of them do not come', async ({ page, watch }) => {
  watch.expectError(/503|Failed to load/)
  await page.goto('/search')
  await expect(page.getByRole('article')).toHaveCount(24)
  await page.route(/\/api\/v1\/lots\?.*cursor=/, (route) => route.fulfill({ status: 503 }))
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('article')).toHaveCount(24)
  await page.unroute(/\/api\/v1\/lots\?.*cursor=/)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(page.getByRole('article')).toHaveCount(48)
  await expect(page.getByRole('alert')).toHaveCount(0)
})
