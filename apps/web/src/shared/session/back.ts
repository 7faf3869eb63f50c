/** Where to go on after signing in. */

export interface Back {
  readonly back?: string
}

/** Read it from an address. Only a page of ours: anything else could lead a person astray. */
export function readBack(search: Record<string, unknown>): Back {
  const { back } = search
  return typeof back === 'string' && isOwnPage(back) ? { back } : {}
}

function isOwnPage(path: string): boolean {
  // "//host" and "/\host" are other sites to a browser.
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) && !path.startsWith('/sign-')
}
