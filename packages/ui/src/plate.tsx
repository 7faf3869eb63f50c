/** A lot's picture on its ground, in the sizes that the server made. */

import type { CSSProperties } from 'react'

export type Ground = 'bone' | 'mist' | 'sand' | 'sage' | 'clay' | 'slate' | 'deep'

const GROUNDS: readonly Ground[] = ['bone', 'mist', 'sand', 'sage', 'clay', 'slate', 'mist', 'deep']

export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly webp_url: string
  readonly avif_url: string
}

export interface PlateProps {
  /** Picks the ground: the same lot always stands on the same one. */
  readonly seed: string
  readonly picture: { readonly alt_text: string; readonly sizes: readonly PictureSize[] } | null
  /** How wide it is shown, as the `sizes` attribute wants it. */
  readonly sizes: string
  /** The picture that is seen first is fetched first. */
  readonly isFirst?: boolean
  readonly className?: string
  readonly style?: CSSProperties
  /** Empty where the title beside it says the same. */
  readonly alt?: string
}

export function Plate(props: PlateProps) {
  const { seed, picture, sizes, isFirst = false, className = '', style, alt } = props
  return (
    <span className={`plate ${className}`} style={style} data-ground={groundOf(seed)}>
      {picture !== null && picture.sizes.length > 0 && (
        <picture>
          <source type="image/avif" srcSet={sourceSet(picture.sizes, 'avif_url')} sizes={sizes} />
          <img
            src={picture.sizes[0]?.webp_url}
            srcSet={sourceSet(picture.sizes, 'webp_url')}
            sizes={sizes}
            width={picture.sizes[0]?.width}
            height={picture.sizes[0]?.height}
            alt={alt ?? picture.alt_text}
            loading={isFirst ? 'eager' : 'lazy'}
            fetchPriority={isFirst ? 'high' : 'auto'}
            decoding="async"
          />
        </picture>
      )}
    </span>
  )
}

function sourceSet(sizes: readonly PictureSize[], form: 'avif_url' | 'webp_url'): string {
  return sizes.map((size) => `${size[form]} ${size.width}w`).join(', ')
}

function groundOf(seed: string): Ground {
  // The end of an identifier is its random part.
  const number = Number.parseInt(seed.slice(-4), 16)
  return GROUNDS[(Number.isNaN(number) ? 0 : number) % GROUNDS.length] ?? 'mist'
}
