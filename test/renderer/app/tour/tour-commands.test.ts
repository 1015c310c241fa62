import { describe, expect, test } from 'vitest'
import { TOUR } from '../../../../renderer/app/tour/tour-steps'
import { ok } from '../../../../shared/base/result'
import { IMPORTED } from '../../../helpers/fake-engine'
import { commandsWith } from '../../../helpers/window-commands'

describe('the sample and the tour', () => {
  function withPreferences() {
    const kept = new Map<string, string>()
    const made = commandsWith(
      { openSample: () => Promise.resolve(ok({ ...IMPORTED, id: 's', waves: [], fields: [], accepted: 0 })) },
      { getPreference: (key) => kept.get(key) ?? null, setPreference: (key, value) => void kept.set(key, value) },
    )
    return { ...made, kept }
  }

  test('whoever opens the sample for the first time is shown around, once', async () => {
    const { commands, session, kept } = withPreferences()
    await commands.openSample()
    expect(session.get()).toMatchObject({ tour: 0, screen: TOUR[0]?.screen })
    for (let at = 1; at < TOUR.length; at++) {
      await commands.goToStep(at)
      expect(session.get()).toMatchObject({ tour: at, screen: TOUR[at]?.screen })
    }
    await commands.goToStep(TOUR.length)
    expect(session.get().tour).toBeNull()
    expect(kept.get('tour')).toBe('seen')
    await commands.openSample()
    expect(session.get().tour).toBeNull()
    await commands.startTour()
    expect(session.get().tour).toBe(0)
  })

  test('a sample that does not open shows nobody around', async () => {
    const { commands, session } = commandsWith()
    await commands.openSample()
    expect(session.get()).toMatchObject({ tour: null, screen: 'start', notice: { kind: 'fault' } })
  })

  test('what was run last is kept, the latest first, each once', () => {
    const { commands, session, kept } = withPreferences()
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) commands.rememberRun(id)
    expect(session.get().recent).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
    expect(kept.get('recent')).toBe('b\ng\nf\ne\nd\nc')
  })
})
