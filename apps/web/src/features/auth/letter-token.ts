/** The token of a letter's link, which stands behind the "#" so that no server logs it. */

import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

const TOKEN = /^[A-Za-z0-9_-]{16,100}$/

/** The token that the page was opened with, or null. The address bar forgets it. */
export function useLetterToken(): string | null {
  const router = useRouter()
  const { hash, pathname } = useRouterState({ select: ({ location }) => location })
  const [token, setToken] = useState(() => readToken(hash))
  useEffect(() => {
    const read = readToken(hash)
    if (read === null) return
    setToken(read)
    router.history.replace(pathname)
  }, [hash, pathname, router])
  return token
}

export function readToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? ''
  return isToken(token) ? token : null
}

export function isToken(text: string): boolean {
  return TOKEN.test(text)
}
