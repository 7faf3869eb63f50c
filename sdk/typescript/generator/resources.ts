/** Writes the resources of the market, each with its operations as methods. */
import type { Operation } from './contract.ts'
import { camel, pascal } from './naming.ts'

const WIDTH = 92
const HEAD = '// Made by the generator; do not edit.\n'

/** The source of every resource and of the market that has them all. */
export function renderMarket(byTag: Map<string, Operation[]>): string {
  const tags = [...byTag.keys()]
  return [
    HEAD,
    "import { type CallOptions, done, sent, value, type Versioned } from '../calls'",
    "import { Pages } from '../pages'",
    "import type { Client } from './rest/client'",
    "import * as calls from './rest/sdk.gen'",
    "import type * as types from './rest/types.gen'\n",
    ...[...byTag].map(([tag, operations]) => resource(tag, operations)),
    '/** Everything the market does, by resource. */',
    'export class Market {',
    ...tags.map((tag) => `  readonly ${camel(tag)}: ${pascal(tag)}`),
    '\n  constructor(client: Client) {',
    ...tags.map((tag) => `    this.${camel(tag)} = new ${pascal(tag)}(client)`),
    '  }\n}\n',
  ].join('\n')
}

/** The source of what tells which POST takes a key: the shape of its path. */
export function renderKeyed(operations: Operation[]): string {
  const paths = operations
    .filter(({ takesKey }) => takesKey)
    .map(({ path }) => `  '${path.replaceAll(/\{\w+\}/g, '[^/]+')}$',\n`)
  const doc =
    '/** The ends of the paths whose POST takes an Idempotency-Key, as regular expressions. */'
  return `${HEAD}\n${doc}\nexport const KEYED_PATHS = [\n${paths.join('')}]\n`
}

/** The source of what each refusal carries, by its code. */
export function renderProblems(problems: [code: string, schema: string][]): string {
  const schemas = problems.map(([, schema]) => `  ${schema},\n`).sort()
  const members = problems.map(([code, schema]) => `  ${code}: Omit<${schema}, CommonMember>\n`)
  return [
    HEAD,
    `import type {\n${schemas.join('')}} from './rest/types.gen'\n`,
    'type CommonMember =',
    "  | 'type' | 'title' | 'status' | 'code' | 'detail' | 'instance' | 'request_id'\n",
    '/** What each refusal carries for the caller to act on, by its code. */',
    `export interface ProblemData {\n${members.join('')}}\n`,
  ].join('\n')
}

function resource(tag: string, operations: Operation[]): string {
  return [
    `export class ${pascal(tag)} {`,
    '  readonly #client: Client\n',
    '  constructor(client: Client) {\n    this.#client = client\n  }\n',
    operations.map(method).join('\n'),
    '}\n',
  ].join('\n')
}

function method(operation: Operation): string {
  const { id, item, answer, given, takesVersion } = operation
  const request = [
    'client: this.#client',
    ...pathOf(operation),
    ...(given ? [givenOf(operation)] : []),
    `...sent(options${takesVersion ? ', version' : ''})`,
  ]
  const call = (parts: string[]): string => `calls.${camel(id)}({ ${parts.join(', ')} })`
  const paged = request.map((part) => (part === 'query' ? 'query: { ...query, ...at }' : part))
  const body = item
    ? `return new Pages((at) => value(${call(paged)}), query.cursor)`
    : `return ${answer ? 'value' : 'done'}(${call(request)})`
  const returned = item
    ? `Pages<types.${item}, types.${answer}>`
    : `Promise<${answer ? `types.${answer}` : 'void'}>`
  const unpacked = takesVersion ? '    const { version, ...body } = given\n' : ''
  const signature = `  ${operation.method}(${parametersOf(operation).join(', ')}): ${returned} {`
  return `${documentation(operation)}\n${signature}\n${unpacked}    ${body}\n  }\n`
}

function pathOf({ pathParameters }: Operation): string[] {
  const parts = pathParameters.map((name) => `${name}: ${camel(name)}`)
  return parts.length > 0 ? [`path: { ${parts.join(', ')} }`] : []
}

function givenOf({ given }: Operation): string {
  return given?.place ?? ''
}

function parametersOf({ id, given, pathParameters, takesVersion }: Operation): string[] {
  const parameters = pathParameters.map((name) => `${camel(name)}: string`)
  if (given) {
    const type = `NonNullable<types.${pascal(id)}Data['${given.place}']>`
    const name = takesVersion ? 'given' : given.place
    const wanted = takesVersion ? `${type} & Versioned` : type
    parameters.push(`${name}: ${wanted}${given.isRequired || takesVersion ? '' : ' = {}'}`)
  }
  return [...parameters, 'options: CallOptions = {}']
}

function documentation({ summary, description, refusals }: Operation): string {
  const refused = refusals.map((code) => `\`${code}\``).join(', ')
  const paragraphs = [
    `${summary}.`,
    ...description.split('\n\n'),
    refusals.length > 0 ? `Refused with ${refused}.` : '',
  ].filter(Boolean)
  const lines = paragraphs.flatMap((text, at) => [...(at > 0 ? [''] : []), ...wrapped(text)])
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */`
}

function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1] ?? ''
    if (line && line.length + word.length >= WIDTH) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}
