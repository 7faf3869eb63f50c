import { fileURLToPath } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

import { manifest } from './pwa-manifest.ts'
import { firstVisit } from './vite-first-visit.ts'
import { precompress } from './vite-precompress.ts'
import { preloadFonts } from './vite-preload-fonts.ts'
import { texts } from './vite-texts.ts'
import { withoutStreams } from './vite-without-streams.ts'

/** The market that a development server asks; `make up` prints its address. */
const MARKET = process.env.VENDUE_BASE_URL ?? 'http://127.0.0.1:8000'
/** What the server answers itself, and no page of the app. */
const SERVER_PATHS = [/^\/api\//, /^\/media\//, /^\/problems\//, /^\/(healthz|readyz|metrics)$/]

const PROXY = Object.fromEntries(['/api', '/media', '/problems'].map((path) => [path, MARKET]))

const BASE = firstVisit()

export default defineConfig({
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      {
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: fileURLToPath(new URL('./plain-icon.ts', import.meta.url)),
      },
      // A stand-in for what React has had since 18, brought along by the router.
      { find: /^use-sync-external-store\/shim$/, replacement: 'react' },
    ],
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
    BASE.plugin,
    withoutStreams(),
    texts(fileURLToPath(new URL('./src/shared/i18n/locales', import.meta.url))),
    preloadFonts(['onest-latin-wght', 'onest-latin-ext-wght', 'ysabeau-latin-wght']),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,json,svg}', 'assets/{onest,ysabeau}-latin-wght*.woff2'],
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
        advancedChunks: {
          groups: [
            { name: 'base', test: BASE.holds },
            // What most pages share comes in one file as well; a dozen small ones weigh more.
            { name: 'shared', minShareCount: 8 },
          ],
        },
      },
    },
  },
  server: { proxy: PROXY },
  preview: { proxy: PROXY },
})
