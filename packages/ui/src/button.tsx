/** What is pressed. One solid button per decision; the rest are outlined or quiet. */

import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ButtonLook = 'solid' | 'outlined' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook
  readonly size?: 'small' | 'usual' | 'main'
}

export function Button({
  look = 'outlined',
  size = 'usual',
  className = '',
  ...rest
}: ButtonProps) {
  return <button type="button" className={`${buttonClass(look, size)} ${className}`} {...rest} />
}

/** The same look for a link: a router's links take a class, and no part of ours. */
export function buttonClass(look: ButtonLook, size: ButtonProps['size'] = 'usual'): string {
  const sized = size === 'usual' ? '' : ` button-${size}`
  return `button button-${look}${sized}`
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, for those who do not see the icon. */
  readonly label: string
  readonly children: ReactNode
}

export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    />
  )
}
