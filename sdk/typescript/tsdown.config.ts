import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
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
})
