import type { ReactNode } from 'react'
import { useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'

/** What the second step of a condition has around it: the way back, what it is about, and that it is done. */
export function StepFrame({
  title,
  onBack,
  onDone,
  children,
}: {
  readonly title: string
  readonly onBack: () => void
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <div className="condition-head">
        <IconButton icon="back" label={t('filter.back')} onPress={onBack} />
        <h2 className="condition-title">{title}</h2>
        <Button look="quiet" onPress={onDone}>
          {t('filter.done')}
        </Button>
      </div>
      {children}
    </>
  )
}
