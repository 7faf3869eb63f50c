/** What the generator needs to know of a contract: its operations and its refusals. */
import { methodName } from './naming.ts'

interface Schema {
  $ref?: string
  const?: string | number
  description?: string
  enum?: (string | number)[]
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  [keyword: string]: unknown
}

export type Schemas = Record<string, Schema>

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}

type Content = Record<string, { schema: Schema }>

export interface DescribedOperation {
  operationId: string
  summary: string
  description?: string
  tags: [string]
  parameters?: Parameter[]
  requestBody?: { content: Content; required?: boolean }
  responses: Record<string, { description: string; content?: Content }>
}

export interface Contract {
  openapi: string
  info: object
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Schemas }
}

/** One operation as a method of its resource. */
export interface Operation {
  id: string
  tag: string
  method: string
  httpMethod: string
  path: string
  summary: string
  description: string
  pathParameters: string[]
  /** Where what is given besides the path goes, and whether some of it must be given. */
  given: { place: 'body' | 'query'; isRequired: boolean } | null
  takesKey: boolean
  takesVersion: boolean
  /** The name of the answer's schema; null where there is no answer but success. */
  answer: string | null
  /** What a page holds, where the answer is a page. */
  item: string | null
  refusals: string[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** The operations of each tag, both by name. */
export function resources(contract: Contract): Map<string, Operation[]> {
  const found = new Map<string, Operation[]>()
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const httpMethod of METHODS) {
      const described = methods[httpMethod]
      if (described) {
        const [tag] = described.tags
        found.set(tag, [
          ...(found.get(tag) ?? []),
          operation(contract, path, httpMethod, described),
        ])
      }
    }
  }
  for (const [tag, operations] of found) {
    operations.sort((one, other) => (one.method < other.method ? -1 : 1))
    if (new Set(operations.map(({ method }) => method)).size < operations.length) {
      throw new Error(`Two operations of ${tag} have one name.`)
    }
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The name of each refusal's schema by its code, by name. */
export function problems(contract: Contract): [code: string, schema: string][] {
  return Object.entries(contract.components.schemas)
    .filter(([name]) => name.endsWith('Problem'))
    .map(([name, schema]): [string, string] => [String(schema.properties?.code?.const), name])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

function operation(
  contract: Contract,
  path: string,
  httpMethod: string,
  described: DescribedOperation,
): Operation {
  const parameters = described.parameters ?? []
  const answer = answerOf(described)
  return {
    id: described.operationId,
    tag: described.tags[0],
    method: methodName(described.tags[0], described.operationId),
    httpMethod,
    path,
    summary: described.summary,
    description: described.description ?? '',
    pathParameters: parameters.filter((one) => one.in === 'path').map(({ name }) => name),
    given: givenTo(contract, described),
    takesKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
    takesVersion: parameters.some(({ name }) => name === 'If-Match'),
    answer,
    item: itemOf(contract, answer),
    refusals: refusalsOf(contract, described),
  }
}

function givenTo(contract: Contract, described: DescribedOperation): Operation['given'] {
  const queries = (described.parameters ?? []).filter((one) => one.in === 'query')
  const [body] = Object.values(described.requestBody?.content ?? {})
  if (!body) {
    const isRequired = queries.some(({ required }) => required)
    return queries.length > 0 ? { place: 'query', isRequired } : null
  }
  if (queries.length > 0) throw new Error(`${described.operationId} takes a body and a query.`)
  const schema = resolve(contract, body.schema)
  return { place: 'body', isRequired: (schema.required ?? []).length > 0 }
}

function answerOf(described: DescribedOperation): string | null {
  for (const [status, { content }] of Object.entries(described.responses)) {
    if (status.startsWith('2')) {
      const schema = content?.['application/json']?.schema
      return schema?.$ref ? nameOf(schema.$ref) : null
    }
  }
  throw new Error(`${described.operationId} has no answer.`)
}

function itemOf(contract: Contract, answer: string | null): string | null {
  const properties = answer ? contract.components.schemas[answer]?.properties : undefined
  const item = properties?.next_cursor ? properties.items?.items?.$ref : undefined
  return item ? nameOf(item) : null
}

/** What an operation refuses by rules of its own: 409, where the state says no. */
function refusalsOf(contract: Contract, described: DescribedOperation): string[] {
  const schema = described.responses['409']?.content?.['application/problem+json']?.schema
  const choices = schema?.anyOf ?? (schema ? [schema] : [])
  return choices.map((choice) => String(resolve(contract, choice).properties?.code?.const)).sort()
}

function resolve(contract: Contract, schema: Schema): Schema {
  if (!schema.$ref) return schema
  const found = contract.components.schemas[nameOf(schema.$ref)]
  if (!found) throw new Error(`Nothing is called ${schema.$ref}.`)
  return found
}

/** `#/components/schemas/Lot` → `Lot`. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
