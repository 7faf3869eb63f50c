import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Plugin } from 'vite'

/**
 * Lay the texts beside the app's code, as data: nobody has to run them, and what failed can be
 * fetched again. One fingerprint for all of them saves the first visit the addresses of each.
 */
export function texts(folder: string): Plugin {
  let files: readonly (readonly [name: string, content: string])[] = []
  let home = ''
  return {
    name: 'vendue-texts',
    apply: 'build',
    async config() {
      files = await read(folder)
      const fingerprint = createHash('sha256').update(JSON.stringify(files)).digest('base64url')
      home = `assets/texts-${fingerprint.slice(0, 8)}`
      return { define: { 'import.meta.env.VITE_TEXTS': JSON.stringify(`/${home}`) } }
    },
    generateBundle() {
      for (const [name, source] of files) {
        this.emitFile({ type: 'asset', fileName: `${home}/${name}`, source })
      }
    },
  }
}

/** Every file without its white space, by its path below the folder. */
async function read(folder: string) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.json$/.test(name))
  return Promise.all(
    names.sort().map(async (name) => {
      const content = JSON.parse(await readFile(join(folder, name), 'utf8'))
      return [name.replaceAll('\\', '/'), JSON.stringify(content)] as const
    }),
  )
}
