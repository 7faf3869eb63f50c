/** Texts are fetched; in tests they come from their files, as a server would give them. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const elsewhere = globalThis.fetch

globalThis.fetch = async (input, init) => {
  if (typeof input !== 'string' || !input.includes('/i18n/locales/')) return elsewhere(input, init)
  const path = input.slice(input.indexOf('/src/')).split('?')[0] ?? ''
  return new Response(await readFile(join(ROOT, path), 'utf8'))
}
