/** The head of every page: mark, search, the room's time, and the person's own corner. */

import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { IconButton } from '@vendue/ui/button'
import { RoomTime } from '@vendue/ui/clock'
import { Bookmark, Menu, Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { AccountMenu } from './account-menu'
import { LanguageMenu } from './language-menu'
import { NotificationBell } from './notification-bell'
import { OnDemand, partOf, prepare } from './on-demand'
import { ThemeMenu } from './theme-menu'

const PHONE_MENU = partOf(() => import('./phone-menu'))

export function Header({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <header className="border-b border-line bg-paper">
      <div className="wrap">
        <div className="flex min-h-15 items-center gap-2 wide:min-h-18 wide:gap-6">
          <Link
            to="/"
            className="relative pt-[7px] pb-[9px] font-display text-[30px]/none font-medium tracking-[-.01em] after:absolute after:start-px after:end-[46%] after:bottom-[3px] after:h-0.5 after:bg-current after:content-['']"
          >
            Vendue
          </Link>
          <HeaderSearch />
          <p className="ms-auto flex items-baseline gap-2 text-13 whitespace-nowrap text-muted wide:text-14">
            <span className="hidden wide:inline">{t('shell.roomTime')}</span>
            <span className="text-14 font-[560] text-ink wide:text-16">
              <RoomTime />
            </span>
          </p>
          <div className="-me-3 flex items-center">
            <div className="hidden items-center wide:flex">
              <LanguageMenu />
              <ThemeMenu />
              <Link
                to="/me/watching"
                className="icon-button"
                aria-label={t('shell.watching')}
                title={t('shell.watching')}
              >
                <Bookmark size={20} strokeWidth={1.6} aria-hidden="true" />
              </Link>
            </div>
            <NotificationBell />
            <div className="hidden wide:block">
              <AccountMenu />
            </div>
            <IconButton label={t('shell.search')} className="wide:hidden" onClick={onSearch}>
              <Search size={20} strokeWidth={1.6} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('shell.menu')}
              className="wide:hidden"
              onPointerEnter={() => prepare(PHONE_MENU)}
              onClick={() => setMenuOpen(true)}
            >
              <Menu size={20} strokeWidth={1.6} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        <MainNavigation />
      </div>
      {isMenuOpen && <OnDemand part={PHONE_MENU} onClose={() => setMenuOpen(false)} />}
    </header>
  )
}

function HeaderSearch() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const asked = useRouterState({
    select: ({ location }) =>
      location.pathname === '/search' ? String(location.search.words ?? '') : '',
  })
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    void navigate({ to: '/search', search: words === '' ? {} : { words } })
  }
  return (
    <search className="hidden max-w-140 flex-1 wide:block">
      <form className="field-box field-box-small" onSubmit={search}>
        <Search size={20} strokeWidth={1.6} aria-hidden="true" />
        <input
          // The address may change while the field stays: it starts anew with what was asked.
          key={asked}
          type="search"
          name="words"
          maxLength={100}
          defaultValue={asked}
          aria-label={t('shell.searchLots')}
          placeholder={t('shell.searchLots')}
        />
        <kbd className="rounded-media border border-line px-1.5 py-px font-text text-12 whitespace-nowrap text-muted">
          Ctrl K
        </kbd>
      </form>
    </search>
  )
}

const LINK =
  'flex min-h-11 items-center whitespace-nowrap text-muted hover:text-ink data-[status=active]:font-[560] data-[status=active]:text-ink data-[status=active]:shadow-[inset_0_-2px_var(--color-ink)]'

function MainNavigation() {
  const { t } = useTranslation()
  return (
    <nav className="hidden gap-6 text-14 wide:flex" aria-label={t('shell.main')}>
      <Link to="/" className={LINK} activeOptions={{ exact: true }}>
        {t('shell.home')}
      </Link>
      <Link to="/search" className={LINK} activeOptions={{ includeSearch: false }}>
        {t('shell.allLots')}
      </Link>
      <Link to="/auctions" className={LINK}>
        {t('shell.auctions')}
      </Link>
      <Link to="/how-bidding-works" className={`${LINK} ms-auto`}>
        {t('shell.how')}
      </Link>
    </nav>
  )
}
