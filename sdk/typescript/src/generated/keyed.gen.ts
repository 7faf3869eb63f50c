// Made by the generator; do not edit.

/** The ends of the paths whose POST takes an Idempotency-Key, as regular expressions. */
export const KEYED_PATHS = [
  '/api/v1/accounts/password-reset/letter$',
  '/api/v1/accounts/confirmation/letter$',
  '/api/v1/accounts/unsubscription$',
  '/api/v1/auctions/[^/]+/cancellation$',
  '/api/v1/auctions$',
  '/api/v1/auctions/[^/]+/schedule$',
  '/api/v1/lots/[^/]+/photographs$',
  '/api/v1/lots/[^/]+/purchase$',
  '/api/v1/lots$',
  '/api/v1/lots/[^/]+/reserve-reduction$',
  '/api/v1/lots/[^/]+/bids$',
  '/api/v1/lots/[^/]+/relisting$',
  '/api/v1/lots/[^/]+/submission$',
  '/api/v1/lots/[^/]+/watch$',
  '/api/v1/lots/[^/]+/withdrawal$',
  '/api/v1/me/memberships/[^/]+/acceptance$',
  '/api/v1/me/saved-searches$',
  '/api/v1/me/notifications/reading$',
  '/api/v1/me/notifications/[^/]+/reading$',
  '/api/v1/organisations/[^/]+/members$',
  '/api/v1/organisations$',
]
