import { expect, test } from 'vitest'

import { formatCount, formatMoney, formatShare, moneyParts } from '../src/values/money'
import { formatEnd, formatLeft, isClosing, shareLeft, zoneName } from '../src/values/time'

const NB = '\u00A0'
const NOON = Date.parse('2026-11-22T12:00:00Z')

test('an amount is grouped by no-break spaces and followed by its sign', () => {
  expect(formatMoney(1_250_050, 'EUR', 'lv')).toBe(`12${NB}500,50${NB}€`)
  expect(formatMoney(1_250_050, 'EUR', 'en')).toBe(`12${NB}500.50${NB}€`)
  expect(formatMoney(78_000, 'EUR', 'ru')).toBe(`780${NB}€`)
  expect(formatMoney(78_000, 'EUR', 'ru', 'always')).toBe(`780,00${NB}€`)
  expect(formatMoney(5, 'EUR', 'lv')).toBe(`0,05${NB}€`)
  expect(formatMoney(-5_000, 'EUR', 'lv')).toBe(`−50${NB}€`)
  expect(formatMoney(1_250, 'JPY', 'en')).toBe(`1${NB}250${NB}¥`)
  expect(formatMoney(1_250, 'KWD', 'lv')).toBe(`1,250${NB}KWD`)
})

test('the largest amount of the contract keeps every digit', () => {
  expect(moneyParts(1e15, 'EUR', 'lv').whole.replaceAll(NB, '')).toBe('10000000000000')
})

test('shares and counts', () => {
  expect(formatShare(1500, 'lv')).toBe(`15${NB}%`)
  expect(formatShare(1250, 'en')).toBe(`12.5${NB}%`)
  expect(formatShare(5, 'ru')).toBe(`0,05${NB}%`)
  expect(formatCount(4913)).toBe(`4${NB}913`)
})

test('a clock says days, hours, then minutes and seconds', () => {
  expect(formatLeft((52 * 60 + 5) * 60_000, 'en')).toBe(`2${NB}d${NB}04${NB}h`)
  expect(formatLeft(5 * 3_600_000 + 12 * 60_000, 'lv')).toBe(`5${NB}st.${NB}12${NB}min`)
  expect(formatLeft(41 * 60_000 + 7_000, 'en')).toBe('41:07')
  expect(formatLeft(42_001, 'en')).toBe('00:43')
  expect(formatLeft(-5, 'en')).toBe('00:00')
})

test('only the last minute closes', () => {
  expect(isClosing(60_001)).toBe(false)
  expect(isClosing(60_000)).toBe(true)
  expect(isClosing(0)).toBe(false)
  expect(shareLeft(30_000)).toBe(0.5)
  expect(shareLeft(-1)).toBe(0)
})

test('an end is named by the time today, and by its day later', () => {
  const at = (iso: string) => formatEnd(Date.parse(iso), NOON, 'en', 'Europe/Riga')
  expect(at('2026-11-22T18:02:14Z')).toBe('20:02:14')
  expect(at('2026-11-23T20:10:00Z')).toBe('Mon 22:10')
  expect(at('2026-12-06T16:00:00Z')).toBe('6 Dec, 18:00')
})

test('the zone has its short name', () => {
  expect(zoneName(NOON, 'Europe/Riga')).toBe('EET')
  expect(zoneName(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Riga')).toBe('EEST')
})
