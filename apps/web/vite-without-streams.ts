import type { Plugin } from 'vite'

/** The generated client can also read streams of events. The market has none: ours are messages. */
export function withoutStreams(): Plugin {
  return {
    name: 'vendue-without-streams',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/core/serverSentEvents.gen.ts') ? 'export const createSseClient = null' : null,
  }
}
