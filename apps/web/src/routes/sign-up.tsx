import { createFileRoute } from '@tanstack/react-router'

import { SignUpPage } from '@/features/auth/sign-up-page'
import { readBack } from '@/shared/session/back'

export const Route = createFileRoute('/sign-up')({
  validateSearch: readBack,
  component: SignUpRoute,
})

function SignUpRoute() {
  const { back } = Route.useSearch()
  return <SignUpPage back={back} />
}
