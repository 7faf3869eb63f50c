/** Ends every session of the account, after asking once: this one as well. */

import { useMutation } from '@tanstack/react-query'
import { Button } from '@vendue/ui/button'
import { Dialog } from '@vendue/ui/dialog'

import { useTranslation } from '@/shared/i18n/translation'
import { Problem } from '@/shared/problem'
import { signOutEverywhere } from '@/shared/session/session'

export function SignOutEverywhere({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('account')
  const ending = useMutation({ mutationFn: signOutEverywhere })
  return (
    <Dialog
      title={t('sessions.everywhere')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('sessions.stay')}</Button>
          <Button
            look="solid"
            aria-disabled={ending.isPending}
            onClick={() => {
              if (!ending.isPending) ending.mutate()
            }}
          >
            {t('sessions.everywhere')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {ending.isError && <Problem error={ending.error} />}
        <p>{t('sessions.everywhereText')}</p>
      </div>
    </Dialog>
  )
}
