/** Calls, types, queries and validators of the contracts, by hey-api; mended where it falls short. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient, type UserConfig } from '@hey-api/openapi-ts'
import type { Contract, Operation, Schemas } from './contract.ts'
import { forCalls } from './documents.ts'
import { camel } from './naming.ts'

type Plugin = NonNullable<UserConfig['plugins']>[number]

const QUIET = { level: 'silent', file: false } as const

/** Writes types, calls and React queries into `folder`. */
export async function writeCalls(
  contract: Contract,
  operations: Operation[],
  folder: string,
): Promise<void> {
  await createClient({
    input: forCalls(contract) as never,
    output: { path: folder, entryFile: false },
    logs: QUIET,
    plugins: [
      { name: '@hey-api/client-fetch', baseUrl: false },
      '@hey-api/typescript',
      { name: '@hey-api/sdk', auth: false },
      { name: '@tanstack/react-query', queryKeys: { tags: true } },
    ],
  })
  const made = join(folder, '@tanstack', 'react-query.gen.ts')
  const queries = mended(await readFile(made, 'utf8'), operations)
  await writeFile(join(folder, 'queries.gen.ts'), queries)
  await rm(join(folder, '@tanstack'), { recursive: true })
}

/** Writes types of what `schemas` names into `folder`. */
export function writeTypes(schemas: Schemas, folder: string): Promise<void> {
  return writeSchemas(schemas, folder, '@hey-api/typescript')
}

/** Writes validators of what `schemas` names into a file of `folder`. */
export async function writeValidators(
  schemas: Schemas,
  folder: string,
  name: string,
): Promise<void> {
  const work = join(folder, 'work')
  await writeSchemas(schemas, work, {
    name: 'zod',
    compatibilityVersion: 'mini',
    dates: { offset: true },
  })
  await writeFile(join(folder, name), visible(await readFile(join(work, 'zod.gen.ts'), 'utf8')))
  await rm(work, { recursive: true })
}

async function writeSchemas(schemas: Schemas, folder: string, plugin: Plugin): Promise<void> {
  const info = { title: 'Schemas', version: '1' }
  await createClient({
    input: { openapi: '3.1.0', info, paths: {}, components: { schemas } } as never,
    output: { path: folder, entryFile: false },
    logs: QUIET,
    plugins: [plugin],
  })
}

/** hey-api writes the escapes of a pattern out as the characters themselves, even ends of lines. */
function visible(source: string): string {
  return source.replace(/[^\n\P{C}]|[\p{Z}--\x20]/gv, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Each gap in what hey-api writes, and what belongs there. */
function mended(queries: string, operations: Operation[]): string {
  let text = queries.replaceAll("'../", "'./").replaceAll('DefaultError', 'VendueError')
  text = text.replace(/import \{ type VendueError, /, 'import { ')
  const own =
    "import type { VendueError } from '../../errors'\nimport { withKey } from '../../keys'\n"
  text = text.replace('\nimport ', `\n${own}import `)
  for (const { id, tag, item, takesKey } of operations) {
    if (item) text = pagesItself(text, camel(id), tag)
    if (takesKey) text = keepsItsKey(text, camel(id))
  }
  return text
}

/** A page says where the next one begins; the key of a list has its tag, as other keys do. */
function pagesItself(text: string, name: string, tag: string): string {
  const keyed = text.replace(
    `createQueryKey('${name}', options, true)`,
    `createQueryKey('${name}', options, true, ['${tag}'])`,
  )
  return keyed.replace(
    `        queryKey: ${name}InfiniteQueryKey(options)\n`,
    `        queryKey: ${name}InfiniteQueryKey(options),\n` +
      '        initialPageParam: {} as never,\n' +
      '        getNextPageParam: (page) => page.next_cursor ?? undefined\n',
  )
}

/** A mutation that is tried again is the same mutation. */
function keepsItsKey(text: string, name: string): string {
  const spread = `await ${name}({\n                ...options,\n                ...`
  return text.replace(`${spread}fnOptions,`, `${spread}withKey(fnOptions),`)
}
