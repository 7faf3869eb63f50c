/** Latvian, English or Russian, each in its own words. */

import { Check } from 'lucide-react'
import { LANGUAGE_NAMES, LANGUAGES } from '@/shared/i18n/languages'
import { useLanguage } from '@/shared/i18n/use-language'

import { useSpeak } from './use-speak'

export default function LanguageChoices({ onClose }: { onClose: () => void }) {
  const spoken = useLanguage()
  const speak = useSpeak()
  return LANGUAGES.map((language) => (
    <button
      key={language}
      type="button"
      lang={language}
      className="menu-item"
      aria-current={language === spoken}
      onClick={() => {
        speak(language)
        onClose()
      }}
    >
      <span className="flex-1">{LANGUAGE_NAMES[language]}</span>
      {language === spoken && <Check size={16} aria-hidden="true" />}
    </button>
  ))
}
