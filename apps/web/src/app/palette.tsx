/** Ctrl K: every page, action and lot, a few letters away. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { searchLotsOptions } from '@vendue/sdk/react-query'
import { Dialog } from '@vendue/ui/dialog'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { type Entry, useCommands } from './palette-commands'

const LOTS_SHOWN = 6

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const entries = useEntries(words.trim())
  const chosen = entries[Math.min(at, entries.length - 1)]
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) return run(chosen)
    const next = (entries.indexOf(chosen as Entry) + step + entries.length) % entries.length
    setAt(next)
    // Only the keys take the list along: under a pointer it stays where it is.
    document.getElementById(`${id}-${entries[next]?.key}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title={t('palette.title')} isOpen onClose={onClose}>
      <div className="field-box">
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-label={t('palette.ask')}
          placeholder={t('palette.ask')}
          maxLength={100}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div id={id} role="listbox" aria-label={t('palette.title')} className="mt-4 grid">
        {entries.map((entry, place) => (
          <div key={entry.key} role="presentation">
            {entry.group !== entries[place - 1]?.group && (
              <p role="presentation" className="px-2.5 pt-3 pb-1 text-13 text-muted">
                {t(`palette.${entry.group}`)}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys */}
            <div
              id={`${id}-${entry.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === chosen}
              data-focused={entry === chosen || undefined}
              // One row alone: a finger that opened this rests on another, and the keys move on.
              className="menu-item cursor-pointer not-data-[focused]:bg-transparent!"
              onClick={() => run(entry)}
              onPointerMove={() => setAt(place)}
            >
              {entry.text}
            </div>
          </div>
        ))}
      </div>
      <p role="status" className="text-14 text-muted">
        {entries.length === 0 && t('palette.none')}
      </p>
    </Dialog>
  )
}

function useEntries(words: string): readonly Entry[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const commands = useCommands()
  const asked = useDeferredValue(words)
  const found = useQuery({
    ...searchLotsOptions({ query: { words: asked, limit: LOTS_SHOWN } }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  if (words === '') return commands
  const wanted = words.toLocaleLowerCase()
  const lots = asked.length > 1 ? (found.data?.items ?? []) : []
  return [
    {
      key: 'search',
      group: 'lots',
      text: t('palette.searchAll', { words }),
      run: () => void navigate({ to: '/search', search: { words } }),
    },
    ...lots.map(
      (lot): Entry => ({
        key: lot.lot_id,
        group: 'lots',
        text: lot.title,
        run: () => void navigate({ to: '/lot/$lotId', params: { lotId: lot.lot_id } }),
      }),
    ),
    ...commands.filter((command) => command.text.toLocaleLowerCase().includes(wanted)),
  ]
}
