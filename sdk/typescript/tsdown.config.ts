import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    history: 'src/history.ts',
    index: 'src/index.ts',
    'react-query': 'src/react-query.ts',
    realtime: 'src/realtime.ts',
    zod: 'src/zod.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: false,
  deps: {
    neverBundle: [/^@tanstack\//, /^zod/, /^partysocket/, 'react'],
    onlyBundle: [],
  },
  hooks: { 'build:done': ({ options }) => installedTypes(options.outDir) },
})

/** What react-query hands on of query-core is had from react-query, which users have installed. */
async function installedTypes(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^react-query\.d\.c?ts$/.test(name)) {
      const path = join(folder, name)
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.replace('"@tanstack/query-core"', '"@tanstack/react-query"'))
    }
  }
}
