/** Looking closer at something and moving it about: wheel, pinch, drag, double press and keys. */

import {
  type CSSProperties,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
  type WheelEvent,
} from 'react'

import { moved, type View, WHOLE, zoomed } from './pan-view'

const STEP = 1.6
/** How far one press of an arrow goes, as a share of the frame. */
const STRIDE = 0.2

export function usePan(frame: RefObject<HTMLElement | null>) {
  const [view, setView] = useState(WHOLE)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const size = () => ({
    width: frame.current?.clientWidth ?? 0,
    height: frame.current?.clientHeight ?? 0,
  })
  const change = (how: (seen: View) => View) => setView(how)
  const zoom = (by: number) => change((seen) => zoomed(seen, seen.scale * by, size()))
  const shift = (dx: number, dy: number) => change((seen) => moved(seen, dx, dy, size()))

  const drag = (event: PointerEvent) => {
    const held = pointers.current
    const before = held.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    held.set(event.pointerId, now)
    if (other !== undefined) zoom(distance(now, other) / Math.max(1, distance(before, other)))
    else shift(now.x - before.x, now.y - before.y)
  }
  const release = (event: PointerEvent) => pointers.current.delete(event.pointerId)

  const style: CSSProperties = {
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
    cursor: view.scale > 1 ? 'grab' : 'zoom-in',
  }
  return {
    style,
    isClose: view.scale > 1,
    closer: () => zoom(STEP),
    farther: () => zoom(1 / STEP),
    reset: () => setView(WHOLE),
    /** Look further to one side; the picture goes the other way. */
    look: (right: number, down: number) => {
      const { width, height } = size()
      shift(-right * width * STRIDE, -down * height * STRIDE)
    },
    handlers: {
      onWheel: (event: WheelEvent) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15),
      onDoubleClick: () => change((seen) => (seen.scale > 1 ? WHOLE : zoomed(seen, 2.5, size()))),
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: drag,
      onPointerUp: release,
      onPointerCancel: release,
    },
  }
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
