/** The contracts as each generator should see them. */
import { type Contract, type DescribedOperation, nameOf, type Schemas } from './contract.ts'

/** Headers that the client sets by itself, so no caller has to. */
const OWN_HEADERS = new Set(['Idempotency-Key', 'If-None-Match'])

/**
 * The contract without refusals and without what the transport does by itself.
 *
 * Every call fails with a `VendueError`, so no operation needs error types of its own.
 */
export function forCalls(contract: Contract): Contract {
  const copy = structuredClone(contract)
  for (const described of operationsOf(copy)) {
    described.parameters = (described.parameters ?? []).filter(({ name }) => !OWN_HEADERS.has(name))
    described.responses = Object.fromEntries(
      Object.entries(described.responses).filter(([status]) => status.startsWith('2')),
    )
  }
  return copy
}

/**
 * The contract with every enum of its answers open: a later market may say more.
 *
 * What is only sent keeps its enums closed.
 */
export function forValidation(schemas: Schemas, roots: string[]): Schemas {
  const copy = structuredClone(schemas)
  for (const name of reachable(copy, roots)) {
    const schema = copy[name]
    if (schema?.enum) copy[name] = { type: 'string', description: schema.description ?? '' }
  }
  return copy
}

/** The names of the schemas that answers and refusals begin with. */
export function answers(contract: Contract): string[] {
  const bodies = operationsOf(contract).flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ content }) => Object.values(content ?? {})),
  )
  return bodies.flatMap(({ schema }) => references(schema))
}

function operationsOf(contract: Contract): DescribedOperation[] {
  return Object.values(contract.paths).flatMap((methods) => Object.values(methods))
}

function reachable(schemas: Schemas, roots: string[]): Set<string> {
  const seen = new Set<string>()
  const waiting = [...roots]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!seen.has(name)) {
      seen.add(name)
      waiting.push(...references(schemas[name]))
    }
  }
  return seen
}

function references(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [nameOf(value)] : references(value),
  )
}
