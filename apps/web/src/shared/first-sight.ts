/** Where each thing of a list stood when it was first seen, so that nothing moves under a pointer. */

import { useRef, useState } from 'react'

export interface FirstSight<Item> {
  readonly placeOf: (item: Item) => string
  /** Whether something would stand elsewhere now. */
  readonly hasMoved: boolean
  /** Put everything where it belongs now. */
  readonly renew: () => void
}

export function useFirstSight<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  placeOf: (item: Item) => string,
): FirstSight<Item> {
  const [seen, setSeen] = useState(() => new Map<string, string>())
  const latest = useRef(items)
  latest.current = items
  const known = (item: Item) => {
    const id = idOf(item)
    const place = seen.get(id) ?? placeOf(item)
    seen.set(id, place)
    return place
  }
  return {
    placeOf: known,
    hasMoved: items.some((item) => known(item) !== placeOf(item)),
    renew: () => setSeen(new Map(latest.current.map((item) => [idOf(item), placeOf(item)]))),
  }
}
