/** Which market the hooks speak to. */
import { createContext, createElement, type ReactNode, useContext } from 'react'
import type { Realtime } from '../realtime/realtime'

const Live = createContext<Realtime | null>(null)

/** Gives the hooks below it their live market. */
export function RealtimeProvider(props: { realtime: Realtime; children: ReactNode }): ReactNode {
  return createElement(Live.Provider, { value: props.realtime }, props.children)
}

/** The live market of the provider above. */
export function useRealtime(): Realtime {
  const realtime = useContext(Live)
  if (realtime === null) throw new Error('There is no RealtimeProvider above.')
  return realtime
}
