import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createKnown } from '@/shared/session/known'

class Over extends Error {}

/** A session that the test plays: `answer` is what the market says when it is asked. */
function aSession() {
  const listeners = new Set<() => void>()
  const held = { isSignedIn: false, answer: async () => undefined as unknown }
  const known = createKnown({
    isSignedIn: () => held.isSignedIn,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: async () => {
      await held.answer()
    },
    isOver: (error) => error instanceof Over,
  })
  const signIn = () => {
    held.isSignedIn = true
    for (const listener of listeners) listener()
  }
  return { held, known, signIn }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('nobody is called a guest before the market has said so', async () => {
  const { known } = aSession()
  expect(known.isGuest()).toBe(false)
  expect(await known.resume()).toBe(false)
  expect(known.isGuest()).toBe(true)
})

test('a session that is over makes a guest', async () => {
  const { known, held } = aSession()
  held.answer = () => Promise.reject(new Over())
  expect(await known.resume()).toBe(false)
  expect(known.isGuest()).toBe(true)
})

test('who could not be asked is no guest, and is asked again when the connection is back', async () => {
  const { known, held, signIn } = aSession()
  const lost = new Error('no connection')
  held.answer = () => Promise.reject(lost)
  expect(await known.resume()).toBe(true)
  expect(known.isGuest()).toBe(false)
  expect(known.failure()).toBe(lost)

  held.answer = async () => signIn()
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(known.failure()).toBe(null))
  expect(known.isGuest()).toBe(false)
})

test('it is asked again by and by, and no more once it is known', async () => {
  const { known, held } = aSession()
  const asked = vi.fn(() => Promise.reject(new Error('no connection')))
  held.answer = asked
  await known.resume()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveBeenCalledTimes(2)
  held.answer = async () => undefined
  await vi.advanceTimersByTimeAsync(4_000)
  expect(known.isGuest()).toBe(true)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('whoever listens is told', async () => {
  const { known, signIn } = aSession()
  const told = vi.fn()
  known.onChange(told)
  await known.resume()
  expect(told).toHaveBeenCalled()
  signIn()
  expect(known.isGuest()).toBe(false)
})
