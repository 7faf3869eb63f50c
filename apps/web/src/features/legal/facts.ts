/** Who runs the market, as far as it has been filled in. */

import type { Operator } from '@vendue/sdk'

export const FACTS = [
  'name',
  'registration_number',
  'address',
  'email',
  'phone',
  'vat_number',
] as const
export type Fact = (typeof FACTS)[number]

/** Without these nobody may open a market: they are asked for on the page until they are there. */
const NEEDED: readonly Fact[] = ['name', 'registration_number', 'address', 'email']

export function missingFacts(operator: Operator): readonly Fact[] {
  return NEEDED.filter((fact) => operator[fact] === null)
}

/** The facts under the names that the texts give them; `unset` says that one is not there yet. */
export function factsOf(
  operator: Operator,
  unset: (fact: Fact) => string,
): Readonly<Record<string, string>> {
  const said = Object.fromEntries(FACTS.map((fact) => [fact, operator[fact] ?? unset(fact)]))
  return { ...said, operator: said.name ?? '' }
}
