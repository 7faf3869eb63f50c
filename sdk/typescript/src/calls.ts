/** What the generated resources need to make a call and to take its answer. */
import { KEY_HEADER } from './keys'

/** What can be said about one call. */
export interface CallOptions {
  /** Aborts the call, between its attempts as well. */
  signal?: AbortSignal
  headers?: Record<string, string>
  /** One is made up and kept over the retries; name one to repeat a call of before. */
  idempotencyKey?: string
}

/** Names the version a change is made to: that of the thing as it was read. */
export interface Versioned {
  version: number
}

/** The If-Match header that names the version a change is made to. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

interface Sent {
  throwOnError: true
  headers: { 'If-Match': string }
  signal?: AbortSignal
}

/** The options of a call as the client wants them. */
export function sent({ signal, headers, idempotencyKey }: CallOptions, version?: number): Sent {
  const said: Record<string, string> = {
    ...headers,
    ...(idempotencyKey === undefined ? {} : { [KEY_HEADER]: idempotencyKey }),
    ...(version === undefined ? {} : ifMatch(version)),
  }
  return { throwOnError: true, headers: said as Sent['headers'], ...(signal ? { signal } : {}) }
}

/** What a call answers. */
export async function value<Answer>(call: Promise<{ data: Answer }>): Promise<Answer> {
  return (await call).data
}

/** A call that answers nothing but success. */
export async function done(call: Promise<unknown>): Promise<void> {
  await call
}
