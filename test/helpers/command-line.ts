import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { build } from '../../scripts/build.mjs'

const root = resolve(import.meta.dirname, '../..')

/** A file of the shared data folder beside the project, as the command line takes it. */
export const surveyPath = (path: string): string => resolve(root, '../shared/data', path)

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandLine {
  readonly script: string
  start(...args: readonly string[]): ChildProcess
  run(...args: readonly string[]): Promise<Run>
  /** What a command that is done answers under `--json`: one document on standard output, nothing on standard error. */
  json<T>(...args: readonly string[]): Promise<T>
  /** Checks that a command is refused, and how: `error CODE: message`, a hint, and nothing on standard output. */
  refused(code: string, ...args: readonly string[]): Promise<string>
}

/** The command line as it is shipped; built first when a source is newer. */
export function commandLine(): CommandLine {
  build({ silent: true })
  const script = resolve(root, 'out/main/cli.js')
  const start = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const run = (...args: readonly string[]): Promise<Run> => ended(start(...args))
  return {
    script,
    start,
    run,
    async json<T>(...args: readonly string[]) {
      const { code, stdout, stderr } = await run(...args, '--json')
      expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' })
      expect(stdout.endsWith('}\n')).toBe(true)
      return JSON.parse(stdout) as T
    },
    async refused(code, ...args) {
      const done = await run(...args)
      expect({ code: done.code, stdout: done.stdout }, args.join(' ')).toEqual({ code: code === 'bad-usage' ? 2 : 1, stdout: '' })
      expect(done.stderr).toMatch(new RegExp(`^error ${code}: .+\\n.+\\n$`))
      return done.stderr
    },
  }
}

/** Everything that a process said, once it has ended. */
export function ended(child: ChildProcess): Promise<Run> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (stdout += part))
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}
