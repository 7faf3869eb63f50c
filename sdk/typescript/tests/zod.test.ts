import { describe, expect, test } from 'vitest'
import contract from '../../../openapi/v1/asyncapi.json'
import * as market from '../src/zod'
import { aState } from './live'

interface Validator {
  safeParse: (value: unknown) => { success: boolean }
}

const live: Record<string, unknown> = market.live
const examples = Object.entries(contract.components.messages).map(
  ([name, { examples }]) => [name, examples[0]?.payload] as const,
)

describe('A live message', () => {
  test.each(examples)('as the contract shows it is valid: %s', (name, payload) => {
    const validator = live[`z${name}`] as Validator
    expect(validator.safeParse(payload).success).toBe(true)
    expect(validator.safeParse({ ...payload, type: 'another' }).success).toBe(false)
  })
})

describe('An answer', () => {
  test('of a later market is valid, with fields and enum members that nobody told us about', () => {
    const state = { ...aState(), status: 'paused', reserve: 'waived', mood: 'tense' }
    expect(market.zLotState.safeParse(state).success).toBe(true)
  })

  test('that lacks something or has it wrong is not', () => {
    const { price_minor: _, ...state } = aState()
    expect(market.zLotState.safeParse(state).success).toBe(false)
    const broken = { ...aState(), ends_at: 'soon' }
    expect(market.zLotState.safeParse(broken).success).toBe(false)
  })
})

test('What is sent is checked as the market checks it', () => {
  expect(market.zBidIn.safeParse({ maximum_minor: 1_000 }).success).toBe(true)
  expect(market.zBidIn.safeParse({ maximum_minor: 0 }).success).toBe(false)
  expect(market.zBidIn.safeParse({ maximum_minor: 10.5 }).success).toBe(false)
  const credentials = { email: 'a@example.com', password: 'long enough to be one' }
  expect(market.zSignInIn.safeParse({ ...credentials, transport: 'pigeon' }).success).toBe(false)
})
