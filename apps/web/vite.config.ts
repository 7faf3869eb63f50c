import { fileURLToPath } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

import { manifest } from './pwa-manifest.ts'
import { precompress } from './vite-precompress.ts'
import { preloadFonts } from './vite-preload-fonts.ts'

/** The market that a development server asks; `make up` prints its address. */
const MARKET = process.env.VENDUE_BASE_URL ?? 'http://127.0.0.1:8000'
/** What the server answers itself, and no page of the app. */
const SERVER_PATHS = [/^\/api\//, /^\/media\//, /^\/problems\//, /^\/(healthz|readyz|metrics)$/]

const PROXY = Object.fromEntries(['/api', '/media', '/problems'].map((path) => [path, MARKET]))

/** What a first visit loads whatever its page: the libraries, the SDK, and what stands around pages. */
function isNeededByAll(id: string): boolean {
  if (/node_modules\/(react|react-dom|scheduler|@tanstack|partysocket|lucide-react)\//.test(id)) {
    return true
  }
  if (/apps\/web\/src\/app\/(palette|palette-commands|phone-menu)\./.test(id)) return false
  const ui =
    /packages\/ui\/src\/(button|clock|language|page-states|price|standing|tick|toast|values)/
  const own = /sdk\/typescript\/src\/|apps\/web\/src\/(app|shared)\//
  return (own.test(id) || ui.test(id)) && !id.includes('/locales/')
}

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    // The workspace's packages are taken from their sources: nothing has to be built first.
    conditions: ['vendue-source', ...defaultClientConditions],
  },
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      generatedRouteTree: './src/route-tree.gen.ts',
    }),
    react(),
    tailwindcss(),
    preloadFonts(['onest-latin-wght', 'onest-latin-ext-wght', 'ysabeau-latin-wght']),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}', 'assets/{onest,ysabeau}-latin-wght*.woff2'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: SERVER_PATHS,
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            urlPattern: /\/assets\/.*\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 12 } },
          },
          {
            urlPattern: /\/media\/photographs\//,
            handler: 'CacheFirst',
            options: { cacheName: 'photographs', expiration: { maxEntries: 200 } },
          },
        ],
      },
    }),
    precompress(),
  ],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs in one file: small files compress badly each by itself.
        advancedChunks: {
          groups: [
            {
              name: 'base',
              test: isNeededByAll,
            },
          ],
        },
      },
    },
  },
  server: { proxy: PROXY },
  preview: { proxy: PROXY },
})
