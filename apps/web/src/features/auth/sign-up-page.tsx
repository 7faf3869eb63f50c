/** Opening an account: the form, then the letter that confirms the address. */

import { useState } from 'react'

import { AwaitedLetter } from './awaited-letter'
import { SignUpForm } from './sign-up-form'
import { useGoingOn } from './use-going-on'

/** Kept in memory alone, so that this tab can sign in once the address is confirmed. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

export function SignUpPage({ back }: { back: string | undefined }) {
  const [waiting, setWaiting] = useState<Credentials | null>(null)
  useGoingOn(back)
  if (waiting !== null) {
    return <AwaitedLetter credentials={waiting} onChange={() => setWaiting(null)} />
  }
  return <SignUpForm back={back} onSent={setWaiting} />
}
