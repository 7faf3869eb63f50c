/** The app begins here. */

import './app/styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from '@/app/app'
import { startLanguages } from '@/shared/i18n/languages'
import { session } from '@/shared/session/session'
import { keepTabsInStep } from '@/shared/session/tabs'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root.')

// The session is taken up while the texts arrive; nobody waits for one after the other.
keepTabsInStep()
void session.resume()
try {
  await startLanguages()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
} catch {
  sayNothingCame(root)
}

/** Without its texts the app can say nothing: these few words stand in the page itself. */
function sayNothingCame(place: HTMLElement): void {
  const words = document.querySelector<HTMLTemplateElement>('#nothing-came')
  if (words !== null) place.replaceChildren(words.content.cloneNode(true))
  document.querySelector('#again')?.addEventListener('click', () => location.reload())
  window.addEventListener('online', () => location.reload())
}
