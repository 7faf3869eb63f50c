/** The language of the account, on a device where nobody has chosen another one. */

import { useEffect } from 'react'

import { choices, choose } from '@/shared/choices'
import { isSpoken, speak } from '@/shared/i18n/languages'
import { useMe } from '@/shared/session/session'

/**
 * Speak as the account does, once it has said so here for the first time or says otherwise than
 * before. What somebody chose on the device before that stays as they chose it.
 */
export function useOwnLanguage(): void {
  const told = useMe()?.language
  useEffect(() => {
    const { language, accountLanguage } = choices()
    if (told === undefined || !isSpoken(told) || told === accountLanguage) return
    choose({ accountLanguage: told })
    const isChosenHere = accountLanguage === undefined && language !== undefined
    // Where its texts do not come, the page goes on in the language that it has.
    if (!isChosenHere) speak(told).catch(() => undefined)
  }, [told])
}
