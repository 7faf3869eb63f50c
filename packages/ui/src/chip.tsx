/** A filter that is applied, and goes when it is pressed; and a choice between two looks. */

import { X } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ChipProps {
  readonly children: string
  /** What pressing does, in words: "Remove the filter: Trader". */
  readonly removal: string
  readonly onRemove: () => void
}

export function Chip({ children, removal, onRemove }: ChipProps) {
  return (
    <button type="button" className="chip" aria-label={removal} onClick={onRemove}>
      {children}
      <X size={16} strokeWidth={1.8} aria-hidden="true" />
    </button>
  )
}

export interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { value: Value; label: string; icon: ReactNode }[]
  readonly onChange: (value: Value) => void
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  return (
    <fieldset className="segments" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-label={choice.label}
          title={choice.label}
          aria-pressed={choice.value === props.value}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.icon}
        </button>
      ))}
    </fieldset>
  )
}
