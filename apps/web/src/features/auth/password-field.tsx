/** A password, hidden until the person wants to see what they typed. */

import { IconButton } from '@vendue/ui/button'
import { TextField, type TextFieldProps } from '@vendue/ui/field'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

export function PasswordField(props: TextFieldProps) {
  const { t } = useTranslation('auth')
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={200}
      after={
        <IconButton
          label={t(isShown ? 'password.hide' : 'password.show')}
          className="-me-3"
          onClick={() => setShown(!isShown)}
        >
          <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
        </IconButton>
      }
    />
  )
}

/** The fewest characters of a password, which the form counts down to. */
const FEWEST = 15

/** What a new password still needs, while it is being chosen. */
export function usePasswordHelp(password: string): string {
  const { t } = useTranslation('auth')
  const missing = FEWEST - [...password].length
  if (password === '' || missing > 0) {
    return password === ''
      ? t('password.rule', { count: FEWEST })
      : t('password.missing', { count: missing })
  }
  return t('password.long')
}
