/** One thing to agree to or to switch on, with what is wrong about it below. */

import { type ReactNode, useId } from 'react'

export interface TickFieldProps {
  readonly label: ReactNode
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly error?: string | undefined
}

export function TickField({ label, isChecked, onChange, error }: TickFieldProps) {
  const id = useId()
  return (
    <div>
      <label className="tick">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : id}
        />
        <span>{label}</span>
      </label>
      {error !== undefined && (
        <p id={id} className="field-error ps-7">
          {error}
        </p>
      )}
    </div>
  )
}
