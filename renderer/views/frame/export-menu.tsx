import { useEffect, useId, useRef, useState } from 'react'
import type { Locale } from '../../../shared/locale/translate'
import type { PersonalData } from '../../../shared/protocol/engine-api'
import { EXPORT_GROUPS, mayExport, type ExportKind } from '../../app/project/project-commands'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'

const GROUPS = ['summary', 'responses', 'project'] as const satisfies readonly (keyof typeof EXPORT_GROUPS)[]

const PERSONAL = ['masked', 'included'] as const satisfies readonly PersonalData[]

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ko', label: '한국어', lang: 'ko' },
] as const

/** Everything that can be taken out of the project. The summary has a language of its own. */
export function ExportMenu() {
  const { t, locale } = useWords()
  const commands = useCommands()
  const unavailable = useSession((state) => state.work !== null || (state.project?.waves.length ?? 0) === 0)
  const project = useSession((state) => state.project)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Locale | null>(null)
  // Asked for each time anew.
  const [personal, setPersonal] = useState<PersonalData>('masked')
  const [open, setOpen] = useState(false)

  const asked = useSession((state) => state.layer === 'export')
  const { openLayer } = commands

  useEffect(() => {
    if (unavailable) panel.current?.hidePopover()
  }, [unavailable])

  // Asked for from elsewhere: the system's menu, the Data screen.
  useEffect(() => {
    if (!asked) return
    openLayer(null)
    if (unavailable) return
    panel.current?.showPopover()
    panel.current?.querySelector('button')?.focus()
  }, [asked, unavailable, openLayer])

  const run = (kind: ExportKind): void => {
    panel.current?.hidePopover()
    void commands.exportAs(kind, chosen ?? locale, personal)
  }
  return (
    <>
      <button
        type="button"
        className="button button-plain export-button"
        popoverTarget={unavailable ? undefined : id}
        aria-disabled={unavailable || undefined}
        aria-expanded={open}
      >
        <Icon name="export" /> <span className="export-words">{t('export.button')}</span>
      </button>
      <div
        className="menu"
        id={id}
        ref={panel}
        popover="auto"
        role="group"
        aria-label={t('export.button')}
        onToggle={(event) => {
          setOpen(event.newState === 'open')
          if (event.newState === 'open') setPersonal('masked')
        }}
      >
        {GROUPS.filter((group) => EXPORT_GROUPS[group].some((kind) => mayExport(kind, project))).map((group) => (
          <div key={group} className="menu-group" role="group" aria-label={t(`export.group.${group}`)}>
            {group === 'summary' ? (
              <Segmented label={t('export.language')} value={chosen ?? locale} options={LANGUAGES} onChange={setChosen} />
            ) : null}
            {group === 'responses' ? (
              <>
                <Segmented
                  label={t('personal.export')}
                  value={personal}
                  options={PERSONAL.map((value) => ({ value, label: t(`personal.export.${value}`) }))}
                  onChange={setPersonal}
                />
                <p className="export-personal quiet" role="status">
                  {t(personal === 'masked' ? 'personal.export.hint' : 'personal.export.warning')}
                </p>
              </>
            ) : null}
            {EXPORT_GROUPS[group].filter((kind) => mayExport(kind, project)).map((kind) => (
              <Button key={kind} look="quiet" onPress={() => run(kind)}>
                {t(`export.${kind}`)}
              </Button>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}
