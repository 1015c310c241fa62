import type { Verbatim } from '../../../shared/protocol/engine-api'
import type { Words } from '../../app/words/words'

/** A verbatim's score and its group in words. */
export function scoreLabel({ score, group }: Pick<Verbatim, 'score' | 'group'>, { t }: Words): string {
  if (score === null) return t('code.score.none')
  return group === null ? String(score) : t('code.score', { score, group: t(`code.group.${group}`) })
}
