/** Light, dark, or as the device has it. */

import { Check, Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import { choose, type Theme, useChoices } from '@/shared/choices'
import { useTranslation } from '@/shared/i18n/translation'

import { Menu } from './menu'

const THEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const satisfies readonly (readonly [Theme, typeof Sun])[]

export function ThemeMenu() {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('shell.theme.title')}
      button={<SunMoon size={20} strokeWidth={1.6} aria-hidden="true" />}
    >
      {(close) => <ThemeChoices onChosen={close} />}
    </Menu>
  )
}

/** The three choices, wherever they stand. */
export function ThemeChoices({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation()
  const { theme } = useChoices()
  return THEMES.map(([choice, Icon]) => (
    <button
      key={choice}
      type="button"
      className="menu-item"
      aria-current={choice === theme}
      onClick={() => {
        choose({ theme: choice })
        onChosen()
      }}
    >
      <Icon size={18} strokeWidth={1.6} aria-hidden="true" />
      <span className="flex-1">{t(`shell.theme.${choice}`)}</span>
      {choice === theme && <Check size={16} aria-hidden="true" />}
    </button>
  ))
}
