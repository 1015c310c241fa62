import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { importPlan, planFile } from '../../shared/engine/import-file'
import type { Project } from '../../shared/engine/project'
import { readKnown } from '../../shared/engine/read-known'
import { mergeRoles } from '../../shared/model/merge-roles'
import { countPlan } from '../../shared/ingest/plan-counts'
import { ASIDE_CODES, type ColumnProfile, type ImportPlan, type Match, type PlanOptions, type SourceFile, type TagsThere } from '../../shared/ingest/types'
import { translator } from '../../shared/locale/translate'
import { ROLES, type Role } from '../../shared/model/role'
import { TENURE_UNITS } from '../../shared/model/tenure'
import { required, usageFault, type Command } from './command'
import { READ_OPTIONS, READ_USAGE, readOptions } from './read-options'
import { changeProject, readSource } from './session'
import { table } from './words'

export const importFiles: Command = {
  usage: `import FILE... --project P [--map ROLE=COLUMN]... [--wave NAME] [--treat-as-nps] [--tenure-unit months|years|days] [--include REASON]... [--bring-tags] ${READ_USAGE}`,
  summary: 'imports survey exports, each as a wave; makes the project when it is not there',
  options: {
    project: { type: 'string' },
    map: { type: 'string', multiple: true },
    wave: { type: 'string' },
    'treat-as-nps': { type: 'boolean' },
    'tenure-unit': { type: 'string' },
    'bring-tags': { type: 'boolean' },
    include: { type: 'string', multiple: true },
    ...READ_OPTIONS,
  },
  takesFiles: true,
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    if (args.positionals.length === 0) return usageFault('import takes at least one file.')
    const maps = readMaps(args.many('map'))
    if (!maps.ok) return maps
    const reading = readOptions(args)
    if (!reading.ok) return reading
    const include = readReasons(args.many('include'))
    if (!include.ok) return include
    const tenure = readTenureUnit(args.one('tenure-unit'))
    if (!tenure.ok) return tenure
    const tags = args.flag('bring-tags') ? { bringTags: true } : {}
    const files: SourceFile[] = []
    for (const name of args.positionals) {
      const source = readSource(name)
      if (!source.ok) return source
      files.push(source.value)
    }
    const name = args.one('wave')
    const treat = args.flag('treat-as-nps') ? { treatAsNps: true } : {}
    return changeProject(path.value, true, async (project) => {
      const waves: ImportedWave[] = []
      for (const [at, file] of files.entries()) {
        const wave = name === undefined ? {} : { wave: at === 0 ? name : `${name} ${at + 1}` }
        const imported = await importOne(project, file, maps.value, { ...reading.value, ...wave, ...treat, ...tenure.value, ...include.value, ...tags })
        if (!imported.ok) return imported
        waves.push(...imported.value)
      }
      const outcome = table([
        ['wave', 'accepted', 'scored', 'commented', 'set aside', 'duplicates', 'rejected'],
        ...waves.map((wave) => [
          wave.name,
          ...[wave.accepted, wave.scored, wave.commented, wave.setAside, wave.duplicates, wave.rejected.length].map(String),
        ]),
      ])
      return ok({ json: { project: path.value, waves }, text: [outcome, ...waves.flatMap(notesOf)].join('\n') })
    })
  },
}

/** What somebody should know who reads no JSON. */
function notesOf({ name, asFor, matched, apart, tags, warnings }: ImportedWave): readonly string[] {
  const words = translator('en')
  return [
    ...(asFor === null ? [] : [words('plan.remembered', { file: asFor })]),
    ...(tags ? [tagNote(tags)] : []),
    ...apart.map(({ column, here, there }) => `"${column}" is kept apart from the field of that name, which holds something else: ${here} here, ${there} there.`),
    ...matched.map(({ column, field, how }) => `"${column}" is taken for the field "${field}" (${words(`match.how.${how}`)}).`),
    ...warnings.map(({ message }) => message),
  ].map((note) => `${name}: ${note}`)
}

function tagNote({ responses, added, changed, older, brought }: NonNullable<ImportedWave['tags']>): string {
  const said = `${responses} responses that were there already have other hand tags in the file`
  const n = added + changed
  if (n === 0) return `${said}; those of the project are later and stay.`
  return brought ? `${said}; ${n} were brought over, ${older} older ones were not.` : `${said}; --bring-tags brings ${n} of them over.`
}

type ColumnMap = readonly [role: Role, column: string]

function readMaps(texts: readonly string[]): Result<readonly ColumnMap[]> {
  const maps: ColumnMap[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 0) return usageFault(`--map takes ROLE=COLUMN, not "${text}".`)
    const role = ROLES.find((known) => known === text.slice(0, at).trim())
    if (!role) return refuse(fault('unknown-role', { role: text.slice(0, at), roles: ROLES.join(', ') }))
    maps.push([role, text.slice(at + 1).trim()])
  }
  return ok(maps)
}

