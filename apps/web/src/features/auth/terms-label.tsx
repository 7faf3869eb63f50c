/** "I accept the terms of 1 November 2026 …", with the way to them. They open beside the form. */

import { Trans, useTranslation } from 'react-i18next'

export function TermsLabel({ version }: { version: string | undefined }) {
  const { t } = useTranslation('auth')
  return (
    <Trans
      t={t}
      i18nKey="signUp.terms"
      values={{ version: version ?? '…' }}
      components={{
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
