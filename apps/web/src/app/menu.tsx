/** A button that opens a short list under itself; Escape, a choice or a press elsewhere closes it. */

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

export interface MenuProps {
  readonly label: string
  /** What the button shows. */
  readonly button: ReactNode
  readonly buttonClass?: string
  /** Called when it is about to be opened: what it holds may have to be fetched. */
  readonly prepare?: () => void
  readonly children: (close: () => void) => ReactNode
}

export function Menu(props: MenuProps) {
  const { label, button, buttonClass = 'icon-button', prepare, children } = props
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const elsewhere = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [isOpen])
  const close = () => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !isOpen) return
    event.preventDefault()
    const items = [...(box.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    items[(at + step + items.length) % items.length]?.focus()
  }
  return (
    // The keys act on whichever control inside has the focus.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={box}
      className="relative"
      onKeyDown={pressed}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !box.current?.contains(event.relatedTarget)) {
          setOpen(false)
        }
      }}
    >
      <button
        type="button"
        className={buttonClass}
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div id={id} className="menu">
          {children(close)}
        </div>
      )}
    </div>
  )
}
