/** Parts of the shell that are fetched when somebody asks for them: a first visit does without. */

import { useToast } from '@vendue/ui/toast'
import { type ComponentType, useEffect, useRef, useState } from 'react'

import { useProblemWords } from '@/shared/problem'

interface Loadable {
  /** Fetch it, now or ahead of the press that shows it. */
  readonly load: () => Promise<void>
}

export interface Part<Props> extends Loadable {
  /** Undefined until it is here. */
  readonly shown: () => ComponentType<Props> | undefined
}

export function partOf<Props>(
  fetchPart: () => Promise<{ default: ComponentType<Props> }>,
): Part<Props> {
  let shown: ComponentType<Props> | undefined
  return {
    load: async () => {
      shown ??= (await fetchPart()).default
    },
    shown: () => shown,
  }
}

/** Fetch a part ahead. Where that fails, the press that shows it says so. */
export function prepare(part: Loadable): void {
  part.load().catch(() => undefined)
}

interface Closable {
  readonly onClose: () => void
}

/**
 * Shows a part as soon as it is here. Where it does not come it says so and closes, so that the
 * next press asks anew: one lost file of a menu must not take the page with it.
 */
export function OnDemand<Props extends Closable>(props: Props & { readonly part: Part<Props> }) {
  const { part, onClose } = props
  const toast = useToast()
  const words = useProblemWords()
  const [Shown, setShown] = useState(part.shown)
  const fail = useRef((_: unknown) => {})
  fail.current = (error) => {
    toast(words(error).title)
    onClose()
  }
  useEffect(() => {
    let isOver = false
    part.load().then(
      () => !isOver && setShown(part.shown),
      (error) => !isOver && fail.current(error),
    )
    return () => {
      isOver = true
    }
  }, [part])
  return Shown && <Shown {...props} />
}
