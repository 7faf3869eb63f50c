/** Which part of a picture is seen: how large it is shown, and how far from the middle. */

export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 }

const CLOSEST = 6

/** The same middle, larger or smaller. */
export function zoomed(view: View, scale: number, frame: Size): View {
  if (scale <= 1) return WHOLE
  const next = Math.min(CLOSEST, scale)
  const ratio = next / view.scale
  return within({ scale: next, x: view.x * ratio, y: view.y * ratio }, frame)
}

/** Moved aside; a picture that is seen whole stays where it is. */
export function moved(view: View, dx: number, dy: number, frame: Size): View {
  return within({ ...view, x: view.x + dx, y: view.y + dy }, frame)
}

/** An edge of the picture goes no further than to the frame's own: it cannot be lost from sight. */
function within({ scale, x, y }: View, { width, height }: Size): View {
  const most = (length: number) => ((scale - 1) * length) / 2
  return { scale, x: clamp(x, most(width)), y: clamp(y, most(height)) }
}

function clamp(value: number, most: number): number {
  // Adding nought makes a plain nought of a negative one.
  return Math.min(most, Math.max(-most, value)) + 0
}
