/** One kept search: its name leads to it; its alert, its name and its end are changed in place. */

import { Link } from '@tanstack/react-router'
import type { SavedSearch, SearchAlert } from '@vendue/sdk'
import { Button, IconButton } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { TextField } from '@vendue/ui/field'
import { Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import { SelectField } from '@/shared/forms/select-field'
import { useTranslation } from '@/shared/i18n/translation'

import { filtersOf, useAsked } from './asked'
import type { useSearchChanges } from './use-searches'

const ALERTS: readonly SearchAlert[] = ['off', 'daily', 'immediate']
const LONGEST = 80

export interface SearchRowProps {
  readonly search: SavedSearch
  readonly changes: ReturnType<typeof useSearchChanges>
}

export function SearchRow({ search, changes }: SearchRowProps) {
  const { t } = useTranslation('searches')
  const [isNaming, setNaming] = useState(false)
  const asked = useAsked(search.query)
  return (
    <li
      id={search.saved_search_id}
      className="grid items-center gap-x-8 gap-y-3 border-b border-line py-5 target:bg-accent-soft wide:grid-cols-[minmax(0,1fr)_220px_auto]"
    >
      {isNaming ? (
        <NameForm
          name={search.name}
          onName={(name) => {
            setNaming(false)
            if (name !== search.name) changes.update(search, { name })
          }}
        />
      ) : (
        <div className="grid gap-1">
          <h2 className="font-display text-22! font-medium">
            <Link
              to="/search"
              search={filtersOf(search.query)}
              className="inline-flex min-h-11 items-center hover:underline"
            >
              {search.name}
            </Link>
          </h2>
          <p className="text-14 text-muted">{asked}</p>
          {search.last_alerted_at !== null && (
            <p className="text-13 text-muted">
              {t('lastTold')} <End endsAt={search.last_alerted_at} />
            </p>
          )}
        </div>
      )}
      <SelectField
        label={t('alert.title', { name: search.name })}
        isLabelHidden
        size="small"
        value={search.alert}
        choices={ALERTS.map((alert) => ({ value: alert, label: t(`alert.${alert}`) }))}
        onChange={(alert) => changes.update(search, { alert: alert as SearchAlert })}
      />
      <div className="flex">
        <IconButton label={t('rename', { name: search.name })} onClick={() => setNaming(!isNaming)}>
          <Pencil size={20} strokeWidth={1.6} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('remove', { name: search.name })}
          onClick={() => changes.remove(search)}
        >
          <Trash2 size={20} strokeWidth={1.6} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  )
}

function NameForm({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation(['searches', 'forms'])
  const [typed, setTyped] = useState(name)
  const trimmed = typed.trim()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (trimmed !== '') onName(trimmed)
  }
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onName(name)
      }}
    >
      <div className="min-w-48 flex-1">
        <TextField
          label={t('name')}
          // The person has just asked to type here.
          autoFocus
          maxLength={LONGEST}
          value={typed}
          error={trimmed === '' ? t('forms:fields.name.string_too_short') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button type="submit" look="solid">
        {t('keep')}
      </Button>
    </form>
  )
}
