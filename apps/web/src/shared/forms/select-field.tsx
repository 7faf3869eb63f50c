/** A field in which one of several is chosen. */

import { Field } from '@vendue/ui/field'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

export interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { value: string; label: string }[]
  readonly onChange: (value: string) => void
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly isLabelHidden?: boolean
  readonly size?: 'small' | 'usual'
}

export function SelectField({ choices, value, onChange, ...field }: SelectFieldProps) {
  return (
    <Field {...field} after={<ChevronDown size={18} strokeWidth={1.8} aria-hidden="true" />}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
