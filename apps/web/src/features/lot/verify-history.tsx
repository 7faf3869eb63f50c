/** Recomputes the chain of the history here, in the person's own browser. */

import { useMutation } from '@tanstack/react-query'
import type { HistoryVerdict } from '@vendue/sdk/history'
import { Button } from '@vendue/ui/button'
import { CircleAlert, Link2, ShieldCheck } from 'lucide-react'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'

export interface VerifyHistoryProps {
  readonly lotId: string
  /** The last checksum; null while the last fact is told and not read. */
  readonly head: string | null
}

export function VerifyHistory({ lotId, head }: VerifyHistoryProps) {
  const { t } = useTranslation('lot-details')
  const check = useMutation({
    mutationFn: async () => {
      const { checkHistory } = await import('@vendue/sdk/history')
      return checkHistory(vendue, lotId)
    },
  })
  return (
    <div className="grid gap-4 py-4 text-14">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Link2 size={20} strokeWidth={1.6} aria-hidden="true" className="flex-none" />
        <div className="min-w-0 flex-1 basis-52">
          <p>{t('verify.what')}</p>
          <p className="text-13 text-muted figures">
            {head === null
              ? '\u00A0'
              : `sha256 ${head.slice(0, 4)} ${head.slice(4, 8)} ${head.slice(8, 12)} … ${head.slice(-4)}`}
          </p>
        </div>
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          {t(check.isPending ? 'verify.checking' : 'verify.check')}
        </Button>
      </div>
      <div role="status">{check.data !== undefined && <Verdict verdict={check.data} />}</div>
      {check.isError && <Problem error={check.error} />}
    </div>
  )
}

function Verdict({ verdict }: { verdict: HistoryVerdict }) {
  const { t } = useTranslation('lot-details')
  const Icon = verdict.holds ? ShieldCheck : CircleAlert
  return (
    <div className={`notice ${verdict.holds ? 'notice-info' : 'notice-danger'}`}>
      <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">
          {verdict.holds
            ? t('verify.holds', counted(verdict.facts))
            : t('verify.fails', { number: verdict.fault?.sequence ?? 0 })}
        </p>
        <p className="text-muted">{t(verdict.holds ? 'verify.how' : 'verify.failsText')}</p>
        {verdict.head !== null && (
          <p className="text-13 break-all text-muted figures">{verdict.head}</p>
        )}
      </div>
    </div>
  )
}
