import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'

/** What a command answers: one JSON document, and the same for people. */
export interface Answer {
  readonly json: unknown
  readonly text: string
}

export type Options = NonNullable<ParseArgsConfig['options']>

export interface Arguments {
  readonly positionals: readonly string[]
  /** Value of an option that is given once; undefined when it is not given. */
  one(name: string): string | undefined
  /** Values of an option that may be repeated. */
  many(name: string): readonly string[]
  flag(name: string): boolean
}

export interface Command {
  readonly usage: string
  readonly summary: string
  readonly options: Options
  /** The command takes files beside its options. */
  readonly takesFiles?: true
  run(args: Arguments): Promise<Result<Answer>>
}

export const usageFault = (what: string): ReturnType<typeof refuse> => refuse(fault('bad-usage', { what }))

const FILE_OPTIONS: Options = { json: { type: 'boolean' } }
/** Of every command that opens a project; see recover.ts and given-password.ts. */
const PROJECT_OPTIONS: Options = { recover: { type: 'boolean' }, 'password-file': { type: 'string' } }

/** The words of a command line, checked against the command's options. */
export function readArguments(command: Command, words: readonly string[]): Result<Arguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...FILE_OPTIONS, ...('project' in command.options ? PROJECT_OPTIONS : {}), ...command.options },
      allowPositionals: command.takesFiles === true,
      strict: true,
    })
    const valueOf = new Map(Object.entries(values))
    const strings = (name: string): string[] => {
      const value = valueOf.get(name)
      return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')
    }
    return ok({
      positionals,
      one: (name) => strings(name).at(-1),
      many: strings,
      flag: (name) => valueOf.get(name) === true,
    })
  } catch (error) {
    return usageFault(error instanceof Error ? error.message : String(error))
  }
}

/** The value of an option that the command cannot do without. */
export function required(args: Arguments, name: string): Result<string> {
  const value = args.one(name)
  return value === undefined || value === '' ? usageFault(`--${name} is missing.`) : ok(value)
}
