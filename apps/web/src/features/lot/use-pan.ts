/** Looking closer at something and moving it about: wheel, pinch, drag and double press. */

import { type CSSProperties, type PointerEvent, useRef, useState, type WheelEvent } from 'react'

interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

const WHOLE: View = { scale: 1, x: 0, y: 0 }
const CLOSEST = 6
const STEP = 1.6

export function usePan() {
  const [view, setView] = useState(WHOLE)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const zoom = (by: number) => setView((seen) => scaled(seen, seen.scale * by))

  const move = (event: PointerEvent) => {
    const held = pointers.current
    const before = held.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    held.set(event.pointerId, now)
    if (other !== undefined) zoom(distance(now, other) / Math.max(1, distance(before, other)))
    else setView((seen) => shifted(seen, now.x - before.x, now.y - before.y))
  }
  const release = (event: PointerEvent) => pointers.current.delete(event.pointerId)

  const style: CSSProperties = {
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
    cursor: view.scale > 1 ? 'grab' : 'zoom-in',
  }
  return {
    style,
    closer: () => zoom(STEP),
    farther: () => zoom(1 / STEP),
    reset: () => setView(WHOLE),
    handlers: {
      onWheel: (event: WheelEvent) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15),
      onDoubleClick: () => setView((seen) => (seen.scale > 1 ? WHOLE : scaled(seen, 2.5))),
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: move,
      onPointerUp: release,
      onPointerCancel: release,
    },
  }
}

function scaled(view: View, scale: number): View {
  if (scale <= 1) return WHOLE
  const next = Math.min(CLOSEST, scale)
  const ratio = next / view.scale
  return { scale: next, x: view.x * ratio, y: view.y * ratio }
}

function shifted(view: View, dx: number, dy: number): View {
  return view.scale === 1 ? view : { ...view, x: view.x + dx, y: view.y + dy }
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
