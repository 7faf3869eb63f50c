/** The router: pages load when they are about to be opened, and what they need with them. */

import { createRouter, lazyRouteComponent } from '@tanstack/react-router'

import { queryClient } from '@/shared/market/query-client'

import { routeTree } from '../route-tree.gen'
import { FailedPage } from './failed-page'
import { parseParams, stringifyParams } from './search-params'

export const router = createRouter({
  routeTree,
  parseSearch: parseParams,
  stringifySearch: stringifyParams,
  context: { queryClient },
  defaultPreload: 'intent',
  // What was fetched ahead is as old as the query cache says.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: lazyRouteComponent(() => import('./lost-page'), 'LostPage'),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
