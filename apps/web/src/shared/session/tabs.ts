/** Tabs of one browser share one session: when one signs in or out, the others follow. */

import { session } from './session'

export function keepTabsInStep(): void {
  const tabs = new BroadcastChannel('vendue.session')
  session.onChange(() => tabs.postMessage(session.isSignedIn()))
  tabs.onmessage = ({ data: isSignedIn }: MessageEvent<boolean>) => {
    if (isSignedIn === session.isSignedIn()) return
    // Where the cookie is gone, asking for a new token ends the session here as well.
    if (isSignedIn) void session.resume()
    else void session.refresh().catch(() => undefined)
  }
}