/** What the numbers of a tenure count. */
function readTenureUnit(text: string | undefined): Result<Pick<PlanOptions, 'tenureUnit'>> {
  if (text === undefined) return ok({})
  const tenureUnit = TENURE_UNITS.find((unit) => unit === text)
  return tenureUnit ? ok({ tenureUnit }) : usageFault(`--tenure-unit takes ${TENURE_UNITS.join(', ')}, not "${text}".`)
}

/** Reasons for setting rows aside that shall not matter; several may stand together, parted by commas. */
function readReasons(texts: readonly string[]): Result<Pick<PlanOptions, 'include'>> {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim())
  const wrong = names.find((name) => !ASIDE_CODES.some((code) => code === name))
  if (wrong !== undefined) return usageFault(`--include takes ${ASIDE_CODES.join(', ')}, not "${wrong}".`)
  const include = ASIDE_CODES.filter((code) => names.includes(code))
  return ok(include.length === 0 ? {} : { include })
}

function rolesFor(profiles: readonly ColumnProfile[], maps: readonly ColumnMap[]): Result<Record<number, Role>> {
  const roles: Record<number, Role> = {}
  for (const [role, column] of maps) {
    const found =
      profiles.find(({ header }) => header === column) ??
      profiles.find(({ name }) => name === column) ??
      profiles.find(({ index }) => String(index) === column) ??
      profiles.find(({ header, name }) => [header, name].some((title) => title.trim().toLowerCase() === column.toLowerCase()))
    if (!found) return refuse(fault('unknown-column', { column, columns: profiles.map(({ name }) => name).join(', ') }))
    roles[found.index] = role
  }
  return ok(roles)
}

interface ImportedWave {
  readonly name: string
  readonly file: string
  readonly accepted: number
  readonly setAside: number
  readonly duplicates: number
  readonly rejected: readonly { readonly line: number; readonly code: string; readonly message: string }[]
  readonly scored: number
  readonly commented: number
  /** The file whose options were used again; null where nothing was remembered. */
  readonly asFor: string | null
  /** Columns that were taken for a field with another header. */
  readonly matched: readonly { readonly column: string; readonly field: string; readonly how: Exclude<Match, 'same' | 'new'> }[]
  /** How the hand tags of an own export differ on responses that are there already, and whether they were brought over. */
  readonly tags: (TagsThere & { readonly brought: boolean }) | null
  /** Columns that hold something else than the field with their header, and what each of the two holds. */
  readonly apart: readonly { readonly column: string; readonly field: string; readonly here: string; readonly there: string }[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
}

async function importOne(
  project: Project,
  file: SourceFile,
  maps: readonly ColumnMap[],
  options: PlanOptions,
): Promise<Result<readonly ImportedWave[]>> {
  const known = await readKnown(project.platform, project, file, options, {}, quietTask)
  if (!known.ok) return known
  const { read, options: all, remembered } = known.value
  const roles = rolesFor(read.profiles, maps)
  if (!roles.ok) return roles
  const plan = await planFile(read, { ...all, roles: mergeRoles(all.roles ?? {}, roles.value) }, project)
  if (!plan.ok) return plan
  const done = await importPlan(project, read, plan.value, quietTask)
  if (!done.ok) return done
  const words = translator('en')
  // An export of Earshot brings back several waves; what is no response in it belongs to none of them.
  const plans = plan.value.waves?.map((wave) => wave.plan) ?? [plan.value]
  return ok(
    plans.map((wave, at): ImportedWave => {
      const { accepted, setAside, duplicates, scored, commented } = countPlan(wave)
      const rejected = at === 0 ? plan.value.table.rejected : []
      // Somebody who treats the scores as NPS knows what scale they are on.
      const told = plan.value.warnings.filter(({ code }) => code !== 'scale-not-nps' || !plan.value.treatAsNps)
      const warnings = at === 0 ? told : []
      return {
        name: wave.wave,
        file: file.name,
        accepted,
        setAside,
        duplicates,
        rejected: rejected.map(({ line, code }) => ({ line, code, message: words(`problem.${code}`) })),
        scored,
        commented,
        asFor: remembered?.file ?? null,
        matched: (plan.value.match?.columns ?? []).flatMap(({ index, field, how }) =>
          how === 'same' || how === 'new'
            ? []
            : [{ column: read.table.headers[index - 1] ?? '', field: project.registers.field.get(field)?.name ?? field, how }],
        ),
        tags: at === 0 && plan.value.tags ? { ...plan.value.tags, brought: plan.value.options.bringTags ?? false } : null,
        apart: apartOf(wave, project),
        warnings: warnings.map(({ code, params }) => ({ code, message: words(`warning.${code}`, params) })),
      }
    }),
  )
}

function apartOf({ match, columns }: ImportPlan, project: Project): ImportedWave['apart'] {
  const words = translator('en')
  return (match?.clashes ?? []).flatMap(({ index, field, kind, samples }) => {
    const column = columns[index - 1]
    const held = (what: ColumnProfile['kind'], examples: readonly string[]): string => `${words(`kind.${what}`)} (${examples.join(' · ')})`
    const name = project.registers.field.get(field)?.name ?? field
    return column ? [{ column: column.header, field: name, here: held(column.kind, column.samples), there: held(kind, samples) }] : []
  })
}
