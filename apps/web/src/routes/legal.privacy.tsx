import { createFileRoute } from '@tanstack/react-router'

import { LegalPage } from '@/features/legal/legal-page'

export const Route = createFileRoute('/legal/privacy')({ component: PrivacyRoute })

function PrivacyRoute() {
  return <LegalPage text="privacy" />
}
