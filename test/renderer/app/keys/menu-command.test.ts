import { describe, expect, test } from 'vitest'
import type { Commands } from '../../../../renderer/app/commands'
import { runMenuCommand } from '../../../../renderer/app/keys/menu-command'
import { createSession, type Work } from '../../../../renderer/app/session'
import type { MenuCommand } from '../../../../shared/protocol/shell'

const WORK: Work = { label: 'work.open', file: 'a', done: 0, stage: null, cancel: null, cancelling: false }

/** Commands that say what they were. */
function setUp() {
  const said: string[] = []
  const commands = new Proxy({} as Commands, {
    get: (_, name) => (...args: readonly unknown[]) => {
      said.push([String(name), ...args].join(' '))
      return Promise.resolve()
    },
  })
  const session = createSession('en', 'system')
  return { said, session, run: (command: MenuCommand) => runMenuCommand(command, commands, session) }
}

describe('the menus', () => {
  test.each<readonly [MenuCommand, readonly string[]]>([
    [{ kind: 'new-from-file' }, ['newFromFile']],
    [{ kind: 'open' }, ['chooseFile']],
    [{ kind: 'open-project', project: 'p1', name: 'q3' }, ['openProject p1 q3']],
    [{ kind: 'save' }, ['keepProject save']],
    [{ kind: 'save-as' }, ['keepProject save-as']],
    [{ kind: 'export' }, ['openLayer export']],
    [{ kind: 'password' }, ['openLayer password']],
    [{ kind: 'close-project' }, ['closeProject']],
    [{ kind: 'undo' }, ['undo']],
    [{ kind: 'redo' }, ['redo']],
    [{ kind: 'show', screen: 'code' }, ['show code']],
    [{ kind: 'theme', theme: 'dark' }, ['setTheme dark']],
    [{ kind: 'palette' }, ['openLayer palette']],
    [{ kind: 'shortcuts' }, ['openLayer shortcuts']],
  ])('%j', async (command, expected) => {
    const { said, run } = setUp()
    await run(command)
    expect(said).toEqual(expected)
  })

  test('opening, saving and closing wait for what is under way', async () => {
    const { said, session, run } = setUp()
    session.set({ work: WORK })
    const waiting = [
      run({ kind: 'open-project', project: 'p1', name: 'q3' }),
      run({ kind: 'save' }),
      run({ kind: 'open' }),
      run({ kind: 'new-from-file' }),
      run({ kind: 'close-project' }),
    ]
    session.set({ notice: null })
    expect(said).toEqual([])
    session.set({ work: null })
    await Promise.all(waiting)
    expect(said).toEqual(['openProject p1 q3', 'keepProject save', 'chooseFile', 'newFromFile', 'closeProject'])
  })
})
