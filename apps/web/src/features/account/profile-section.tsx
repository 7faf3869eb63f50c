/** Name, language, time zone and currency. Each is saved as soon as it is changed. */

import type { Person, ProfilePatch } from '@vendue/sdk'
import { TextField } from '@vendue/ui/field'
import { useState } from 'react'

import { useRefusals } from '@/shared/forms/refusals'
import { SelectField } from '@/shared/forms/select-field'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '@/shared/i18n/languages'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useMeta } from '@/shared/market/meta'
import { Problem } from '@/shared/problem'

import { SavedNote } from './saved-note'
import { Section } from './section'
import { useSaveProfile } from './use-save-profile'

const NAMES = ['display_name', 'language', 'time_zone', 'currency']

export function ProfileSection({ me }: { me: Person }) {
  const { t } = useTranslation('account')
  const saving = useSaveProfile()
  const { fields, rest } = useRefusals(saving.error, NAMES)
  const save = (change: ProfilePatch) => saving.mutate(change)
  // Until the market has answered, what was chosen is shown.
  const shown = saving.isPending ? { ...me, ...saving.variables } : me
  return (
    <Section id="profile" title={t('profile.title')} lead={t('profile.lead')}>
      <div className="grid gap-x-6 gap-y-5 mid:grid-cols-2">
        {rest !== null && (
          <div className="mid:col-span-2">
            <Problem error={rest} />
          </div>
        )}
        <NameField
          key={me.display_name}
          name={me.display_name}
          error={fields.display_name}
          onName={(display_name) => save({ display_name })}
        />
        <SelectField
          label={t('profile.language')}
          help={t('profile.languageHelp')}
          value={shown.language}
          error={fields.language}
          choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(value) => {
            const language = LANGUAGES.find((one) => one === value)
            if (language === undefined) return
            save({ language })
            void speak(language)
          }}
        />
        <ZoneField
          zone={shown.time_zone}
          error={fields.time_zone}
          onZone={(time_zone) => save({ time_zone })}
        />
        <CurrencyField
          currency={shown.currency}
          error={fields.currency}
          onCurrency={(currency) => save({ currency })}
        />
      </div>
      <div className="pt-3">
        <SavedNote isSaved={saving.isSuccess} />
      </div>
    </Section>
  )
}

interface NameFieldProps {
  readonly name: string
  readonly error: string | undefined
  readonly onName: (name: string) => void
}

function NameField({ name, error, onName }: NameFieldProps) {
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState(name)
  const keep = () => {
    if (typed.trim() !== name) onName(typed.trim())
  }
  return (
    <TextField
      label={t('profile.name')}
      help={t('profile.nameHelp')}
      autoComplete="nickname"
      maxLength={80}
      value={typed}
      error={error}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}

interface ZoneFieldProps {
  readonly zone: string
  readonly error: string | undefined
  readonly onZone: (zone: string) => void
}

function ZoneField({ zone, error, onZone }: ZoneFieldProps) {
  const { t } = useTranslation('account')
  const zones = new Set([zone, ...Intl.supportedValuesOf('timeZone')])
  return (
    <SelectField
      label={t('profile.zone')}
      help={t('profile.zoneHelp')}
      value={zone}
      error={error}
      choices={[...zones]
        .toSorted()
        .map((value) => ({ value, label: value.replaceAll('_', ' ').replaceAll('/', ' / ') }))}
      onChange={onZone}
    />
  )
}

interface CurrencyFieldProps {
  readonly currency: string
  readonly error: string | undefined
  readonly onCurrency: (currency: string) => void
}

function CurrencyField({ currency, error, onCurrency }: CurrencyFieldProps) {
  const { t } = useTranslation('account')
  const names = new Intl.DisplayNames([useLanguage()], { type: 'currency' })
  const offered = useMeta()?.currencies.map(({ code }) => code) ?? [currency]
  return (
    <SelectField
      label={t('profile.currency')}
      help={t('profile.currencyHelp')}
      value={currency}
      error={error}
      choices={offered.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }))}
      onChange={onCurrency}
    />
  )
}
