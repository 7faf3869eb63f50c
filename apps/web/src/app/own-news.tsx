/** Listens to what concerns the person alone, on every page. */

import { Link } from '@tanstack/react-router'
import { useMyMessages } from '@vendue/sdk/react-query'
import { IconButton } from '@vendue/ui/button'
import { InfoNotice } from '@vendue/ui/page-states'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useBackHere } from '@/shared/session/back'
import { isLeaving, session, useIsSignedIn } from '@/shared/session/session'

export function OwnNews() {
  const { t } = useTranslation()
  const isSignedIn = useIsSignedIn()
  const back = useBackHere()
  const [wasEnded, setEnded] = useState(false)
  useMyMessages(isSignedIn, (message) => {
    if (message.type !== 'me.session_ended' || isLeaving()) return
    // It may be another device's session. Ours is over where it cannot be carried on.
    void session
      .refresh()
      .catch(() => undefined)
      .then(() => setEnded(!session.isSignedIn()))
  })
  useEffect(() => {
    if (isSignedIn) setEnded(false)
  }, [isSignedIn])
  if (!wasEnded) return null
  return (
    <div className="wrap pt-4">
      <InfoNotice>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2" role="alert">
          <p>{t('shell.sessionEnded')}</p>
          <Link to="/sign-in" search={back} className="link inline-flex min-h-11 items-center">
            {t('shell.signIn')}
          </Link>
          <IconButton label={t('shell.dismiss')} onClick={() => setEnded(false)}>
            <X size={18} strokeWidth={1.6} aria-hidden="true" />
          </IconButton>
        </div>
      </InfoNotice>
    </div>
  )
}
