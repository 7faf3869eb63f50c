import type { Plugin } from 'vite'

/** Ask for these fonts with the page itself, and not once the stylesheet has been read. */
export function preloadFonts(names: readonly string[]): Plugin {
  return {
    name: 'vendue-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => names.some((name) => file.includes(`/${name}`)))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: {
              rel: 'preload',
              href: `/${file}`,
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
            },
          })),
    },
  }
}
