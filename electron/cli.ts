import { writeSync } from 'node:fs'
import type { Fault } from '../shared/base/fault'
import { ok } from '../shared/base/result'
import { faultText, translator } from '../shared/locale/translate'
import { agreement } from './cli/agreement'
import { code } from './cli/code'
import { codebook } from './cli/codebook'
import { readArguments, type Command } from './cli/command'
import { compare } from './cli/compare'
import { drivers } from './cli/drivers'
import { erase } from './cli/erase'
import { importFiles } from './cli/import'
import { inspect } from './cli/inspect'
import { match } from './cli/match'
import { nps } from './cli/nps'
import { exportResponses, summary } from './cli/output'
import { givenPassword } from './cli/given-password'
import { password } from './cli/password'
import { recovering } from './cli/recover'
import { openWith, recoveredChanges } from './cli/session'
import { terms } from './cli/terms'
import { trend } from './cli/trend'
import { verify } from './cli/verify'

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['inspect', inspect],
  ['import', importFiles],
  ['nps', nps],
  ['compare', compare],
  ['code', code],
  ['codebook', codebook],
  ['match', match],
  ['drivers', drivers],
  ['trend', trend],
  ['agreement', agreement],
  ['terms', terms],
  ['summary', summary],
  ['export', exportResponses],
  ['verify', verify],
  ['password', password],
  ['erase', erase],
])

const EXIT = { done: 0, refused: 1, usage: 2 } as const

/** Writes everything, also into a full pipe, before the process may end. */
function print(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written)
    } catch (error) {
      const reason: unknown = Reflect.get(error as object, 'code')
      if (reason === 'EPIPE') return
      if (reason !== 'EAGAIN') throw error
    }
  }
}

function help(): string {
  const lines = [...COMMANDS.values()].map((command) => `  ${command.usage}\n      ${command.summary}`)
  return `Usage: npm run -s earshot -- COMMAND [--json]\n\nWith --recover, a command goes on with what can be had of a damaged project, in a file of its own.\nA project with a password is opened with --password-file FILE (its first line), or with EARSHOT_PASSWORD.\n\n${lines.join('\n')}\n`
}

function report(fault: Fault): number {
  const { message, hint } = faultText(fault, translator('en'), 'cli')
  print(2, `error ${fault.code}: ${message}\n${hint}\n`)
  return fault.code === 'bad-usage' ? EXIT.usage : EXIT.refused
}

/** Runs one command; resolves to the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || words.includes('--help')) {
    print(name === undefined ? 2 : 1, help())
    return name === undefined ? EXIT.usage : EXIT.done
  }
  const command = COMMANDS.get(name)
  if (!command) return report({ code: 'bad-usage', params: { what: `There is no command "${name}".` } })
  const args = readArguments(command, rest)
  if (!args.ok) return report(args.fault)
  const secret = givenPassword(args.value)
  if (!secret.ok) return report(secret.fault)
  openWith(secret.value)
  const given = args.value.flag('recover') ? await recovering(args.value, secret.value) : ok({ args: args.value, note: null })
  if (!given.ok) return report(given.fault)
  const { note } = given.value
  const answer = await command.run(given.value.args)
  if (note) print(2, `${note.text}\n`)
  if (!answer.ok) return report(answer.fault)
  const changes = recoveredChanges()
  const json = {
    ...(answer.value.json as object),
    ...(note && { recovered: note.json }),
    ...(changes > 0 && { recoveredChanges: changes }),
  }
  if (args.value.flag('json')) print(1, `${JSON.stringify(json)}\n`)
  else {
    if (changes > 0) print(2, `Recovered ${changes === 1 ? '1 change' : `${changes} changes`} of a session that ended before it was saved\n`)
    print(1, `${answer.value.text}\n`)
  }
  return EXIT.done
}

process.exitCode = await main(process.argv.slice(2))
