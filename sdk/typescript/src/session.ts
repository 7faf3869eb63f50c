/** A person's session in a browser: the refresh token in a cookie, the access token in memory. */

import { done, sent, value } from './calls'
import { isProblem } from './errors'
import { refreshSession, signIn, signOut } from './generated/rest/sdk.gen'
import type { Session } from './generated/rest/types.gen'
import { createMarketClient } from './market-client'
import type { SendOptions } from './send'

/** A token this near its end is renewed before it is used. */
const MARGIN_MS = 20_000
const CSRF_COOKIE = /(?:^|; )vendue_csrf=([^;]+)/
const LOCK = 'vendue-session'

export interface SessionOptions extends Pick<SendOptions, 'fetch'> {
  baseUrl: string
  /** The page's cookies, as `document.cookie` has them. */
  cookies?: () => string
}

export interface BrowserSession {
  /** For `createVendue`: the access token, renewed where it is about to end. */
  getToken: () => Promise<string | null>
  /** For `createVendue`: gets a new access token, or ends the session where it is over. */
  refresh: () => Promise<void>
  /** Takes up the session of this browser, if it has one. Asks nothing where it has none. */
  resume: () => Promise<boolean>
  signIn: (credentials: { email: string; password: string }) => Promise<void>
  signOut: () => Promise<void>
  isSignedIn: () => boolean
  /** Calls back when the person has signed in or out. Answers with what ends that. */
  onChange: (listener: () => void) => () => void
}

/** The session of a page on the market's own origin. */
export function createBrowserSession(options: SessionOptions): BrowserSession {
  const { baseUrl, cookies = () => document.cookie, ...rest } = options
  const client = createMarketClient({ baseUrl, ...rest })
  const listeners = new Set<() => void>()
  let session: Session | null = null
  let refreshing: Promise<void> | undefined

  function become(next: Session | null): void {
    const hasChanged = session?.session_id !== next?.session_id
    session = next
    if (hasChanged) for (const listener of listeners) listener()
  }

  async function renew(): Promise<void> {
    const csrf = CSRF_COOKIE.exec(cookies())?.[1]
    if (csrf === undefined) return become(null)
    try {
      const headers = { 'X-CSRF-Token': decodeURIComponent(csrf) }
      become(await value(refreshSession({ client, body: {}, ...sent({ headers }) })))
    } catch (error) {
      if (isProblem(error) && (error.status === 401 || error.status === 403)) become(null)
      throw error
    }
  }

  function refresh(): Promise<void> {
    refreshing ??= alone(renew).finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  const isAboutToEnd = () =>
    session !== null && Date.parse(session.access_expires_at) - Date.now() < MARGIN_MS

  async function getToken(): Promise<string | null> {
    if (isAboutToEnd()) await refresh().catch(() => undefined)
    return session?.access_token ?? null
  }

  async function end(token: string): Promise<void> {
    try {
      const headers = { Authorization: `Bearer ${token}` }
      await done(signOut({ client, ...sent({ headers }) }))
    } catch (error) {
      // Over already: what was wanted.
      if (!isProblem(error) || error.status !== 401) throw error
    }
  }

  return {
    getToken,
    refresh,
    async resume() {
      if (CSRF_COOKIE.test(cookies())) await refresh().catch(() => undefined)
      return session !== null
    },
    async signIn({ email, password }) {
      const body = { email, password, transport: 'cookie' as const }
      become(await value(signIn({ client, body, ...sent({}) })))
    },
    async signOut() {
      // With an old token it would look as if the session were over, and it would live on.
      if (isAboutToEnd()) {
        await refresh().catch((error) => {
          if (session !== null) throw error
        })
      }
      if (session !== null) await end(session.access_token)
      become(null)
    },
    isSignedIn: () => session !== null,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Two tabs share one cookie, which is good for one refresh: they take turns. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(LOCK, work) : work()
}
