/** Looks for a newer version of the app, and offers it when there is one. */

import { useState } from 'react'

import { OnDemand, partOf } from './on-demand'
import { useNewerVersion } from './service-worker'

const UPDATE_PROMPT = partOf(() => import('./update-prompt'))

export function NewerVersion() {
  const takeUp = useNewerVersion()
  const [isLater, setLater] = useState(false)
  if (takeUp === null || isLater) return null
  return <OnDemand part={UPDATE_PROMPT} onTake={takeUp} onClose={() => setLater(true)} />
}
