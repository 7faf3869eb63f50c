/** Which language is spoken, and the way to another one. */

import { LANGUAGE_NAMES } from '@/shared/i18n/languages'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { Menu } from './menu'
import { OnDemand, partOf, prepare } from './on-demand'

const LANGUAGE_CHOICES = partOf(() => import('./language-choices'))

export function LanguageMenu() {
  const { t } = useTranslation()
  const spoken = useLanguage()
  return (
    <Menu
      // What is seen is part of what is said: whoever speaks to the page says what they see.
      label={`${spoken.toUpperCase()}. ${t('shell.language', { name: LANGUAGE_NAMES[spoken] })}`}
      button={spoken.toUpperCase()}
      buttonClass="icon-button text-14"
      prepare={() => prepare(LANGUAGE_CHOICES)}
    >
      {(close) => <OnDemand part={LANGUAGE_CHOICES} onClose={close} />}
    </Menu>
  )
}
