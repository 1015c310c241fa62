import type { Fault } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import { countedScales, onlyScale, treatableWaves } from '../../app/project/wave-scales'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'

/** What the filter may be to blame for. */
const FILTERED: ReadonlySet<Fault['code']> = new Set(['anonymous-comments', 'anonymous-cut', 'anonymous-few'])

/** Figures that were refused: why, and the way out where there is one. */
export function Refusal({ fault }: { readonly fault: Fault }) {
  const { t } = useWords()
  const commands = useCommands()
  const treatable = useSession(({ project }) => project !== null && treatableWaves(project).length > 0)
  const filtered = useSession((state) => state.filter.length > 0)
  const { message, hint } = faultText(fault, t)
  if (fault.code === 'mixed-scales')
    return (
      <Empty title={message} hint={hint}>
        <OneScale />
      </Empty>
    )
  if (filtered && FILTERED.has(fault.code)) {
    const clear = { label: t('slice.nobody.clear'), onPress: () => void commands.setFilter([]) }
    return <Empty title={message} hint={hint} action={clear} />
  }
  if (fault.code === 'anonymous')
    return <Empty title={message} hint={hint} action={{ label: t('anonymous.go'), onPress: () => void commands.show('slice') }} />
  if (fault.code !== 'scale') return <Empty title={message} hint={hint} />
  const treat = { label: t('plan.scale.treat'), onPress: () => void commands.treatAsNps() }
  const code = { label: t('compare.themes.go'), onPress: () => void commands.show('code') }
  return (
    <Empty title={message} hint={t(treatable ? 'slice.scale.hint' : 'slice.scale.none')} action={treatable ? treat : code}>
      <OneScale />
    </Empty>
  )
}

/** The waves of one scale that has figures, for each such scale beside others. */
function OneScale() {
  const { t } = useWords()
  const commands = useCommands()
  const project = useSession((state) => state.project)
  const filter = useSession((state) => state.filter)
  if (!project) return null
  return countedScales(project).map((scale) => (
    <Button key={scale} onPress={() => void commands.setFilter(onlyScale(filter, project, scale))}>
      {t('slice.scale.only', { scale })}
    </Button>
  ))
}
