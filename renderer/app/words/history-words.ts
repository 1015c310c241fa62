import type { HistoryEntry } from '../../../shared/protocol/engine-api'
import type { Words } from './words'

/** What somebody did, in one line of plain words. */
export function historyWords({ intent, about, counts }: HistoryEntry, { t, shown }: Words): string {
  const name = shown.text(about.name ?? '')
  const renamed = shown.text(about.renamed ?? name)
  switch (intent) {
    case 'create':
      return t('history.create')
    case 'import': {
      const n = counts.wave ?? 0
      return n > 1 ? t('history.import.several', { n }) : t('history.import', { name })
    }
    case 'remove-wave':
      return t('history.remove-wave', { name })
    case 'rename':
      return t('history.rename', { name, renamed })
    case 'scale':
      return t('history.scale', { name })
    case 'codebook': {
      const n = counts.code ?? 0
      if (n !== 1) return t('history.codebook', { n })
      return about.renamed === undefined ? t(`history.code.${about.became ?? 'changed'}`, { name }) : t('history.code.renamed', { name, renamed })
    }
    case 'tag':
      return t(`history.tag.${about.verdict ?? 'add'}`, { name: about.name ?? t('history.tag.gone'), n: counts.decision ?? 0 })
    case 'mark': {
      const kind = about.mark ?? 'note'
      return t(about.became === 'removed' ? `history.mark.${kind}.clear` : `history.mark.${kind}`, { n: counts.mark ?? 0 })
    }
    case 'anonymous':
      return t('history.anonymous')
    case 'erase':
      return t('history.erase', { respondents: about.erased?.respondents ?? 1, responses: about.erased?.responses ?? 0 })
    case 'setting':
      if (about.bands !== undefined) return t(`history.bands.${about.became ?? 'changed'}`, { name: about.bands })
      if (about.about !== undefined) return t(`history.${about.about}`)
      return about.name === undefined ? t('history.setting') : t(`history.view.${about.became ?? 'changed'}`, { name })
  }
}
