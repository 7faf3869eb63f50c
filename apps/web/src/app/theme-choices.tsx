/** Light, dark, or as the device has it. */

import { Check, Monitor, Moon, Sun } from 'lucide-react'
import { choose, type Theme, useChoices } from '@/shared/choices'
import { useTranslation } from '@/shared/i18n/translation'

const THEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const satisfies readonly (readonly [Theme, typeof Sun])[]

export default function ThemeChoices({ onClose }: { onClose: () => void }) {
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
        onClose()
      }}
    >
      <Icon size={18} strokeWidth={1.6} aria-hidden="true" />
      <span className="flex-1">{t(`shell.theme.${choice}`)}</span>
      {choice === theme && <Check size={16} aria-hidden="true" />}
    </button>
  ))
}
