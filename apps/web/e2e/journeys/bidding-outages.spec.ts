import {
  atTheLot,
  expectEveryFactOnce,
  factsOf,
  keepValkeyDead,
  killRealtime,
} from '../support/bidding'
import { aLot, aPerson, aRival } from '../support/market'
import { expect, signIn, test } from '../support/test'

test('without a network nothing can be bid, and then everything is there once', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const lotId = await aLot({ startMinor: 1_000 })
  const [first, second] = [await aRival(), await aRival()]
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await first.bid(lotId, 2_000)
  await expect(me.price).toHaveText(/^10/)
  await me.readHistory()

  await context.setOffline(true)
  await expect(me.strip).toContainText('Reconnecting')
  await expect(me.button).toBeDisabled()
  await second.bid(lotId, 3_000)
  await first.bid(lotId, 5_000)
  await second.bid(lotId, 7_000)
  await page.waitForTimeout(10_000)
  // Shown, and not read aloud every second.
  await expect(me.strip.getByRole('status')).not.toContainText('seconds')
  await expect(me.strip).toContainText(/These figures are 1\d seconds old/)
  await expect(me.button).toBeDisabled()

  await context.setOffline(false)
  await expect(me.strip).not.toContainText('Reconnecting', { timeout: 15_000 })
  await expect(me.price).toHaveText(/^55/)
  await expect(me.button).toBeEnabled()
  await expectEveryFactOnce(me, lotId)
})

test('a realtime process that dies is missed for a moment and for nothing more', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/WebSocket/)
  const lotId = await aLot({ startMinor: 1_000 })
  const [first, second] = [await aRival(), await aRival()]
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await first.bid(lotId, 2_000)
  await expect(me.price).toHaveText(/^10/)
  await me.readHistory()
  killRealtime()
  await expect(me.strip).toContainText('Reconnecting', { timeout: 3_000 })
  await expect(me.button).toBeDisabled()
  await second.bid(lotId, 4_000)
  await expect(me.strip).not.toContainText('Reconnecting', { timeout: 30_000 })
  await expect(me.price).toHaveText(/^22/)
  await expect(me.button).toBeEnabled()
  await expectEveryFactOnce(me, lotId)
})

test('while Valkey is dead an open page still hears, and a new one goes on by reading', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(120_000)
  watch.expectError(/WebSocket|status of 50\d/)
  const lotId = await aLot({ startMinor: 1_000 })
  const rival = await aRival()
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await rival.bid(lotId, 2_000)
  await me.readHistory()
  const late = await context.newPage()
  const readings: string[] = []
  late.on('request', (asked) => {
    if (asked.url().endsWith(`/lots/${lotId}/state`)) readings.push(asked.url())
  })

  const revive = keepValkeyDead()
  try {
    await rival.bid(lotId, 3_000)
    await expect(me.panel).toContainText('2 bids')
    await me.bid('40')
    await expect(me.strip).toContainText('You are leading')
    await late.goto(`/lot/${lotId}`)
    await expect(late.locator('#bid .price')).toHaveText(/^32/)
    const before = readings.length
    await rival.bid(lotId, 3_600)
    await expect(late.locator('#bid .price')).toHaveText(/^38/)
    expect(readings.length).toBeGreaterThan(before)
    await expect(me.price).toHaveText(/^38/)
  } finally {
    revive()
  }
  await rival.bid(lotId, 7_000)
  await expect(me.strip).toContainText('You were outbid')
  await expect(late.locator('#standing')).toContainText('You were outbid')
  await expectEveryFactOnce(me, lotId)
})

test('a bid that was doubted is not sent, nor kept for later, while there is no network', async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const lotId = await aLot({ startMinor: 1_000 })
  await signIn(context, await aPerson())
  const me = await atTheLot(page, lotId)
  await me.bid('150')
  const yes = page.getByRole('button', { name: 'Yes, bid 150' })
  await context.setOffline(true)
  await expect(yes).toBeDisabled()
  await expect(page.getByRole('alertdialog')).toContainText('You can bid once')
  await yes.press('Enter')
  await context.setOffline(false)
  await expect(yes).toBeEnabled({ timeout: 15_000 })
  expect(await factsOf(lotId)).toEqual([])
})
