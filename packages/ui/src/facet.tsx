/** One question of a search, with its answers and how many lots each would leave. */

import type { ReactNode } from 'react'

export function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="facet">
      <legend className="facet-title float-left w-full">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  )
}

export interface TickProps {
  readonly label: ReactNode
  /** How many lots there are; nothing where nobody has counted. */
  readonly count?: string
  readonly isChecked: boolean
  readonly isUnder?: boolean
  readonly onChange: (isChecked: boolean) => void
  /** Of one choice among several, its group's name. */
  readonly radio?: string
}

export function Tick({ label, count, isChecked, isUnder = false, onChange, radio }: TickProps) {
  return (
    <label className={`tick${isUnder ? ' tick-under' : ''}`}>
      <input
        type={radio === undefined ? 'checkbox' : 'radio'}
        name={radio}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
      {count !== undefined && <span className="tick-count">{count}</span>}
    </label>
  )
}
