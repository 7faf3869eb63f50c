/** A labelled field with its help or its error below. */

import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

export interface FieldProps {
  readonly label: string
  readonly help?: ReactNode
  /** What is wrong, and how to mend it. */
  readonly error?: ReactNode
  readonly size?: 'small' | 'usual' | 'amount'
  /** Stands in the box, after what is typed: a currency, a button. */
  readonly after?: ReactNode
  readonly before?: ReactNode
  readonly isLabelHidden?: boolean
  /** Draws the control with these attributes, which tie it to its label and its messages. */
  readonly children: (control: ControlAttributes) => ReactNode
}

export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export function Field(props: FieldProps) {
  const id = useId()
  const { label, help, error, size = 'usual', isLabelHidden = false } = props
  const isWrong = Boolean(error)
  const message = isWrong ? error : help
  const sized = size === 'usual' ? '' : ` field-box-${size}`
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <div className={`field-box${sized}${isWrong ? ' field-box-wrong' : ''}`}>
        {props.before}
        {props.children({
          id,
          'aria-describedby': message ? `${id}-message` : undefined,
          'aria-invalid': isWrong || undefined,
        })}
        {props.after}
      </div>
      {message && (
        <div id={`${id}-message`} className={isWrong ? 'field-error' : 'field-help'}>
          {message}
        </div>
      )}
    </div>
  )
}

export type TextFieldProps = Omit<FieldProps, 'children'> & InputHTMLAttributes<HTMLInputElement>

/** A field of one line. Everything that an input takes is handed on. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, after, before, isLabelHidden, size, ...input } = props
  return (
    <Field {...{ label, help, error, after, before, isLabelHidden, size }}>
      {(control) => <input type="text" {...input} {...control} />}
    </Field>
  )
}
