import { call, tokenOf } from '../support/calls'
import { aLot, aPerson, aRival, type Person } from '../support/market'
import { expect, expectAccessible, expectNoOverflow, LOOKS, signIn, test } from '../support/test'

async function bid(person: Person, lotId: string, maximum_minor: number): Promise<void> {
  const token = await tokenOf(person)
  await call('POST', `/api/v1/lots/${lotId}/bids`, { token, body: { maximum_minor } })
}

test('being outbid shows in place and in the bell; one press bids again', async ({
  page,
  context,
}) => {
  const [person, rival, lotId] = await Promise.all([
    aPerson(),
    aRival(),
    aLot({ title: 'An atlas' }),
  ])
  await bid(person, lotId, 2_000)
  await signIn(context, person)
  await page.goto('/me/bids')
  const row = page.getByRole('listitem').filter({ hasText: 'An atlas' })
  await expect(row.getByText('Leading', { exact: true })).toBeVisible()
  await expectAccessible(page)

  await rival.bid(lotId, 2_100)
  await expect(row.getByText('Outbid', { exact: true })).toBeVisible({ timeout: 3_000 })
  await expect(page.getByRole('link', { name: 'Notifications: 1 unread' })).toBeVisible()
  await expect(page.getByText('Some lots now belong elsewhere on this page.')).toBeVisible()
  // The row stays where it is, and what stands above it stays true.
  await expect(
    page.getByRole('region', { name: 'Leading when you opened this page' }),
  ).toContainText('An atlas')
  await page.getByRole('button', { name: 'Put them in order' }).click()
  await expect(page.getByRole('region', { name: 'Outbid' })).toContainText('An atlas')

  const again = row.getByRole('button', { name: /An atlas$/ })
  await expect(row).toContainText('in all')
  await again.click()
  await expect(row.getByText('Leading', { exact: true })).toBeVisible()
})

test('a bid from the list that is not enough says so, and the next amount can be read first', async ({
  page,
  context,
}) => {
  const [person, rival, lotId] = await Promise.all([
    aPerson(),
    aRival(),
    aLot({ title: 'An almanac' }),
  ])
  await bid(person, lotId, 2_000)
  await rival.bid(lotId, 5_000)
  await signIn(context, person)
  await page.goto('/me/bids')
  const row = page.getByRole('region', { name: 'Outbid' }).getByRole('listitem')
  await row.getByRole('button', { name: /^Outbid with 24/ }).click()
  await expect(row).toContainText(
    /Your 24.€ was not enough: somebody’s maximum is higher. The price is 26.€/,
  )
  await expect(row.getByRole('button', { name: /^Outbid with 28/ })).toBeEnabled()
})

test('what was won stands under what is closed, with what is owed', async ({ page, context }) => {
  const person = await aPerson()
  const lotId = await aLot({ title: 'A chart', buyNowMinor: 5_000 })
  await call('POST', `/api/v1/lots/${lotId}/purchase`, { token: await tokenOf(person) })
  await signIn(context, person)
  await page.goto('/me/bids')
  const closed = page.getByRole('region', { name: 'Closed' })
  await expect(closed.getByRole('listitem').filter({ hasText: 'A chart' })).toContainText('Won')
  await expect(closed.getByRole('link', { name: 'See what is owed: A chart' })).toBeVisible()
})

