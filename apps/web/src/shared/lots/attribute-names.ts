/** What a category's attributes and their values are called in the language spoken. */

import type { CategoryDetail } from '@vendue/sdk'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '../i18n/use-language'

type Names = Record<string, string>

interface Attribute {
  readonly title?: Names
  readonly 'x-names'?: Record<string, Names>
}

export interface AttributeNames {
  readonly title: (name: string) => string
  readonly value: (name: string, value: string) => string
}

export function useAttributeNames(category: CategoryDetail | undefined): AttributeNames {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const { properties = {} } = (category?.attribute_schema ?? {}) as {
    properties?: Record<string, Attribute>
  }
  return {
    title: (name) => properties[name]?.title?.[language] ?? name,
    value: (name, value) => {
      if (value === 'true' || value === 'false') return t(value)
      return properties[name]?.['x-names']?.[value]?.[language] ?? value
    },
  }
}
