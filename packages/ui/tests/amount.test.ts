import { describe, expect, test } from 'vitest'

import { parseAmount } from '../src/values/amount'

const minor = (text: string, currency = 'EUR') => {
  const read = parseAmount(text, currency)
  return read.kind === 'amount' ? read.minor : read
}

describe('an amount is understood as it is written', () => {
  test.each([
    ['1250', 125_000],
    ['1 250', 125_000],
    ['1 250,50', 125_050],
    ['1\u00A0250,50', 125_050],
    ['1250.50', 125_050],
    ['1250,5', 125_050],
    ['1.250,50', 125_050],
    ['1,250.50', 125_050],
    ['1’250.50', 125_050],
    ['12 345 678', 1_234_567_800],
    ['1.250.000', 125_000_000],
    ['0,99', 99],
    ['12,', 1_200],
    ['007', 700],
    [' 64 € ', 6_400],
    ['€64', 6_400],
    ['64 EUR', 6_400],
    ['64 eur', 6_400],
  ])('%s', (text, expected) => {
    expect(minor(text)).toBe(expected)
  })

  test('in currencies without decimals, and with three', () => {
    expect(minor('1,250', 'JPY')).toBe(1_250)
    expect(minor('1250', 'JPY')).toBe(1_250)
    expect(minor('1,25', 'JPY')).toEqual({ kind: 'wrong', reason: 'decimals' })
    expect(minor('12.3456', 'KWD')).toEqual({ kind: 'wrong', reason: 'decimals' })
    expect(minor('1250.125', 'KWD')).toBe(1_250_125)
  })
})

describe('two readings are asked about, never chosen from', () => {
  test.each([
    ['1.250', [125_000, 125]],
    ['1,250', [125_000, 125]],
    ['12,500', [1_250_000, 1_250]],
    // One and a bit cannot be said in cents; still nobody typed a thousand for sure.
    ['1.234', [123_400]],
  ])('%s', (text, readings) => {
    expect(parseAmount(text, 'EUR')).toEqual({ kind: 'ambiguous', readings })
  })

  test('with three decimals both stand', () => {
    expect(parseAmount('1.250', 'KWD')).toEqual({ kind: 'ambiguous', readings: [1_250_000, 1_250] })
  })
})

describe('what is no amount is told apart', () => {
  test.each([
    ['-1', 'not_a_number'],
    ['1e308', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['１２', 'not_a_number'],
    ['€', 'not_a_number'],
    ['12 $', 'not_a_number'],
    ['12 USD', 'not_a_number'],
    [',50', 'not_a_number'],
    ['1 25', 'grouping'],
    ['12.34.56', 'grouping'],
    ['1,2,50', 'grouping'],
    ['1.250,50,00', 'grouping'],
    ['1 250.000,50', 'grouping'],
    ['12,345 678', 'grouping'],
    ['12.345,678', 'decimals'],
    ['1250.505', 'decimals'],
    ['0.125', 'decimals'],
    ['1 250.500', 'decimals'],
    ['99999999999999999', 'too_large'],
  ])('%s', (text, reason) => {
    expect(parseAmount(text, 'EUR')).toEqual({ kind: 'wrong', reason })
  })

  test('nothing is nothing', () => {
    expect(parseAmount('  ', 'EUR')).toEqual({ kind: 'empty' })
  })
})
