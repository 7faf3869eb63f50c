/** A form that saves itself: what was typed is there again after a reload or a way round. */

import { useCallback, useState } from 'react'

/** Kept for the tab alone: the next person at this device must not find it. */
const STORE = 'vendue.draft.'

type Fields = Readonly<Record<string, string | boolean>>

export interface Draft<Form extends Fields> {
  readonly form: Form
  readonly change: (changed: Partial<Form>) => void
  readonly forget: () => void
}

/** `name` tells forms apart. Give it nothing that must not be written down, such as a password. */
export function useDraft<Form extends Fields>(name: string, empty: Form): Draft<Form> {
  const [form, setForm] = useState<Form>(() => ({ ...empty, ...read(name) }))
  const change = useCallback(
    (changed: Partial<Form>) =>
      setForm((before) => {
        const after = { ...before, ...changed }
        write(name, after)
        return after
      }),
    [name],
  )
  const forget = useCallback(() => sessionStorage.removeItem(STORE + name), [name])
  return { form, change, forget }
}

function read(name: string): Fields {
  try {
    return JSON.parse(sessionStorage.getItem(STORE + name) ?? '{}')
  } catch {
    return {}
  }
}

function write(name: string, form: Fields): void {
  try {
    sessionStorage.setItem(STORE + name, JSON.stringify(form))
  } catch {
    // Storage is closed to us: the form holds until the page is left.
  }
}
