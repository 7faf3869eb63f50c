/** The keys that there are, taken from the English texts: a mistyped one is a type error. */

import 'i18next'

import type auth from './locales/en/auth.json'
import type common from './locales/en/common.json'
import type forms from './locales/en/forms.json'
import type home from './locales/en/home.json'
import type sales from './locales/en/sales.json'
import type search from './locales/en/search.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      auth: typeof auth
      common: typeof common
      forms: typeof forms
      home: typeof home
      sales: typeof sales
      search: typeof search
    }
  }
}
