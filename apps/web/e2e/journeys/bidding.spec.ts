import { atTheLot, factsOf, inAWindow, SEEN_WITHIN_MS } from '../support/bidding'
import { aLot, aPerson, aRival } from '../support/market'
import { expect, signIn, test } from '../support/test'

test('two people bid against each other until one has won', async ({ browser }) => {
  test.setTimeout(240_000)
  const title = `Fought over ${Date.now()}`
  const people = [await aPerson(), await aPerson()] as const
  const lotId = await aLot({ title, startMinor: 1_000, endsInSeconds: 100 })
  const [anna, boris] = await Promise.all([
    inAWindow(browser, lotId, { person: people[0] }),
    inAWindow(browser, lotId, { person: people[1] }),
  ])

  await anna.bid('15')
  await expect(anna.strip).toContainText('You are leading')
  await boris.bid('16')
  await expect(boris.strip).toContainText('You are leading')
  // Counted from when the winner of this round knew it.
  await expect(anna.strip).toContainText('You were outbid', { timeout: SEEN_WITHIN_MS })
  await expect(anna.panel.getByRole('button', { name: /^Outbid with 17/ })).toBeEnabled()

  // As long as a person needs to read it: a press just as the amount moves is doubted.
  await anna.page.waitForTimeout(1_000)
  await anna.panel.getByRole('button', { name: /^Outbid with 17/ }).press('Enter')
  await expect(anna.strip).toContainText('You are leading')
  // The button has gone with what it was for; the keyboard goes on from the panel.
  await expect(anna.panel).toBeFocused()
  await expect(boris.strip).toContainText('You were outbid', { timeout: SEEN_WITHIN_MS })

  await expect(anna.strip).toContainText('You won', { timeout: 150_000 })
  await expect(boris.strip).toContainText('Not won')
  await anna.panel.getByRole('link', { name: 'My bids' }).click()
  await expect(anna.page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await anna.leave()
  await boris.leave()
})

test('a late bid extends a lot for everybody alike, though a clock is 90 seconds wrong', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const lotId = await aLot({ startMinor: 1_000, endsInSeconds: 62 })
  const right = await inAWindow(browser, lotId)
  const wrong = await inAWindow(browser, lotId, { wrongByMs: 90_000 })
  const rival = await aRival()
  await expect(right.timer).toHaveText(/^00:2\d$/, { timeout: 60_000 })
  await rival.bid(lotId, 2_000)
  for (const { panel } of [right, wrong]) {
    await expect(panel.getByText(/^Extended to \d\d:\d\d:\d\d/)).toBeVisible({ timeout: 2_000 })
    await expect(panel.getByText('because a bid came in the last 30 seconds')).toBeVisible()
  }
  const [one, other] = await Promise.all([right.secondAt('00:25'), wrong.secondAt('00:25')])
  expect(Math.abs(one - other)).toBeLessThan(200)
  await right.leave()
  await wrong.leave()
})

test('a bid without an answer is asked about with its own key, and placed once', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_FAILED/)
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  const keys: (string | undefined)[] = []
  await page.route(`**/lots/${lotId}/bids`, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    // The first arrives, and its answer is lost.
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await me.bid('25')
  await expect(me.strip).toContainText(/Not known|You are leading/)
  await expect(me.strip).toContainText('You are leading. Your maximum of 25')
  expect(new Set(keys).size).toBe(1)
  expect((await factsOf(lotId)).length).toBe(1)
})

test('an amount is doubted where a digit may have slipped in', async ({ page, context }) => {
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await me.bid('150')
  await expect(page.getByRole('alertdialog')).toContainText('15 times the least bid of 10')
  await expect(page.getByRole('button', { name: /^Yes, bid 150/ })).toContainText(
    /binds you to pay, \d+\.\d\d.€ in all at most/,
  )
  expect(await factsOf(lotId)).toEqual([])
  await page.getByRole('button', { name: 'Change the amount' }).click()
  await me.field.fill('1.500')
  await expect(me.panel).toContainText(/Is this 1.500.€ or 1\.50.€\?/)
  await me.field.fill('15,50')
  await expect(me.panel).toContainText(/Understood: 15\.50/)
  await me.button.click()
  await expect(me.strip).toContainText('You are leading')
})

test('a guest chooses an amount, signs in, and finds it again', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/401/)
  const lotId = await aLot({ startMinor: 1_000 })
  const person = await aPerson()
  const me = await atTheLot(page, lotId)
  await me.field.fill('23')
  await page.getByRole('button', { name: /^Sign in and bid 23/ }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // A maximum is secret: an address is shared, and logged.
  expect(page.url()).not.toContain('23')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/lot/${lotId}`))
  await expect(me.field).toHaveValue('23')
  expect(new URL(page.url()).search).toBe('')
  expect(await factsOf(lotId)).toEqual([])
  await me.button.click()
  await expect(me.strip).toContainText('You are leading. Your maximum of 23')
  await context.clearCookies()
})

test('a lot is bought at once, after it was said twice', async ({ page, context }) => {
  const lotId = await aLot({ startMinor: 1_000, buyNowMinor: 4_500 })
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await me.panel.getByRole('button', { name: /^Buy now for 45/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Buy now' })
  const confirm = dialog.getByRole('button', { name: /^Buy, bound to pay/ })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await confirm.click()
  await expect(me.strip).toContainText('You won')
  expect((await factsOf(lotId)).map(({ kind }) => kind)).toEqual(['purchase'])
})
