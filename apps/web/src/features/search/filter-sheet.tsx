/** The facets over the page, with the way back to what they leave. */

import { Button } from '@vendue/ui/button'
import { Dialog } from '@vendue/ui/dialog'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'

import { figure } from './counts'
import { FacetRail, type FacetRailProps } from './facet-rail'

export default function FilterSheet({
  onClose,
  ...rail
}: FacetRailProps & { onClose: () => void }) {
  const { t } = useTranslation(['search', 'common'])
  const { total } = rail.search
  const count = total && t('common:lots', { ...counted(total.count), formatted: figure(total) })
  return (
    <Dialog
      title={t('filters')}
      isOpen
      onClose={onClose}
      form="sheet"
      foot={
        <Button look="solid" className="w-full" onClick={onClose}>
          {t('show', { count: count ?? '' })}
        </Button>
      }
    >
      <FacetRail {...rail} />
    </Dialog>
  )
}
