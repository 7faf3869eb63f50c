/** What a category's attributes and their values are called in the language spoken. */

import type { CategoryDetail } from '@vendue/sdk'
import { formatCount } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '../i18n/use-language'

type Names = Record<string, string>

interface Attribute {
  readonly title?: Names
  readonly 'x-names'?: Record<string, Names>
  readonly 'x-unit'?: string
}

export interface AttributeNames {
  readonly title: (name: string) => string
  readonly value: (name: string, value: string) => string
  /** A lot's own value as it is read: with its unit, where it has one. */
  readonly full: (name: string, value: string | number | boolean) => string
}

/** The names that one category gives, or several of them together. */
export function useAttributeNames(
  category: CategoryDetail | undefined | readonly (CategoryDetail | undefined)[],
): AttributeNames {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const known: Record<string, Attribute> = Object.assign(
    {},
    ...[category].flat().map((one) => one?.attribute_schema.properties),
  )
  const value = (name: string, said: string) => {
    if (said === 'true' || said === 'false') return t(said)
    return known[name]?.['x-names']?.[said]?.[language] ?? said
  }
  return {
    title: (name) => known[name]?.title?.[language] ?? name,
    value,
    full: (name, said) => {
      const unit = known[name]?.['x-unit']
      // A number without a unit, such as a year, is written as it is.
      if (typeof said !== 'number' || unit === undefined) return value(name, String(said))
      return `${formatCount(said)}\u00A0${unit}`
    },
  }
}
