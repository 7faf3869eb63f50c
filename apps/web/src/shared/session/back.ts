/** Where to go on after signing in. */

import { useRouterState } from '@tanstack/react-router'

export interface Back {
  readonly back?: string | undefined
}

/** Read it from an address. Only a page of ours: anything else could lead a person astray. */
export function readBack(search: Record<string, unknown>): Back {
  const { back } = search
  // Said outright where it is nothing: what a route leaves out is taken as it stands in the address.
  return { back: typeof back === 'string' && isOwnPage(back) ? back : undefined }
}

/** For a way to sign in that stands on any page: back to this one, or to where this one leads back. */
export function useBackHere(): Back {
  const { href, search } = useRouterState({ select: ({ location }) => location })
  return readBack(href.startsWith('/sign-') ? search : { back: href })
}

function isOwnPage(path: string): boolean {
  // "//host" and "/\host" are other sites to a browser.
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) && !path.startsWith('/sign-')
}
