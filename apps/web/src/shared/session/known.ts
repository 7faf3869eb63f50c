/**
 * Whether it is known who looks at the page: somebody signed in, a guest, or nobody can say yet.
 *
 * A browser that had a session is no guest's for as long as the market has not been reached: that
 * is asked again when the connection is back, and by and by.
 */

/** So long it waits before it asks again, twice as long each time. */
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

export interface Held {
  readonly isSignedIn: () => boolean
  readonly onChange: (listener: () => void) => () => void
  /** Asks the market. Rejects where there is no session any more, and where nobody answered. */
  readonly refresh: () => Promise<void>
  /** Whether it was rejected because there is none. */
  readonly isOver: (error: unknown) => boolean
}

export interface Known {
  /** Ask who it is. Answers with false only where it is known that nobody is signed in. */
  readonly resume: () => Promise<boolean>
  readonly isGuest: () => boolean
  /** Why the last asking brought nothing; null where it did. */
  readonly failure: () => unknown
  readonly onChange: (listener: () => void) => () => void
}

export function createKnown(held: Held): Known {
  const listeners = new Set<() => void>()
  let isKnown = false
  let failure: unknown = null
  let asking: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const isGuest = () => isKnown && !held.isSignedIn()

  function know(): void {
    clearTimeout(timer)
    window.removeEventListener('online', again)
    isKnown = true
    failure = null
    pause = FIRST_PAUSE_MS
    tell()
  }

  async function ask(): Promise<boolean> {
    try {
      await held.refresh()
      know()
    } catch (error) {
      if (held.isOver(error)) know()
      else wait(error)
    }
    return !isGuest()
  }

  function wait(error: unknown): void {
    isKnown = false
    failure = error
    clearTimeout(timer)
    timer = setTimeout(again, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    window.addEventListener('online', again)
    tell()
  }

  function again(): void {
    void resume()
  }

  function resume(): Promise<boolean> {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  // Whoever signs in or out, here or in another tab, is known by that.
  held.onChange(() => know())
  return {
    resume,
    isGuest,
    failure: () => failure,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
