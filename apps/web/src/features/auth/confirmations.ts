/** How the tab with the letter's link tells the tab that waits for it. */

const CHANNEL = 'vendue.confirmation'

export function tellConfirmation(): void {
  const tabs = new BroadcastChannel(CHANNEL)
  tabs.postMessage(true)
  tabs.close()
}

/** Call back when an address was confirmed in another tab. Answers with what ends that. */
export function onConfirmation(listener: () => void): () => void {
  const tabs = new BroadcastChannel(CHANNEL)
  tabs.onmessage = listener
  return () => tabs.close()
}
