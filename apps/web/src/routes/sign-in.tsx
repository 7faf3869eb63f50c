import { createFileRoute } from '@tanstack/react-router'

import { SignInPage } from '@/features/auth/sign-in-page'
import { readBack } from '@/shared/session/back'

export const Route = createFileRoute('/sign-in')({
  validateSearch: readBack,
  component: SignInRoute,
})

function SignInRoute() {
  const { back } = Route.useSearch()
  return <SignInPage back={back} />
}
