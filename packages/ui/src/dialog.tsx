/** What stands over the page until it is answered. Focus stays inside and returns afterwards. */

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { IconButton } from './button'
import { useWords } from './language'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** A sheet comes from the side: for menus and filters on phones. */
  readonly form?: 'usual' | 'wide' | 'sheet'
}

export function Dialog({ title, isOpen, onClose, children, foot, form = 'usual' }: DialogProps) {
  const words = useWords()
  const shape = form === 'sheet' ? 'sheet' : `dialog${form === 'wide' ? ' dialog-wide' : ''}`
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={shape}>
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={words.close} onClick={onClose}>
              <X size={20} strokeWidth={1.6} aria-hidden="true" />
            </IconButton>
          </div>
          <div className="dialog-body flex-1">{children}</div>
          {foot !== undefined && <div className="dialog-foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
