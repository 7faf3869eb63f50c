/** Somebody at a lot's page: the parts they use, and what a journey measures on it. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

import { type Browser, expect, type Locator, type Page } from '@playwright/test'

import { call } from './calls'
import type { Person } from './market'
import { STATE } from './surroundings'
import { signIn } from './test'

/** How soon somebody must see that they were outbid. */
export const SEEN_WITHIN_MS = 1_000

export interface Bidder {
  readonly page: Page
  readonly panel: Locator
  readonly strip: Locator
  readonly price: Locator
  readonly field: Locator
  readonly button: Locator
  readonly timer: Locator
  /** Write a maximum and press the button that binds. */
  readonly bid: (amount: string) => Promise<void>
  /** When the countdown shows this for the first time, by a clock that nobody has set wrong. */
  readonly secondAt: (text: string) => Promise<number>
  /** Scroll to the history, which is drawn when it comes near. */
  readonly readHistory: () => Promise<void>
  readonly leave: () => Promise<void>
}

export interface Fact {
  readonly sequence: number
  readonly kind: string
}

/** What the market's own history says of a lot. */
export async function factsOf(lotId: string): Promise<readonly Fact[]> {
  const path = `/api/v1/lots/${lotId}/history?limit=500`
  return (await call<{ items: Fact[] }>('GET', path)).items
}

/** The history on the page has every fact there is, each once, newest first. */
export async function expectEveryFactOnce(me: Bidder, lotId: string): Promise<void> {
  const sequences = (await factsOf(lotId)).map(({ sequence }) => String(sequence))
  await expect(me.page.locator('table tbody tr td:first-child')).toHaveText(sequences.toReversed())
}

/** Open a lot and wait until its news arrives by itself. */
export async function atTheLot(page: Page, lotId: string): Promise<Bidder> {
  // Not of the first socket: whoever turns out to be signed in gets a connection of their own.
  const subscribed = new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (payload.includes('subscribed') && payload.includes(lotId)) resolve()
      }),
    )
  })
  await page.goto(`/lot/${lotId}`)
  const panel = page.getByRole('region', { name: 'Bidding', exact: true })
  await expect(panel).toBeVisible()
  await subscribed
  const field = panel.getByRole('textbox')
  const button = panel.locator('button.button-main')
  return {
    page,
    panel,
    strip: panel.locator('#standing'),
    price: panel.locator('.price').first(),
    field,
    button,
    timer: panel.getByRole('timer'),
    bid: async (amount) => {
      const free = panel.getByRole('button', { name: 'Enter another amount' })
      if (await free.isVisible()) await free.click()
      await field.fill(amount)
      await button.click()
    },
    secondAt: (text) => firstShown(page, text),
    readHistory: async () => {
      await page.getByRole('heading', { name: 'Bidding history' }).scrollIntoViewIfNeeded()
      await expect(page.getByRole('button', { name: 'Verify this history' })).toBeVisible()
    },
    leave: () => page.context().close(),
  }
}

/** The same in a window of its own: with somebody signed in, or with a device's clock set wrong. */
export async function inAWindow(
  browser: Browser,
  lotId: string,
  who: { person?: Person; wrongByMs?: number } = {},
): Promise<Bidder> {
  const context = await browser.newContext()
  if (who.wrongByMs !== undefined) await context.addInitScript(setWrong, who.wrongByMs)
  if (who.person !== undefined) await signIn(context, who.person)
  return atTheLot(await context.newPage(), lotId)
}

/** End the process that sockets are connected to, as a crash would. */
export function killRealtime(): void {
  kill('serve_realtime')
}

/** Keep Valkey dead: each one that the supervisor starts ends at once. Answers with what ends that. */
export function keepValkeyDead(): () => void {
  const again = setInterval(() => kill('valkey-server'), 100)
  return () => clearInterval(again)
}

/** Only what belongs to the market that is journeyed through. */
function kill(program: string): void {
  const ours = `VENDUE_SUPERVISED_BY=${STATE}\0`
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!readOf(pid, 'cmdline').includes(program)) continue
    // Valkey writes its title over its environment, but lives in a folder of its own.
    const isOurs = readOf(pid, 'environ').includes(ours) || folderOf(pid) === join(STATE, 'valkey')
    if (isOurs) process.kill(Number(pid), 'SIGKILL')
  }
}

function folderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return ''
  }
}

function firstShown(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const timer = document.querySelector('#bid [role=timer]')
        const look = () => {
          if (timer?.textContent !== wanted) return
          observer.disconnect()
          resolve(performance.timeOrigin + performance.now())
        }
        const observer = new MutationObserver(look)
        if (timer !== null) {
          observer.observe(timer, { childList: true, characterData: true, subtree: true })
        }
        look()
      }),
    text,
  )
}

/** Runs in the page: its calendar goes wrong by so much, its stopwatch does not. */
function setWrong(byMs: number): void {
  const right = Date
  class Wrong extends right {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [right.now() + byMs] : given) as [number]))
    }

    static override now(): number {
      return right.now() + byMs
    }
  }
  globalThis.Date = Wrong as DateConstructor
}
