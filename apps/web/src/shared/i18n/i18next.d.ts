/** The keys that there are, taken from the English texts: a mistyped one is a type error. */

import 'i18next'

import type account from './locales/en/account.json'
import type auth from './locales/en/auth.json'
import type bidForm from './locales/en/bid-form.json'
import type bidding from './locales/en/bidding.json'
import type bids from './locales/en/bids.json'
import type common from './locales/en/common.json'
import type compare from './locales/en/compare.json'
import type forms from './locales/en/forms.json'
import type home from './locales/en/home.json'
import type how from './locales/en/how.json'
import type legal from './locales/en/legal.json'
import type lot from './locales/en/lot.json'
import type lotDetails from './locales/en/lot-details.json'
import type notifications from './locales/en/notifications.json'
import type sales from './locales/en/sales.json'
import type search from './locales/en/search.json'
import type searches from './locales/en/searches.json'
import type watching from './locales/en/watching.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      account: typeof account
      auth: typeof auth
      'bid-form': typeof bidForm
      bidding: typeof bidding
      bids: typeof bids
      common: typeof common
      compare: typeof compare
      forms: typeof forms
      home: typeof home
      how: typeof how
      legal: typeof legal
      lot: typeof lot
      'lot-details': typeof lotDetails
      notifications: typeof notifications
      sales: typeof sales
      search: typeof search
      searches: typeof searches
      watching: typeof watching
    }
  }
}
