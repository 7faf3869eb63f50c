/** What stands around every page: header, footer, tab bar, and what reaches over them. */

import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { Footer } from './footer'
import { Header } from './header'
import { OnDemand, partOf } from './on-demand'
import { OwnNews } from './own-news'
import { TabBar } from './tab-bar'
import { useShortcut } from './use-shortcut'

const PALETTE = partOf(() => import('./palette'))

/** On a phone the tab bar covers the end of the page. */
const ABOVE_TABS = 'pb-[calc(3.5rem+1px+env(safe-area-inset-bottom))] wide:pb-0'

export function Shell() {
  const { t } = useTranslation()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const isOnLot = useRouterState({
    select: ({ location }) => location.pathname.startsWith('/lot/'),
  })
  const main = useFocusOnNavigation()
  useShortcut('k', 'command', () => setPaletteOpen(true))
  useShortcut('/', 'single', () => setPaletteOpen(true))
  return (
    <div className={`flex flex-col ${isOnLot ? '' : ABOVE_TABS}`}>
      <a
        href="#main"
        className="visually-hidden focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:[clip-path:none] focus:w-auto focus:h-auto focus:bg-surface focus:px-4 focus:py-3"
      >
        {t('shell.skip')}
      </a>
      <Header onSearch={() => setPaletteOpen(true)} />
      <OwnNews />
      {/* As high as the screen: what comes after it must not be pushed away when the page is there. */}
      <main id="main" ref={main} tabIndex={-1} className="min-h-dvh">
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      {/* On a lot the dock stands where the tab bar would. */}
      {!isOnLot && <TabBar />}
      <PageAnnouncer />
      {isPaletteOpen && <OnDemand part={PALETTE} onClose={() => setPaletteOpen(false)} />}
    </div>
  )
}

/** After a navigation the keyboard goes on from the new page, not from the link that was left. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) {
      main.current?.focus({ preventScroll: true })
    }
    before.current = path
  }, [path])
  return main
}

/** Says the new page's title, which a screen reader would otherwise hear nothing of. */
function PageAnnouncer() {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const [said, say] = useState('')
  const isFirst = useRef(true)
  useEffect(() => {
    if (path === undefined) return
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    // The page sets its title as it is drawn.
    const timer = setTimeout(() => say(document.title), 150)
    return () => clearTimeout(timer)
  }, [path])
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}
