/** Countries in the language spoken. */

import { useLanguage } from './i18n/use-language'

export function useCountryName(): (code: string) => string {
  const names = new Intl.DisplayNames([useLanguage()], { type: 'region' })
  return (code) => names.of(code) ?? code
}
