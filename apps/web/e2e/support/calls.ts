/** Calls to the market that set a journey up; what the journey itself does goes through the page. */

import { MARKET_URL } from './surroundings'

export interface Call {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Ask the market. Throws with its words where it refuses. */
export async function call<Answer>(
  method: string,
  path: string,
  given: Call = {},
): Promise<Answer> {
  const { token, body, headers } = given
  const answer = await fetch(MARKET_URL + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

/** Sign in as a program does: with tokens, and without cookies. */
export async function tokenOf(
  person: { email: string; password: string },
  base = '/api/v1',
): Promise<string> {
  const body = { email: person.email, password: person.password, transport: 'bearer' }
  const session = await call<{ access_token: string }>('POST', `${base}/sessions`, { body })
  return session.access_token
}
