/** Idempotency keys: made up where the caller brings none, and kept over the retries of a call. */
import { KEYED_PATHS } from './generated/keyed.gen'

export const KEY_HEADER = 'Idempotency-Key'

const keyedPath = new RegExp(KEYED_PATHS.join('|'))

/** Gives a POST that takes a key one of its own, unless it has one already. */
export function addKey(request: Request): void {
  const { pathname } = new URL(request.url)
  if (request.method === 'POST' && keyedPath.test(pathname) && !request.headers.has(KEY_HEADER)) {
    request.headers.set(KEY_HEADER, newKey())
  }
}

/** 128 random bits. Not `randomUUID`: that is missing in pages that come over plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const keys = new WeakMap<object, string>()

/** The variables of a mutation with a key that stays theirs: trying again is the same call. */
export function withKey<Variables extends { headers?: unknown }>(variables: Variables): Variables {
  const key = keys.get(variables) ?? newKey()
  keys.set(variables, key)
  const given = Object.fromEntries(new Headers(variables.headers as HeadersInit | undefined))
  return { ...variables, headers: { [KEY_HEADER]: key, ...given } }
}
