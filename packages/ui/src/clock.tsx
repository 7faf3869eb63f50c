/** How long is left, by the server's clock; the room's own time; and the hammer line. */

import { type CSSProperties, useEffect, useRef, useState } from 'react'

import { useSurroundings, useWords } from './language'
import { useSecond } from './tick'
import type { Words } from './values/language'
import { formatEnd, formatLeft, formatWall, isClosing, shareLeft, zoneName } from './values/time'

export interface ClockProps {
  /** The end, as the server said it (RFC 3339). */
  readonly endsAt: string
  readonly size?: 16 | 18 | 28 | 36
  /** Tells screen readers when five minutes, one minute and ten seconds are left. */
  readonly isAnnounced?: boolean
}

/** The countdown. The absolute end must stand beside it: see End. */
export function Clock({ endsAt, size, isAnnounced = false }: ClockProps) {
  const { language } = useSurroundings()
  const words = useWords()
  const left = Date.parse(endsAt) - useSecond()
  const closing = isClosing(left) ? ' clock-closing' : ''
  const sized = size === undefined || size === 16 ? '' : ` clock-${size}`
  return (
    <>
      <span className={`clock${sized}${closing}`} role="timer" aria-live="off">
        {left > 0 ? formatLeft(left, language) : words.ended}
      </span>
      {isAnnounced && <Announcement left={left} words={words} />}
    </>
  )
}

const MARKS = [
  [300_000, 'fiveMinutesLeft'],
  [60_000, 'oneMinuteLeft'],
  [10_000, 'tenSecondsLeft'],
] as const

/** Says nothing until a mark is passed while somebody is here to hear it. */
function Announcement({ left, words }: { left: number; words: Words }) {
  const before = useRef(left)
  const [said, say] = useState('')
  useEffect(() => {
    const passed = MARKS.findLast(([mark]) => before.current > mark && left <= mark && left > 0)
    if (passed !== undefined) say(words[passed[1]])
    before.current = left
  }, [left, words])
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  )
}

/** When it ends, in the person's zone: "20:02:14 (EET)". */
export function End({ endsAt, hasZone = false }: { endsAt: string; hasZone?: boolean }) {
  const { language, timeZone, now } = useSurroundings()
  const at = Date.parse(endsAt)
  const zone = hasZone ? ` (${zoneName(at, timeZone)})` : ''
  return (
    <time className="figures whitespace-nowrap" dateTime={endsAt}>
      {formatEnd(at, now(), language, timeZone) + zone}
    </time>
  )
}

/** The room's time: what the server's clock shows. */
export function RoomTime() {
  const { language, timeZone } = useSurroundings()
  const second = useSecond()
  return (
    <time className="figures" dateTime={new Date(second).toISOString()}>
      {formatWall(second, language, timeZone)}
    </time>
  )
}

/** Two pixels under the clock's owner that fill only in the last minute, and drain with it. */
export function HammerLine({ endsAt }: { endsAt: string | null }) {
  const second = useSecond()
  const left = endsAt === null ? 0 : Date.parse(endsAt) - second
  return (
    <span className="hammer" aria-hidden="true">
      {isClosing(left) && (
        <span className="hammer-left" style={{ '--left': shareLeft(left) } as CSSProperties} />
      )}
    </span>
  )
}
