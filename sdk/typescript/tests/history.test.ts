import { expect, test } from 'vitest'
import { checkChain, checkHistory } from '../src/history'
import type { LotFact } from '../src/index'
import recorded from './history.json'
import { aMarket, json } from './market'

// Made by the Python SDK, so that two implementations have to agree.
const { lot_id: LOT, terms } = recorded
const facts = recorded.facts as LotFact[]

function changed(at: number, change: Partial<LotFact>): LotFact[] {
  return facts.map((fact, index) => (index === at ? { ...fact, ...change } : fact))
}

test('A history that was not touched holds', async () => {
  const head = facts.at(-1)?.hash
  expect(await checkChain(LOT, terms, facts)).toEqual({ holds: true, facts: 3, head, fault: null })
})

test.each([
  ['an amount', changed(1, { amount_minor: 1_501 }), { sequence: 2, check: 'hash' }],
  [
    'a commitment',
    changed(0, { commitments: { bidder: 'ab', maximum: null } }),
    { sequence: 1, check: 'hash' },
  ],
  ['a hash', changed(0, { hash: '00' }), { sequence: 1, check: 'hash' }],
  ['the link', changed(2, { previous_hash: '00' }), { sequence: 3, check: 'link' }],
  ['the lot', changed(1, { lot_id: 'another' }), { sequence: 2, check: 'lot' }],
  ['a fact left out', facts.toSpliced(1, 1), { sequence: 2, check: 'sequence' }],
])('A history with %s changed does not hold', async (_, touched, fault) => {
  expect(await checkChain(LOT, terms, touched)).toMatchObject({ holds: false, head: null, fault })
})

test('Other terms do not lead to the same facts', async () => {
  const cheaper = { ...terms, start_price_minor: 1 }
  const fault = { sequence: 1, check: 'link' }
  expect(await checkChain(LOT, cheaper, facts)).toMatchObject({ holds: false, fault })
  expect((await checkChain('another', terms, facts)).fault).toEqual({ sequence: 0, check: 'lot' })
})

test('A history is read page by page', async () => {
  const { vendue, asked } = aMarket([
    json({ terms, items: facts.slice(0, 2), next_cursor: 'more' }),
    json({ terms, items: facts.slice(2), next_cursor: null }),
  ])
  expect(await checkHistory(vendue, LOT)).toMatchObject({ holds: true, facts: 3 })
  expect(asked.map(({ path }) => path)).toEqual([
    `/api/v1/lots/${LOT}/history?limit=500`,
    `/api/v1/lots/${LOT}/history?limit=500&cursor=more`,
  ])
})
