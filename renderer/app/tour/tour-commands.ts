import { translator } from '../../../shared/locale/translate'
import type { CommandContext } from '../command-context'
import { work } from '../engine-call'
import { openView } from '../project/project-commands'
import { TOUR } from './tour-steps'
import { withPassword } from '../project/with-password'

export interface TourCommands {
  /** Opens the sample project; somebody who has never seen it is shown around. */
  readonly openSample: () => Promise<void>
  /** Shows around, in the sample project. */
  readonly startTour: () => Promise<void>
  /** Goes to a step of the tour and to its screen; past the last step the tour ends. */
  readonly goToStep: (step: number) => Promise<void>
  readonly endTour: () => void
}

export function createTourCommands(context: CommandContext): TourCommands {
  const { session, client, host, reload } = context
  const { get, set } = session

  const open = async (): Promise<boolean> => {
    const options = { label: 'work.sample', cancellable: true } as const
    set({ plan: null })
    const { locale } = get()
    const name = translator(locale)('start.sample')
    const view = await withPassword(context, name, (given) => work(session, client, 'openSample', { locale, ...given }, options))
    await openView(context, view)
    return view !== null
  }

  const endTour = (): void => {
    host.setPreference('tour', 'seen')
    set({ tour: null })
  }

  const goToStep = async (step: number): Promise<void> => {
    const next = TOUR[step]
    if (!next) return endTour()
    set({ tour: step, screen: next.screen })
    await reload()
  }

  return {
    openSample: async () => {
      if ((await open()) && host.getPreference('tour') === null) await goToStep(0)
    },
    startTour: async () => {
      if (await open()) await goToStep(0)
    },
    goToStep,
    endTour,
  }
}
