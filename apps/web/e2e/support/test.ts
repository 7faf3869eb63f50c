/** What every journey starts from: pages that are watched for errors, and people in them. */

import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

import type { Person } from './market'

export { expect }

/** Where a page is looked at: both widths, both themes. */
export const LOOKS = [
  { name: 'a phone in the light', width: 390, height: 844, theme: 'light' },
  { name: 'a phone in the dark', width: 390, height: 844, theme: 'dark' },
  { name: 'a desk in the light', width: 1440, height: 900, theme: 'light' },
  { name: 'a desk in the dark', width: 1440, height: 900, theme: 'dark' },
] as const

export const LANGUAGES = ['lv', 'en', 'ru'] as const

interface Watch {
  /** Errors of the console that a journey brings about on purpose. */
  readonly expectError: (text: RegExp) => void
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const expected: RegExp[] = []
      const errors: string[] = []
      context.on('weberror', (error) => errors.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      await use({ expectError: (text) => expected.push(text) })
      expect(errors.filter((error) => !expected.some((text) => text.test(error)))).toEqual([])
    },
    { auto: true },
  ],
})

/** A page in a language, as if it had been chosen there before. */
export async function speak(
  context: BrowserContext,
  language: (typeof LANGUAGES)[number],
): Promise<void> {
  await context.addInitScript((chosen) => {
    // The empty page from which axe reports has no storage.
    if (location.protocol === 'about:') return
    const before = JSON.parse(localStorage.getItem('vendue.choices') ?? '{}')
    localStorage.setItem('vendue.choices', JSON.stringify({ language: chosen, ...before }))
  }, language)
}

/** Sign somebody in without walking through the form. */
export async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const { email, password } = person
  const answer = await context.request.post('/api/v1/sessions', {
    data: { email, password, transport: 'cookie' },
  })
  expect(answer.status()).toBe(201)
}

/** Nothing an automatic reader of WCAG 2.2 objects to. Assert the content first: an error page passes. */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // All of the page at once: what a bar at the bottom covers for now is no smaller for it.
  await page.setViewportSize({ width: size?.width ?? 1440, height })
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const said = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  if (size !== null) await page.setViewportSize(size)
  expect(said).toEqual([])
}

/** The page is as wide as the screen, whatever its words. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content).toBe(screen)
}
