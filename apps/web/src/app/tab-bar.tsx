/** The five places that a thumb reaches on a phone. */

import { Link } from '@tanstack/react-router'
import { useFootBar } from '@vendue/ui/foot-bar'
import { Bookmark, Gavel, House, Search, UserRound } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

const TABS = [
  ['/', 'shell.tab.home', House],
  ['/search', 'shell.tab.search', Search],
  ['/me/bids', 'shell.tab.bids', Gavel],
  ['/me/watching', 'shell.tab.watching', Bookmark],
  ['/me/account', 'shell.tab.account', UserRound],
] as const

export function TabBar() {
  const { t } = useTranslation()
  const bar = useRef<HTMLElement>(null)
  useFootBar(bar)
  return (
    <nav
      ref={bar}
      aria-label={t('shell.tabs')}
      className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] wide:hidden"
    >
      {TABS.map(([to, text, Icon]) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="grid min-h-14 content-center justify-items-center gap-0.5 text-12 text-muted data-[status=active]:font-semibold data-[status=active]:text-accent data-[status=active]:shadow-[inset_0_2px_var(--color-accent)]"
        >
          <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
          {t(text)}
        </Link>
      ))}
    </nav>
  )
}
