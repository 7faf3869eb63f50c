/** On phones, what has no room in the header. */

import { Link } from '@tanstack/react-router'
import { Dialog } from '@vendue/ui/dialog'
import { Check } from 'lucide-react'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '@/shared/i18n/languages'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useIsSignedIn } from '@/shared/session/session'

import { OwnLinks } from './account-menu'
import { ThemeChoices } from './theme-menu'

const HEADING = 'border-t border-ink pt-3 pb-1 text-14 font-[560]'

export default function PhoneMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const spoken = useLanguage()
  const isSignedIn = useIsSignedIn()
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
            <OwnLinks onChosen={onClose} />
          ) : (
            <Link to="/sign-in" className="menu-item" onClick={onClose}>
              {t('shell.signIn')}
            </Link>
          )}
        </nav>
        <section>
          <h3 className={HEADING}>{t('shell.languages')}</h3>
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              className="menu-item"
              aria-current={language === spoken}
              onClick={() => void speak(language)}
            >
              <span className="flex-1">{LANGUAGE_NAMES[language]}</span>
              {language === spoken && <Check size={16} aria-hidden="true" />}
            </button>
          ))}
        </section>
        <section>
          <h3 className={HEADING}>{t('shell.theme.title')}</h3>
          <ThemeChoices onChosen={onClose} />
        </section>
      </div>
    </Dialog>
  )
}
