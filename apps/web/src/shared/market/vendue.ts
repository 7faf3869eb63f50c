/**
 * What pages ask of the market besides their queries, called as in the SDK's own front.
 *
 * That front holds every operation there is; these are built from the ones that the app uses, and
 * a first visit is 5 kB smaller for it.
 */

import {
  type AddressIn,
  type CallOptions,
  type ConfirmationIn,
  ifMatch,
  type LotFact,
  type LotHistory,
  type NotificationPreferencesPatch,
  operations,
  Pages,
  type PasswordResetIn,
  type ProfilePatch,
  type RegistrationIn,
  type SavedSearchIn,
  type SavedSearchPatch,
} from '@vendue/sdk'

import { client } from './client'

const CALL = { client, throwOnError: true } as const

type Versioned<Patch> = Patch & { readonly version: number }

async function value<Answer>(call: Promise<{ data: Answer }>): Promise<Answer> {
  return (await call).data
}

const accounts = {
  register: (body: RegistrationIn) => value(operations.register({ ...CALL, body })),
  confirmEmail: (body: ConfirmationIn) => value(operations.confirmEmail({ ...CALL, body })),
  resendConfirmation: (body: AddressIn) => value(operations.resendConfirmation({ ...CALL, body })),
  requestPasswordReset: (body: AddressIn) =>
    value(operations.requestPasswordReset({ ...CALL, body })),
  resetPassword: (body: PasswordResetIn) => value(operations.resetPassword({ ...CALL, body })),
}

const lots = {
  listHistory: (lot_id: string, query: { limit: number }, options: CallOptions) =>
    new Pages<LotFact, LotHistory>((at) =>
      value(
        operations.listLotHistory({
          ...CALL,
          ...(options.signal ? { signal: options.signal } : {}),
          path: { lot_id },
          query: { ...query, ...at },
        }),
      ),
    ),
}

const me = {
  get: () => value(operations.getMe({ ...CALL })),
  update: ({ version, ...body }: Versioned<ProfilePatch>) =>
    value(operations.updateMe({ ...CALL, headers: ifMatch(version), body })),
  endSession: (session_id: string) =>
    value(operations.endMySession({ ...CALL, path: { session_id } })),
  createSavedSearch: (body: SavedSearchIn) =>
    value(operations.createSavedSearch({ ...CALL, body })),
  updateSavedSearch: (saved_search_id: string, { version, ...body }: Versioned<SavedSearchPatch>) =>
    value(
      operations.updateSavedSearch({
        ...CALL,
        path: { saved_search_id },
        headers: ifMatch(version),
        body,
      }),
    ),
  removeSavedSearch: (saved_search_id: string) =>
    value(operations.removeSavedSearch({ ...CALL, path: { saved_search_id } })),
  getNotificationPreferences: () => value(operations.getNotificationPreferences({ ...CALL })),
  updateNotificationPreferences: ({ version, ...body }: Versioned<NotificationPreferencesPatch>) =>
    value(operations.updateNotificationPreferences({ ...CALL, headers: ifMatch(version), body })),
  markNotificationRead: (notification_id: string) =>
    value(operations.markNotificationRead({ ...CALL, path: { notification_id } })),
  markAllNotificationsRead: () => value(operations.markAllNotificationsRead({ ...CALL })),
}

export const vendue = { accounts, lots, me }
