import type { ManifestOptions } from 'vite-plugin-pwa'

/** What a phone is told when the app is installed. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Vendue',
  short_name: 'Vendue',
  description: 'Auctions in which you see everything: price, time and total before you bid.',
  start_url: '/',
  display: 'standalone',
  background_color: '#f5f7fa',
  theme_color: '#f5f7fa',
  categories: ['shopping'],
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
}
