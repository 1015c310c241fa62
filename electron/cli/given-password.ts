import { ok, type Result } from '../../shared/base/result'
import { usageFault, type Arguments } from './command'
import { readSource } from './session'

/** The first line of a file: editors end it, and some begin it with a mark. */
export function passwordIn(path: string): Result<string> {
  const source = readSource(path)
  if (!source.ok) return source
  const [line = ''] = new TextDecoder().decode(source.value.bytes).split(/\r?\n/, 1)
  return line === '' ? usageFault(`The first line of ${path} is blank; it is the password.`) : ok(line)
}

/** What the command's project is to be opened with: `--password-file`, else EARSHOT_PASSWORD; null where neither is given. */
export function givenPassword(args: Arguments): Result<string | null> {
  const file = args.one('password-file')
  return file === undefined ? ok(process.env['EARSHOT_PASSWORD'] || null) : passwordIn(file)
}
