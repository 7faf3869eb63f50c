import { createFileRoute } from '@tanstack/react-router'

import { LegalPage } from '@/features/legal/legal-page'

export const Route = createFileRoute('/legal/imprint')({ component: ImprintRoute })

function ImprintRoute() {
  return <LegalPage text="imprint" />
}
