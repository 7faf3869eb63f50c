import { type BrowserSession, isProblem } from '@vendue/sdk'
import { type FormEvent, useState } from 'react'

/** Signing in and out. */
export function SignIn(props: { session: BrowserSession; isSignedIn: boolean }) {
  const { session, isSignedIn } = props
  const [problem, setProblem] = useState('')

  async function signIn(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    try {
      await session.signIn({ email: `${given.get('email')}`, password: `${given.get('password')}` })
      setProblem('')
    } catch (error) {
      setProblem(isProblem(error) ? error.detail : 'The market cannot be reached.')
    }
  }

  if (isSignedIn) {
    return (
      <button onClick={() => void session.signOut()} type="button">
        Sign out
      </button>
    )
  }
  return (
    <form onSubmit={(event) => void signIn(event)}>
      <label>
        E-mail <input autoComplete="email" name="email" required type="email" />
      </label>
      <label>
        Password
        <input autoComplete="current-password" name="password" required type="password" />
      </label>
      <button type="submit">Sign in to bid</button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  )
}
