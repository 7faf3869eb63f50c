/** How the page looks, and the way to another look. */

import { SunMoon } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { Menu } from './menu'
import { OnDemand, partOf, prepare } from './on-demand'

const THEME_CHOICES = partOf(() => import('./theme-choices'))

export function ThemeMenu() {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('shell.theme.title')}
      button={<SunMoon size={20} strokeWidth={1.6} aria-hidden="true" />}
      prepare={() => prepare(THEME_CHOICES)}
    >
      {(close) => <OnDemand part={THEME_CHOICES} onClose={close} />}
    </Menu>
  )
}
