import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

const TEXTS = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest'])
const LEAST_BYTES = 500

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Write each text twice more, as small as it goes: the server compresses nothing by itself. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'vendue-precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    closeBundle: {
      order: 'post',
      // After the service worker has been written.
      sequential: true,
      handler: async () => {
        const files = await readdir(folder, { recursive: true })
        await Promise.all(
          files
            .filter((file) => TEXTS.has(extname(file)))
            .map((file) => shrink(join(folder, file))),
        )
      },
    },
  }
}

async function shrink(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < LEAST_BYTES) return
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await writeFile(`${path}.br`, await brotli(content, { params: quality }))
  await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }))
}
