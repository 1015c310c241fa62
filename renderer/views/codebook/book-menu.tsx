import { useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { IconButton } from '../../parts/icon-button'
import { Menu } from '../../parts/menu'

/** What can be done with the codebook as a whole. */
export function BookMenu() {
  const { t, locale } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const place = useRef<HTMLSpanElement>(null)
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  return (
    <span ref={place}>
      <IconButton
        icon="more"
        label={t('codes.book.menu')}
        onPress={() => {
          const { left, bottom } = place.current!.getBoundingClientRect()
          setAt({ x: left, y: bottom + 4 })
        }}
      />
      {at === null ? null : (
        <Menu
          label={t('codes.book.menu')}
          at={at}
          onClose={() => setAt(null)}
          items={[
            { label: t('codes.history.open'), onPress: () => commands.openCodeDialog({ kind: 'history' }) },
            { label: t('codes.starter.add'), disabled: busy, onPress: () => void commands.startCodebook() },
            { label: t('codes.import'), begins: true, disabled: busy, onPress: () => void commands.importCodebook() },
            { label: t('codes.export.csv'), disabled: busy, onPress: () => void commands.exportAs('codebook', locale) },
            { label: t('codes.export.qdc'), disabled: busy, onPress: () => void commands.exportCodebook('qdc') },
          ]}
        />
      )}
    </span>
  )
}
