/** Texts for components: `const { t } = useTranslation('search')`. A page waits for its own. */

import type { FlatNamespace, TFunction } from 'i18next'
import {
  cloneElement,
  Fragment,
  type ReactElement,
  type ReactNode,
  useMemo,
  useSyncExternalStore,
} from 'react'

import {
  failureOf,
  filled,
  find,
  findCounted,
  isLoaded,
  load,
  onLanguage,
  spokenLanguage,
  type Text,
} from './texts'

type Namespaces = FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]]
type Values = Readonly<Record<string, unknown>> & { readonly count?: number }

export interface Translation<Ns extends Namespaces> {
  /** The text of a key; the types know which keys there are. */
  readonly t: TFunction<Ns>
  /** Whether there is a text for a key that only the server knows: "forms:email.taken". */
  readonly exists: (key: string) => boolean
}

/** The texts of some namespaces, the first one's without its name before the key. */
export function useTranslation<const Ns extends Namespaces = 'common'>(
  namespaces?: Ns,
): Translation<Ns> {
  const language = useSyncExternalStore(onLanguage, spokenLanguage)
  const named = [namespaces ?? 'common'].flat() as string[]
  for (const namespace of named) {
    // Thrown, and not given to `use`: React 19.1 loses count of the hooks that follow a waiting `use`.
    if (!isLoaded(namespace)) throw failureOf(namespace) ?? load(namespace)
  }
  const names = named.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language has other texts
  return useMemo(() => {
    const inOrder = names.split(',')
    const say = (key: string, values: Values | string = {}): Text => {
      if (typeof values === 'string') return lookUp(inOrder, key) ?? values
      const text = lookUp(inOrder, key, values) ?? key
      return typeof text === 'string' ? filled(text, values) : text
    }
    return {
      t: say as unknown as TFunction<Ns>,
      exists: (key) => lookUp(inOrder, key) !== undefined,
    }
  }, [names, language])
}

function lookUp(namespaces: readonly string[], key: string, values?: Values): Text | undefined {
  const [first = '', ...rest] = key.split(':')
  const places = rest.length === 0 ? namespaces : [first]
  const own = rest.length === 0 ? key : rest.join(':')
  for (const namespace of places) {
    const counted =
      values?.count === undefined ? undefined : findCounted(namespace, own, values.count)
    const found = counted ?? find(namespace, own)
    if (found !== undefined) return found
  }
  return undefined
}

export interface RichTextProps {
  /** A text with parts in tags: "I accept the <terms>terms</terms>." */
  readonly text: string
  /** What stands for each tag; the words inside it become its children. */
  readonly parts: Readonly<Record<string, ReactElement>>
}

/** A sentence of which some words are links or the like. */
export function RichText({ text, parts }: RichTextProps): ReactNode {
  const pieces = text.split(/(<(\w+)>.*?<\/\2>)/)
  return pieces
    .filter((_, place) => place % 3 !== 2)
    .map((piece, place) => {
      const [, name = '', inside] = /^<(\w+)>(.*)<\/\1>$/.exec(piece) ?? []
      const part = parts[name]
      // The order of a sentence's pieces never changes.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      return <Fragment key={place}>{part ? cloneElement(part, {}, inside) : piece}</Fragment>
    })
}
