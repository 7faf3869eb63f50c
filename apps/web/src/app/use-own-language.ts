/** Pages speak as the account does, on whichever device somebody signs in. */

import { useEffect } from 'react'

import { isSpoken, speak } from '@/shared/i18n/languages'
import { spokenLanguage } from '@/shared/i18n/texts'
import { useMe } from '@/shared/session/session'

export function useOwnLanguage(): void {
  const own = useMe()?.language
  useEffect(() => {
    if (own === undefined || !isSpoken(own) || own === spokenLanguage()) return
    // Where its texts do not come, the page goes on in the language that it has.
    speak(own).catch(() => undefined)
  }, [own])
}
