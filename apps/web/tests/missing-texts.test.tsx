import { act, render, screen } from '@testing-library/react'
import { Component, type ReactNode, Suspense } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'

import { startLanguages } from '@/shared/i18n/languages'
import { forgetFailures } from '@/shared/i18n/texts'
import { useTranslation } from '@/shared/i18n/translation'

beforeAll(startLanguages)

function Sample() {
  return <p>{useTranslation('how').t('title')}</p>
}

class Boundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    const again = () => {
      forgetFailures()
      this.setState({ isBroken: false })
    }
    return this.state.isBroken ? (
      <button type="button" onClick={again}>
        again
      </button>
    ) : (
      this.props.children
    )
  }
}

test('texts that do not come are said to be missing, and fetched anew when asked for', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const lost = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  render(
    <Boundary>
      <Suspense fallback="waiting">
        <Sample />
      </Suspense>
    </Boundary>,
  )
  const again = await screen.findByRole('button', { name: 'again' })
  expect(lost).toHaveBeenCalledTimes(1)
  lost.mockRestore()
  await act(async () => again.click())
  expect(await screen.findByText('How bidding works')).toBeTruthy()
})
