/** "I accept the terms of 1 November 2026 …", with the way to them. They open beside the form. */

import { RichText, useTranslation } from '@/shared/i18n/translation'

export function TermsLabel({ version }: { version: string | undefined }) {
  const { t } = useTranslation('auth')
  return (
    <RichText
      text={t('signUp.terms', { version: version ?? '…' })}
      parts={{
        terms: <OwnTab path="/legal/terms" />,
        privacy: <OwnTab path="/legal/privacy" />,
      }}
    />
  )
}

function OwnTab({ path, children }: { path: string; children?: React.ReactNode }) {
  return (
    <a href={path} target="_blank" rel="noreferrer" className="link">
      {children}
    </a>
  )
}
