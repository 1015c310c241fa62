import { useCallback, useState } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { useWords } from '../../app/context'
import { isBanded } from '../../app/figures/dimension'
import { dimensionLabel } from '../../app/words/labels'
import { IconButton } from '../../parts/icon-button'
import { BandsDialog } from './bands-dialog'

/** Opens the bands of a field that has any; nothing for other fields. */
export function BandsButton({ project, dimension }: { readonly project: ProjectView; readonly dimension: Dimension | null }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  if (project.anonymity || dimension?.kind !== 'field' || !isBanded(dimension, project)) return null
  const name = dimensionLabel(dimension, project, words)
  return (
    <>
      <IconButton icon="edit" label={words.t('bands.edit', { field: name })} onPress={() => setOpen(true)} />
      {open ? <BandsDialog field={dimension.field} name={name} onClose={close} /> : null}
    </>
  )
}