test('notifications are read one by one or all at once', async ({ page, context }) => {
  const [person, rival] = await Promise.all([aPerson(), aRival()])
  const lots = await Promise.all(['A first map', 'A second map'].map((title) => aLot({ title })))
  for (const lotId of lots) {
    await bid(person, lotId, 2_000)
    await rival.bid(lotId, 3_000)
  }
  await signIn(context, person)
  await page.goto('/me/notifications')
  await expect(page.getByText('You were outbid')).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Notifications: 2 unread' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mark as read: You were outbid' }).first().click()
  await expect(page.getByRole('link', { name: 'Notifications: 1 unread' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Unread' }).click()
  await expect(page.getByRole('heading', { name: 'Everything is read' })).toBeVisible()
  await expect(page).toHaveURL(/\?view=unread$/)
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Unread' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'See all notifications' }).click()
  await expect(page.getByText('You were outbid')).toHaveCount(2)
})

test('a saved search is renamed, told about, removed, and brought back', async ({
  page,
  context,
}) => {
  const person = await aPerson()
  const token = await tokenOf(person)
  const query = { words: 'clock', condition: ['good'], currency: 'EUR', price_to_minor: 50_000 }
  const body = { name: 'Clocks', query, alert: 'off' }
  await call('POST', '/api/v1/me/saved-searches', { token, body })
  await signIn(context, person)
  await page.goto('/me/searches')
  await expect(page.getByText('“clock” · Good · Up to 500 €')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Rename: Clocks' }).click()
  await page.getByLabel('Name of the search').fill('Good clocks')
  await page.keyboard.press('Enter')
  await page.getByLabel('Alert for Good clocks').selectOption('At once')
  await page.reload()
  await expect(page.getByLabel('Alert for Good clocks')).toHaveValue('immediate')

  await page.getByRole('button', { name: 'Remove: Good clocks' }).click()
  await expect(page.getByRole('heading', { name: 'No searches kept yet' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByRole('link', { name: 'Good clocks' }).click()
  await expect(page).toHaveURL(/\/search\?.*words=clock/)
})

test('a lot of the watch list can be left and taken back', async ({ page, context }) => {
  const [person, lotId] = await Promise.all([aPerson(), aLot({ title: 'A diary' })])
  await call('POST', `/api/v1/lots/${lotId}/watch`, { token: await tokenOf(person) })
  await signIn(context, person)
  await page.goto('/me/watching')
  await expect(page.getByRole('region', { name: 'Open now' })).toContainText('A diary')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stop watching: A diary' }).click()
  await expect(page.getByRole('heading', { name: 'You watch no lots yet' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('link', { name: 'A diary' })).toBeVisible()
})

test('the account saves each change by itself', async ({ page, context }) => {
  await signIn(context, await aPerson())
  await page.goto('/me/account')
  await page.getByLabel('Name', { exact: true }).fill('Marta Liepa')
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await expect(page.getByText('Server time (JST)').or(page.getByText(/\(GMT\+9\)/))).toBeVisible()
  await page.getByRole('checkbox', { name: 'I am outbid: E-mail' }).uncheck()
  await page.getByRole('radio', { name: '1 hour before the end' }).check()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await page.getByLabel('Language', { exact: true }).selectOption('Latviešu')
  await expect(page.getByRole('heading', { level: 1, name: 'Konts' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Vārds', { exact: true })).toHaveValue('Marta Liepa')
  await expect(page.getByRole('checkbox', { name: 'Mani pārsola: E-pasts' })).not.toBeChecked()
  await expect(page.getByRole('radio', { name: '1 stundu pirms beigām' })).toBeChecked()
})

test('the account’s language is spoken on every device, and follows the menu', async ({
  page,
  context,
}) => {
  const person = await aPerson({ language: 'lv' })
  await signIn(context, person)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv')
  await expect(page.getByRole('heading', { name: 'Kategorijas' })).toBeVisible()
  await page.getByRole('button', { name: /^LV\. Valoda/ }).click()
  await page.getByRole('button', { name: 'Русский' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await page.goto('/me/account')
  await expect(page.getByLabel('Язык', { exact: true })).toHaveValue('ru')
  await page.reload()
  await expect(page.getByLabel('Язык', { exact: true })).toHaveValue('ru')
})

test('the price is first asked in the account’s currency', async ({ page, context }) => {
  await signIn(context, await aPerson())
  await page.goto('/me/account')
  await page.getByLabel('Currency', { exact: true }).selectOption('CHF')
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await page.goto('/search')
  await expect(page.getByLabel('Currency')).toHaveValue('CHF')
  await page.getByRole('textbox', { name: 'From' }).fill('1250')
  await page.getByRole('textbox', { name: 'From' }).press('Enter')
  await expect(page).toHaveURL(/currency=CHF/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('1\u00A0250')
})

test('signing out everywhere ends this device and another one, which is told', async ({
  page,
  context,
  browser,
  watch,
}) => {
  watch.expectError(/401/)
  const person = await aPerson()
  const other = await browser.newContext()
  await Promise.all([signIn(context, person), signIn(other, person)])
  const elsewhere = await other.newPage()
  await elsewhere.goto('/legal/terms')
  await expect(elsewhere.getByRole('link', { name: 'Notifications' })).toBeVisible()
  await page.goto('/me/account')
  await expect(page.getByText('This device', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  const asked = page.getByRole('dialog')
  await expect(asked).toContainText('Bids that you have placed stay in force.')
  await asked.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(elsewhere.getByText(/^You have been signed out/)).toBeVisible()
  await other.close()
})

const PAGES = [
  ['/me/account', 'Account'],
  ['/me/bids', 'My bids'],
  ['/me/notifications', 'Notifications'],
] as const

for (const look of LOOKS) {
  test(`one’s own pages fit ${look.name}`, async ({ page, context }) => {
    await signIn(context, await aPerson())
    await page.setViewportSize(look)
    await page.emulateMedia({ colorScheme: look.theme })
    for (const [path, name] of PAGES) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      await expectAccessible(page)
      await expectNoOverflow(page)
    }
  })
}
