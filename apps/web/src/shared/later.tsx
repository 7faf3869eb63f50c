/** What lies below the first screen: its code is fetched, and it is drawn, when it comes near. */

import { type ReactNode, useEffect, useRef, useState } from 'react'

import { Contained } from './contained'

/** So far ahead of the screen that it is there when somebody scrolls to it. */
const AHEAD = 320

export interface LaterProps {
  /** A class that keeps about as much room as what will come, so that nothing jumps. */
  readonly room: string
  /** How far from the screen it may be when it is fetched, in pixels. */
  readonly ahead?: number
  readonly children: ReactNode
}

export function Later({ room, ahead = AHEAD, children }: LaterProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (place.current === null || isNear) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true)
      },
      { rootMargin: `${ahead}px` },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isNear, ahead])
  const kept = <div ref={place} className={room} />
  return isNear ? <Contained fallback={kept}>{children}</Contained> : kept
}
