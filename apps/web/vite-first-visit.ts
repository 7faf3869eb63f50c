import { type Plugin, parseAst } from 'vite'

import { type Asked, importsOf } from './vite-imports.ts'

export interface FirstVisit {
  /** Finds out what the entry imports, once all modules are known. */
  readonly plugin: Plugin
  /** Whether every page needs this module: the entry imports it, by whatever way but a lazy one. */
  readonly holds: (id: string) => boolean
}

type Request = readonly [id: string, asked: Asked]

/** What joins the modules of other systems to ours; one file less to fetch where it comes along. */
const RUNTIME = '\0rolldown/runtime.js'

/** What is loaded whatever the page. In one file it is smaller than in twenty. */
export function firstVisit(): FirstVisit {
  const needed = new Set([RUNTIME])
  return {
    holds: (id) => needed.has(id),
    plugin: {
      name: 'vendue-first-visit',
      apply: 'build',
      async buildEnd(error) {
        if (error !== undefined) return
        const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
        const requests = entries.map((id): Request => [id, 'all'])
        const seen = new Set<string>()
        for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
          const [id, asked] = next
          if (seen.has(`${id} ${asked}`)) continue
          seen.add(`${id} ${asked}`)
          needed.add(id)
          const { code, importedIds = [] } = this.getModuleInfo(id) ?? {}
          const resolve = async (source: string) => (await this.resolve(source, id))?.id
          requests.push(...(await requestsOf(code ?? '', asked, importedIds, resolve)))
        }
      },
    },
  }
}

async function requestsOf(
  code: string,
  asked: Asked,
  importedIds: readonly string[],
  resolve: (source: string) => Promise<string | undefined>,
): Promise<readonly Request[]> {
  const imports = importsOf(parseAst(code).body, asked)
  // Written for another system, whose imports are calls.
  if (imports.size === 0) return importedIds.map((id) => [id, 'all'])
  const requests: Request[] = []
  for (const [source, names] of imports) {
    const id = await resolve(source)
    if (id !== undefined) requests.push([id, names])
  }
  return requests
}
