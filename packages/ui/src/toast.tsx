/** One sentence about what was just done, with eight seconds to undo it. */

import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'

import { Button } from './button'
import { useWords } from './language'

const UNDO_SECONDS = 8

interface Toast {
  readonly key: number
  readonly text: string
  readonly onUndo?: (() => void) | undefined
}

export type ShowToast = (text: string, onUndo?: () => void) => void

const ToastContext = createContext<ShowToast>(() => undefined)

/** Say one sentence at the bottom of the page; with `onUndo` it can be taken back. */
export function useToast(): ShowToast {
  return use(ToastContext)
}

export interface ToastProviderProps {
  readonly children: ReactNode
  /** What stands among the toasts until it is answered, such as that a newer version is here. */
  readonly standing?: ReactNode
}

export function ToastProvider({ children, standing }: ToastProviderProps) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const next = useRef(0)
  const show = useCallback<ShowToast>((text, onUndo) => {
    next.current += 1
    const toast = { key: next.current, text, onUndo }
    setToasts((shown) => [...shown.slice(-2), toast])
  }, [])
  const hide = useCallback((key: number) => {
    setToasts((shown) => shown.filter((toast) => toast.key !== key))
  }, [])
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <ToastLine key={toast.key} toast={toast} onHide={hide} />
        ))}
        {standing}
      </div>
    </ToastContext>
  )
}

function ToastLine({ toast, onHide }: { toast: Toast; onHide: (key: number) => void }) {
  const words = useWords()
  const [left, setLeft] = useState(UNDO_SECONDS)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => {
      if (left <= 1) onHide(toast.key)
      else setLeft(left - 1)
    }, 1_000)
    return () => clearTimeout(timer)
  }, [left, isHeld, onHide, toast.key])
  return (
    // Time stands still while somebody reads it with the pointer or the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it, only waited
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      <Button
        look="quiet"
        onClick={() => {
          toast.onUndo?.()
          onHide(toast.key)
        }}
      >
        {toast.onUndo === undefined ? (
          words.close
        ) : (
          // One piece of text: between two, the button would leave its gap before the comma.
          <span>
            {words.undo}
            <span aria-hidden="true">, {left}&nbsp;s</span>
          </span>
        )}
      </Button>
    </div>
  )
}
