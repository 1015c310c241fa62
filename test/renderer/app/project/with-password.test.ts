import { expect, it } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { createSession } from '../../../../renderer/app/session'
import { createUnlockCommands } from '../../../../renderer/app/project/unlock-commands'
import { askedWithPassword, withPassword, type Given } from '../../../../renderer/app/project/with-password'

function desk(password: string | null) {
  const session = createSession('en', 'light')
  const { commands, askPassword } = createUnlockCommands(session)
  const tried: (string | undefined)[] = []
  const context = { session, askPassword }
  const open = (given: Given): Promise<string | null> => {
    tried.push(given.password)
    const code = password === null || given.password === password ? null : given.password === undefined ? 'password' : 'wrong-password'
    session.set({ notice: code ? { kind: 'fault', fault: fault(code) } : null })
    return Promise.resolve(code ? null : 'opened')
  }
  return { session, commands, context, tried, open }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

it('opens what has no password without a word', async () => {
  const { context, open, session, tried } = desk(null)
  expect(await withPassword(context, 'Acme', open)).toBe('opened')
  expect(tried).toEqual([undefined])
  expect(session.get().unlocking).toBeNull()
})

it('asks until the password is right, and says when it was not', async () => {
  const { context, open, session, commands, tried } = desk('right')
  const opening = withPassword(context, 'Acme', open)
  await settled()
  expect(session.get()).toMatchObject({ unlocking: { project: 'Acme', why: 'open', state: 'asking' }, notice: null })
  commands.unlock('wrong')
  expect(session.get().unlocking?.state).toBe('trying')
  // Pressed twice: one try.
  commands.unlock('wrong')
  await settled()
  expect(session.get()).toMatchObject({ unlocking: { state: 'wrong' }, notice: null })
  commands.unlock('right')
  expect(await opening).toBe('opened')
  expect(session.get().unlocking).toBeNull()
  expect(tried).toEqual([undefined, 'wrong', 'right'])
})

it('leaves the project closed when nobody knows it, and when another is chosen meanwhile', async () => {
  const first = desk('right')
  const opening = withPassword(first.context, 'Acme', first.open)
  await settled()
  first.commands.leaveLocked()
  expect(await opening).toBeNull()
  expect(first.session.get()).toMatchObject({ unlocking: null, notice: null })

  const { context, open, session } = desk('right')
  const one = withPassword(context, 'One', open)
  await settled()
  void withPassword(context, 'Two', open)
  expect(await one).toBeNull()
  await settled()
  expect(session.get().unlocking?.project).toBe('Two')
})

it('shows any other refusal as it is', async () => {
  const { context, session } = desk(null)
  const refusing = (): Promise<null> => {
    session.set({ notice: { kind: 'fault', fault: fault('damaged', { what: '' }) } })
    return Promise.resolve(null)
  }
  expect(await withPassword(context, 'Acme', refusing)).toBeNull()
  expect(session.get()).toMatchObject({ unlocking: null, notice: { kind: 'fault', fault: { code: 'damaged' } } })
})

it('asks for a damaged project with the notice left where it is', async () => {
  const { context, session, commands } = desk(null)
  session.set({ notice: { kind: 'broken' } })
  const asking = askedWithPassword(context, 'Acme', 'damaged', ({ password }) => Promise.resolve(password === 'right' ? ok(1) : refuse(fault(password ? 'wrong-password' : 'password'))))
  await settled()
  expect(session.get()).toMatchObject({ unlocking: { why: 'damaged' }, notice: { kind: 'broken' } })
  commands.unlock('right')
  expect(await asking).toEqual(ok(1))
})
