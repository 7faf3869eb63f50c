/** Ask for a letter by address. The answer is the same whether there is such an account or not. */

import { useMutation } from '@tanstack/react-query'
import { Button } from '@vendue/ui/button'
import { TextField } from '@vendue/ui/field'
import { InfoNotice } from '@vendue/ui/page-states'
import type { FormEvent } from 'react'
import { useRefusals } from '@/shared/forms/refusals'
import { useDraft } from '@/shared/forms/use-draft'
import { useTranslation } from '@/shared/i18n/translation'
import { Problem } from '@/shared/problem'

import { askForLetter, LetterAgain, type LetterKind } from './letter-again'

export function LetterForm({ kind }: { kind: LetterKind }) {
  const { t } = useTranslation('auth')
  const { form, change } = useDraft('address', { email: '' })
  const letter = useMutation({ mutationFn: (email: string) => askForLetter(kind, email) })
  const { fields, rest, form: element } = useRefusals(letter.error, ['email'])
  if (letter.isSuccess) {
    const { email } = letter.data
    return (
      <div className="grid gap-4">
        <InfoNotice>
          <p role="status">{t(`letter.${kind}Sent`, { email })}</p>
        </InfoNotice>
        <p className="text-14 text-muted">{t('letter.look')}</p>
        <LetterAgain kind={kind} email={email} isFresh />
      </div>
    )
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!letter.isPending) letter.mutate(form.email.trim())
  }
  return (
    <form ref={element} className="grid gap-5" onSubmit={send} noValidate>
      {rest !== null && <Problem error={rest} />}
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        maxLength={254}
        value={form.email}
        error={fields.email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <Button type="submit" look="solid" size="main" aria-disabled={letter.isPending}>
        {t('letter.send')}
      </Button>
    </form>
  )
}
