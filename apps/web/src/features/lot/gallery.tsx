/** A lot's pictures: moved by thumb, keys or buttons, with one press to see more closely. */

import type { Photograph } from '@vendue/sdk'
import { Plate } from '@vendue/ui/plate'
import { ChevronLeft, ChevronRight, ZoomIn } from 'lucide-react'
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'

import { Contained } from '@/shared/contained'
import { useTranslation } from '@/shared/i18n/translation'
import type { LotFacts } from '@/shared/lots/facts'

const Zoom = lazy(() => import('./zoom'))

export function Gallery({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot')
  const [at, setAt] = useState(0)
  const [isZoomed, setZoomed] = useState(false)
  const strip = useRef<HTMLDivElement>(null)
  const pictures = lot.photographs.filter(({ status }) => status === 'ready')
  const go = (place: number) => {
    const next = (place + pictures.length) % pictures.length
    setAt(next)
    slideTo(strip, next)
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined || pictures.length < 2) return
    event.preventDefault()
    go(at + step)
  }
  return (
    <section
      aria-label={t('gallery.title')}
      aria-roledescription={t('gallery.role')}
      className="relative min-w-0 self-start"
      onKeyDown={move}
    >
      <div className="relative">
        <Strip lot={lot} pictures={pictures} strip={strip} onAt={setAt} />
        {pictures.length > 0 && (
          <div className="absolute end-2 bottom-2 flex items-center gap-0.5 rounded-control bg-toast/85 text-14 text-on-toast">
            {pictures.length > 1 && (
              <>
                <span className="px-3 figures" aria-live="polite">
                  <span className="visually-hidden">{t('gallery.picture')} </span>
                  {at + 1} / {pictures.length}
                </span>
                <Tool label={t('gallery.previous')} onClick={() => go(at - 1)} isWide>
                  <ChevronLeft size={20} strokeWidth={1.6} aria-hidden="true" />
                </Tool>
                <Tool label={t('gallery.next')} onClick={() => go(at + 1)} isWide>
                  <ChevronRight size={20} strokeWidth={1.6} aria-hidden="true" />
                </Tool>
              </>
            )}
            <Tool label={t('gallery.zoom')} onClick={() => setZoomed(true)}>
              <ZoomIn size={20} strokeWidth={1.6} aria-hidden="true" />
            </Tool>
          </div>
        )}
      </div>
      {pictures.length > 1 && (
        <ul className="mt-2 grid grid-cols-6 gap-2">
          {pictures.map((picture, place) => (
            <li key={picture.photograph_id}>
              <button
                type="button"
                aria-label={t('gallery.show', { number: place + 1 })}
                aria-current={place === at}
                onClick={() => go(place)}
                className="block w-full rounded-media aria-[current=true]:ring-2 aria-[current=true]:ring-ink aria-[current=true]:ring-offset-2 aria-[current=true]:ring-offset-paper"
              >
                <Plate seed={lot.lot_id} picture={picture} alt="" sizes="120px" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isZoomed && (
        <Contained>
          <Zoom
            title={lot.title}
            pictures={pictures}
            at={at}
            onAt={go}
            onClose={() => setZoomed(false)}
          />
        </Contained>
      )}
    </section>
  )
}

interface StripProps {
  readonly lot: LotFacts
  readonly pictures: readonly Photograph[]
  readonly strip: RefObject<HTMLDivElement | null>
  readonly onAt: (place: number) => void
}

/** The pictures side by side; a thumb slides from one to the next. */
function Strip({ lot, pictures, strip, onAt }: StripProps) {
  const { t } = useTranslation('lot')
  // Not `scrollend`: Safari learnt it late. What fills most of the strip is the one that is shown.
  useEffect(() => {
    const root = strip.current
    if (root === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        const shown = entries.find(({ isIntersecting }) => isIntersecting)
        if (shown !== undefined) onAt([...root.children].indexOf(shown.target))
      },
      { root, threshold: 0.6 },
    )
    for (const picture of root.children) observer.observe(picture)
    return () => observer.disconnect()
  }, [strip, onAt])
  return (
    <section
      ref={strip}
      tabIndex={pictures.length > 1 ? 0 : undefined}
      aria-label={t('gallery.strip')}
      className="flex snap-x snap-mandatory overflow-x-auto rounded-media [scrollbar-width:none]"
    >
      {pictures.length === 0 && (
        <Plate seed={lot.lot_id} picture={null} sizes="1px" className="w-full" />
      )}
      {pictures.map((picture, place) => (
        <Plate
          key={picture.photograph_id}
          seed={lot.lot_id}
          picture={picture}
          isFirst={place === 0}
          sizes="(min-width: 1200px) 740px, (min-width: 900px) 55vw, 100vw"
          className="w-full flex-none snap-start rounded-none! [&_img]:object-contain!"
        />
      ))}
    </section>
  )
}

interface ToolProps {
  readonly label: string
  readonly onClick: () => void
  readonly isWide?: boolean
  readonly children: ReactNode
}

function Tool({ label, onClick, isWide = false, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={`size-11 place-items-center rounded-control hover:bg-ink/40 ${isWide ? 'hidden wide:grid' : 'grid'}`}
    >
      {children}
    </button>
  )
}

function slideTo(strip: RefObject<HTMLDivElement | null>, place: number): void {
  const element = strip.current
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollTo({ left: place * element.clientWidth, behavior: isCalm ? 'auto' : 'smooth' })
}
