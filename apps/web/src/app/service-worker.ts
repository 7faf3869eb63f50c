/** The worker that keeps the app's files: registered once, and asked now and then for a newer one. */

import { useEffect, useState } from 'react'

const FILE = '/sw.js'
const LOOK_EVERY_MS = 60 * 60_000

/** What takes the newer version up; nothing while there is none. */
export function useNewerVersion(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    // A development server has no worker.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    let timer: ReturnType<typeof setInterval>
    let isOver = false
    navigator.serviceWorker
      .register(FILE)
      .then((registration) => {
        if (isOver) return
        watch(registration, setWaiting)
        timer = setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS)
      })
      // Without it the app works, only not without a connection.
      .catch(() => undefined)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [])
  return waiting && (() => takeUp(waiting))
}

function watch(registration: ServiceWorkerRegistration, tell: (worker: ServiceWorker) => void) {
  // The first worker of all is no newer version.
  const tellIfNewer = (worker: ServiceWorker | null) => {
    if (worker?.state === 'installed' && registration.active !== null) tell(worker)
  }
  tellIfNewer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const arriving = registration.installing
    arriving?.addEventListener('statechange', () => tellIfNewer(arriving))
  })
}

function takeUp(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
  worker.postMessage({ type: 'SKIP_WAITING' })
}
