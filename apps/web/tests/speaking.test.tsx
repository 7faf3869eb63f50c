import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { beforeAll, expect, test } from 'vitest'

import { preferred, speak, startLanguages } from '@/shared/i18n/languages'
import { counted } from '@/shared/i18n/plural'
import { RichText, useTranslation } from '@/shared/i18n/translation'

beforeAll(startLanguages)

function Sample({ count }: { count: number }) {
  const { t, exists } = useTranslation(['search', 'common'])
  return (
    <p>
      {t('title')} · {t('common:bids', counted(count))} · {String(exists('common:nothing'))}
    </p>
  )
}

async function shown(count: number): Promise<string> {
  const { container } = render(
    <Suspense fallback="waiting">
      <Sample count={count} />
    </Suspense>,
  )
  await screen.findByText(/·/)
  const text = container.textContent ?? ''
  document.body.replaceChildren()
  return text
}

test('a page waits for its own texts, and counts as its language does', async () => {
  await act(() => speak('ru'))
  expect(await shown(1)).toBe('Все лоты · 1 ставка · false')
  expect(await shown(3)).toBe('Все лоты · 3 ставки · false')
  expect(await shown(12)).toBe('Все лоты · 12 ставок · false')
  await act(() => speak('lv'))
  expect(await shown(21)).toBe('Visas lotes · 21 solījums · false')
  expect(await shown(10)).toBe('Visas lotes · 10 solījumu · false')
  expect(document.documentElement.lang).toBe('lv')
})

test('the first of the browser’s languages that is ours is spoken', () => {
  expect(preferred(['de-DE', 'ru-RU', 'en'])).toBe('ru')
  expect(preferred(['lv'])).toBe('lv')
  expect(preferred(['de'])).toBe('en')
})

test('words of a sentence become links in their place', () => {
  render(
    <p data-testid="said">
      <RichText
        text="I accept the <terms>terms</terms> and the <privacy>notice</privacy>."
        parts={{ terms: <a href="/legal/terms">x</a>, privacy: <a href="/legal/privacy">x</a> }}
      />
    </p>,
  )
  expect(screen.getByTestId('said').textContent).toBe('I accept the terms and the notice.')
  expect(screen.getByRole('link', { name: 'terms' }).getAttribute('href')).toBe('/legal/terms')
})
