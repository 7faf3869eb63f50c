/** A lot's picture in a list, as a plate takes it. */

import type { Thumbnail } from '@vendue/sdk'
import type { PlateProps } from '@vendue/ui/plate'

export function pictureOf(thumbnail: Thumbnail | null): PlateProps['picture'] {
  return thumbnail && { alt_text: thumbnail.alt_text, sizes: [thumbnail] }
}
