/** What the market refused about a form, said beside the field that it is about. */

import { isProblem, type WrongField, wrongFields } from '@vendue/sdk'
import { type RefObject, useEffect, useRef } from 'react'

import { useTranslation } from '@/shared/i18n/translation'

export interface Refusals {
  /** By the field's name, in the person's language. */
  readonly fields: Readonly<Record<string, string>>
  /** What is about none of the form's fields, to be shown above it; otherwise null. */
  readonly rest: unknown
  /** For the form itself: the keyboard goes into the first field that is wrong. */
  readonly form: RefObject<HTMLFormElement | null>
}

/** Sort an error by the fields that the form has. */
export function useRefusals(error: unknown, names: readonly string[]): Refusals {
  const { t, exists } = useTranslation('forms')
  const { fields, rest } = sorted(error, names)
  const said = Object.entries(fields).map(([name, wrong]) => {
    const key = keysOf(name, wrong.code).find((one) => exists(`forms:${one}`))
    return [name, key === undefined ? wrong.detail : t(key as 'codes.missing')]
  })
  const form = useRef<HTMLFormElement>(null)
  // Only now: the fields that this error is about are marked on the page.
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [error])
  return { fields: Object.fromEntries(said), rest, form }
}

/** The first thing wrong with each field; the error itself where a field is not the form's. */
export function sorted(
  error: unknown,
  names: readonly string[],
): { fields: Record<string, WrongField>; rest: unknown } {
  const wrong = wrongFields(error)
  if (wrong.length === 0) return { fields: {}, rest: error ?? null }
  const fields: Record<string, WrongField> = {}
  let isAllKnown = true
  for (const one of wrong) {
    const name = one.pointer.split('/')[1] ?? ''
    if (names.includes(name)) fields[name] ??= one
    else isAllKnown = false
  }
  return { fields, rest: isAllKnown ? null : error }
}

/** Where a text for it may stand: for this very field first. */
function keysOf(name: string, code: string): readonly string[] {
  return [`fields.${name}.${code}`, `fields.${name}.any`, `codes.${code}`]
}

/** Whether it is a refusal with this code. */
export function isRefusal(error: unknown, code: string): boolean {
  return isProblem(error) && error.code === code
}
