/** Latvian, English or Russian. */

import { Check } from 'lucide-react'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '@/shared/i18n/languages'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { Menu } from './menu'

export function LanguageMenu() {
  const { t } = useTranslation()
  const spoken = useLanguage()
  return (
    <Menu
      // What is seen is part of what is said: whoever speaks to the page says what they see.
      label={`${spoken.toUpperCase()}. ${t('shell.language', { name: LANGUAGE_NAMES[spoken] })}`}
      button={spoken.toUpperCase()}
      buttonClass="icon-button text-14"
    >
      {(close) =>
        LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            className="menu-item"
            aria-current={language === spoken}
            onClick={() => {
              void speak(language)
              close()
            }}
          >
            <span className="flex-1">{LANGUAGE_NAMES[language]}</span>
            {language === spoken && <Check size={16} aria-hidden="true" />}
          </button>
        ))
      }
    </Menu>
  )
}
