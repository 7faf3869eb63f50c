/** The code of a letter that was opened on another device. */

import { Button } from '@vendue/ui/button'
import { TextField } from '@vendue/ui/field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { AuthFrame } from './auth-frame'
import { isToken } from './letter-token'

export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('auth')
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isToken(code.trim())) onCode(code.trim())
    else setWrong(true)
  }
  return (
    <AuthFrame title={t('confirm.title')} lead={t('confirm.lead')}>
      <form className="grid gap-5" onSubmit={send} noValidate>
        <TextField
          label={t('confirm.code')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={120}
          value={code}
          error={isWrong ? t('confirm.wrongCode') : undefined}
          onChange={(event) => {
            setCode(event.target.value)
            setWrong(false)
          }}
        />
        <Button type="submit" look="solid" size="main">
          {t('confirm.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
