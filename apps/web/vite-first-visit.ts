import type { Plugin } from 'vite'

export interface FirstVisit {
  /** Finds out what the entry imports, once all modules are known. */
  readonly plugin: Plugin
  /** Whether every page needs this module: the entry imports it, by whatever way but a lazy one. */
  readonly holds: (id: string) => boolean
}

/** What is loaded whatever the page. In one file it is smaller than in twenty. */
export function firstVisit(): FirstVisit {
  const needed = new Set<string>()
  return {
    holds: (id) => needed.has(id),
    plugin: {
      name: 'vendue-first-visit',
      apply: 'build',
      buildEnd() {
        const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (needed.has(id)) continue
          needed.add(id)
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
        }
      },
    },
  }
}
