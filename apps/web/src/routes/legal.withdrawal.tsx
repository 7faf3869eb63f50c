import { createFileRoute } from '@tanstack/react-router'

import { LegalPage } from '@/features/legal/legal-page'

export const Route = createFileRoute('/legal/withdrawal')({ component: WithdrawalRoute })

function WithdrawalRoute() {
  return <LegalPage text="withdrawal" />
}
