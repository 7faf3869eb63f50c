/** On phones, what has no room in the header. */

import { Link } from '@tanstack/react-router'
import { Dialog } from '@vendue/ui/dialog'
import { useTranslation } from '@/shared/i18n/translation'
import { useBackHere } from '@/shared/session/back'
import { useIsSignedIn } from '@/shared/session/session'

import LanguageChoices from './language-choices'
import OwnLinks from './own-links'
import ThemeChoices from './theme-choices'

const HEADING = 'border-t border-ink pt-3 pb-1 text-14 font-[560]'

export default function PhoneMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const isSignedIn = useIsSignedIn()
  const back = useBackHere()
  return (
    <Dialog title={t('shell.menu')} isOpen onClose={onClose} form="sheet">
      <div className="grid gap-6">
        <nav aria-label={t('shell.main')}>
          <Link to="/auctions" className="menu-item" onClick={onClose}>
            {t('shell.auctions')}
          </Link>
          <Link to="/how-bidding-works" className="menu-item" onClick={onClose}>
            {t('shell.how')}
          </Link>
          {isSignedIn ? (
            <OwnLinks onClose={onClose} />
          ) : (
            <Link to="/sign-in" search={back} className="menu-item" onClick={onClose}>
              {t('shell.signIn')}
            </Link>
          )}
        </nav>
        <section>
          <h3 className={HEADING}>{t('shell.languages')}</h3>
          <LanguageChoices onClose={onClose} />
        </section>
        <section>
          <h3 className={HEADING}>{t('shell.theme.title')}</h3>
          <ThemeChoices onClose={onClose} />
        </section>
      </div>
    </Dialog>
  )
}
