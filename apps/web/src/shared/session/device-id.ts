/**
 * Which device this is: a random number, so that strangers who guess at a password elsewhere do
 * not lock its owner out here. It is made when somebody first signs in, and sent to no other end.
 */

const KEY = 'vendue.device'

/** Carries the calls of the session, with the device's identifier on them. */
export const fetchAsDevice: typeof fetch = (input, init) => {
  const request = new Request(input, init)
  const id = deviceId()
  if (id !== null) request.headers.set('X-Device-Id', id)
  return fetch(request)
}

/** Null where nothing may be kept: an identifier that changes would say nothing. */
function deviceId(): string | null {
  try {
    const kept = localStorage.getItem(KEY) ?? crypto.randomUUID()
    localStorage.setItem(KEY, kept)
    return kept
  } catch {
    return null
  }
}
