import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const MARKET = process.env.VENDUE_BASE_URL ?? 'http://127.0.0.1:8000'

// The page and the market share one origin, as the session's cookie asks for.
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': MARKET, '/media': MARKET } },
})
