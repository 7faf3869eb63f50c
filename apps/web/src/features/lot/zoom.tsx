/** One picture as large as the screen, and larger: by wheel, double press, keys or buttons. */

import type { Photograph } from '@vendue/sdk'
import { IconButton } from '@vendue/ui/button'
import { useWords } from '@vendue/ui/language'
import { ChevronLeft, ChevronRight, Minus, Plus, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import { useTranslation } from '@/shared/i18n/translation'

import { usePan } from './use-pan'

export interface ZoomProps {
  readonly title: string
  readonly pictures: readonly Photograph[]
  readonly at: number
  readonly onAt: (place: number) => void
  readonly onClose: () => void
}

export default function Zoom({ title, pictures, at, onAt, onClose }: ZoomProps) {
  const { t } = useTranslation('lot')
  const words = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const pan = usePan(frame)
  const picture = pictures[at]
  const turn = (step: number) => {
    pan.reset()
    onAt(at + step)
  }
  // Arrows move a picture that is larger than its frame; of one that is seen whole they turn on.
  const acts = new Map([
    ['ArrowLeft', () => (pan.isClose ? pan.look(-1, 0) : turn(-1))],
    ['ArrowRight', () => (pan.isClose ? pan.look(1, 0) : turn(1))],
    ['ArrowUp', () => pan.look(0, -1)],
    ['ArrowDown', () => pan.look(0, 1)],
    ['PageUp', () => turn(-1)],
    ['PageDown', () => turn(1)],
    ['+', pan.closer],
    ['=', pan.closer],
    ['-', pan.farther],
    ['0', pan.reset],
  ])
  const press = (event: KeyboardEvent) => {
    const act = acts.get(event.key)
    if (act === undefined) return
    event.preventDefault()
    // The gallery is above in React's tree, and would turn the pictures as well.
    event.stopPropagation()
    act()
  }
  return (
    <ModalOverlay
      className="fixed inset-0 z-30 bg-paper"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="size-full">
        {/* Around the dialog, which has the focus itself when it opens. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole dialog */}
        <div className="size-full" onKeyDown={press}>
          <Dialog aria-label={title} className="flex size-full flex-col outline-none">
            <div className="flex items-center gap-1 border-b border-line p-2">
              <p className="px-2 text-14 figures">
                {at + 1} / {pictures.length}
              </p>
              <span className="ms-auto" />
              {pictures.length > 1 && (
                <>
                  <IconButton label={t('gallery.previous')} onClick={() => turn(-1)}>
                    <ChevronLeft size={20} strokeWidth={1.6} aria-hidden="true" />
                  </IconButton>
                  <IconButton label={t('gallery.next')} onClick={() => turn(1)}>
                    <ChevronRight size={20} strokeWidth={1.6} aria-hidden="true" />
                  </IconButton>
                </>
              )}
              <IconButton label={t('gallery.farther')} onClick={pan.farther}>
                <Minus size={20} strokeWidth={1.6} aria-hidden="true" />
              </IconButton>
              <IconButton label={t('gallery.closer')} onClick={pan.closer}>
                <Plus size={20} strokeWidth={1.6} aria-hidden="true" />
              </IconButton>
              <IconButton label={words.close} onClick={onClose}>
                <X size={20} strokeWidth={1.6} aria-hidden="true" />
              </IconButton>
            </div>
            {picture !== undefined && <Close picture={picture} pan={pan} frame={frame} />}
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  )
}

interface CloseProps {
  readonly picture: Photograph
  readonly pan: ReturnType<typeof usePan>
  readonly frame: RefObject<HTMLDivElement | null>
}

function Close({ picture, pan, frame }: CloseProps) {
  const largest = picture.sizes.at(-1)
  if (largest === undefined) return null
  return (
    <div ref={frame} className="min-h-0 flex-1 touch-none overflow-hidden" {...pan.handlers}>
      <picture>
        <source type="image/avif" srcSet={largest.avif_url} />
        <img
          src={largest.webp_url}
          alt={picture.alt_text}
          width={largest.width}
          height={largest.height}
          draggable={false}
          className="size-full object-contain"
          style={pan.style}
        />
      </picture>
    </div>
  )
}
