/** A lot's history, checked by whoever reads it: rule 7 of the auction rules, in a browser too. */
import type { CallOptions } from './calls'
import type { LotFact, LotHistory } from './generated/rest/types.gen'
import type { Pages } from './pages'

/** What a fact's hash covers. Members that facts may get later are not among them. */
const HASHED = [
  'lot_id',
  'sequence',
  'epoch',
  'kind',
  'bidder',
  'leader',
  'amount_minor',
  'price_minor',
  'ends_at',
  'at',
  'voided_sequences',
  'result',
  'commitments',
  'previous_hash',
] as const satisfies (keyof LotFact)[]

/** What cannot be, and at which fact; sequence 0 stands for the terms. */
export interface HistoryFault {
  sequence: number
  /** Of another lot; out of number; not bound to the fact before; not what was hashed. */
  check: 'lot' | 'sequence' | 'link' | 'hash'
}

/** The outcome of a check. */
export interface HistoryVerdict {
  holds: boolean
  /** How many facts were looked at. */
  facts: number
  /** The last hash of a history that holds: whoever has the same has seen the same facts. */
  head: string | null
  fault: HistoryFault | null
}

/** A market, or what of it is needed here. */
export interface Histories {
  lots: {
    listHistory: (
      lotId: string,
      query: { limit: number },
      options: CallOptions,
    ) => Pages<LotFact, LotHistory>
  }
}

/** Reads a lot's whole history and checks it. */
export async function checkHistory(
  vendue: Histories,
  lotId: string,
  options: CallOptions = {},
): Promise<HistoryVerdict> {
  const facts: LotFact[] = []
  let terms: LotHistory['terms'] = {}
  for await (const page of vendue.lots.listHistory(lotId, { limit: 500 }, options).pages()) {
    facts.push(...page.items)
    terms = page.terms
  }
  return checkChain(lotId, terms, facts)
}

/** Checks that facts follow from the terms one by one, and that each is what was hashed. */
export async function checkChain(
  lotId: string,
  terms: Record<string, unknown>,
  facts: LotFact[],
): Promise<HistoryVerdict> {
  const failed = (sequence: number, check: HistoryFault['check']): HistoryVerdict => ({
    holds: false,
    facts: facts.length,
    head: null,
    fault: { sequence, check },
  })
  if (terms.lot_id !== lotId) return failed(0, 'lot')
  let head = await digest(terms)
  for (const [index, fact] of facts.entries()) {
    const check = await faultOf(fact, { lotId, sequence: index + 1, previous: head })
    if (check !== null) return failed(index + 1, check)
    head = fact.hash
  }
  return { holds: true, facts: facts.length, head, fault: null }
}

interface Place {
  lotId: string
  sequence: number
  previous: string
}

async function faultOf(fact: LotFact, place: Place): Promise<HistoryFault['check'] | null> {
  if (fact.sequence !== place.sequence) return 'sequence'
  if (fact.lot_id !== place.lotId) return 'lot'
  if (fact.previous_hash !== place.previous) return 'link'
  const hashed = Object.fromEntries(HASHED.map((name) => [name, fact[name]]))
  return fact.hash === (await digest(hashed)) ? null : 'hash'
}

/**
 * SHA-256 of the canonical form, in hexadecimal.
 *
 * Rejects with a `TypeError` in a page that came over plain HTTP: browsers do not hash there.
 */
async function digest(document: unknown): Promise<string> {
  const text = new TextEncoder().encode(canonical(document))
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** RFC 8785: members sorted by their names' code units, everything else as JavaScript writes it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
