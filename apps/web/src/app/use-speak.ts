/** Another language from now on: for the page, and for what a signed-in person is sent. */

import { useQueryClient } from '@tanstack/react-query'
import { useToast } from '@vendue/ui/toast'
import type { Language } from '@vendue/ui/values/language'

import { speak } from '@/shared/i18n/languages'
import { useProblemWords } from '@/shared/problem'
import { saveProfile } from '@/shared/session/save-profile'
import { session } from '@/shared/session/session'

export function useSpeak(): (language: Language) => void {
  const queries = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const both = async (language: Language) => {
    await speak(language)
    if (session.isSignedIn()) await saveProfile(queries, { language })
  }
  return (language) => void both(language).catch((error) => toast(words(error).title))
}
