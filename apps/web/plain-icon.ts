import { createElement, type ReactElement, type SVGProps } from 'react'

interface IconProps extends SVGProps<SVGSVGElement> {
  readonly size?: number
}

interface Drawing {
  readonly node: readonly (readonly [tag: string, attributes: Record<string, string>])[]
}

/**
 * Makes one of Lucide's icons, in place of its own way to: that one also reads a context and knows
 * options which nobody here gives, and weighs as much as a dozen icons.
 */
export default function iconOf(drawing: Drawing) {
  return (props: IconProps) => drawn(drawing, props)
}

function drawn({ node }: Drawing, { size = 24, ...given }: IconProps): ReactElement {
  const props = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    'aria-hidden': true,
    ...given,
  } as const
  return createElement(
    'svg',
    props,
    node.map(([tag, attributes]) => createElement(tag, attributes)),
  )
}
