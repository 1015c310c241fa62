import { ok, type Result } from '../../shared/base/result'
import { anonymityOf } from '../../shared/engine/anonymous/anonymity'
import { makeAnonymous } from '../../shared/engine/anonymous/make-anonymous'
import { findDimension } from '../../shared/engine/figures/answers'
import { importPlan, planFile } from '../../shared/engine/import/import-file'
import type { Project } from '../../shared/engine/project/project'
import { readKnown } from '../../shared/engine/import/read-known'
import { COMMENTS_AT_LEAST, PEOPLE_AT_LEAST } from '../../shared/protocol/anonymity'
import { mergeRoles } from '../../shared/model/merge-roles'
import type { Role } from '../../shared/model/role'
import { countPlan } from '../../shared/ingest/plan-counts'
import type { ColumnProfile, ImportPlan, Match, PlanOptions, SourceFile, TagsThere } from '../../shared/ingest/types'
import { translator } from '../../shared/locale/translate'
import { MASK } from '../../shared/text/cover'
import { coverPersonal } from '../../shared/text/veil-personal'
import { nodeTask } from '../node/node-task'
import { required, usageFault, type Command } from './command'
import { fieldsFor, leftOutOf, readMaps, readReasons, readTenureUnit, rolesFor, type ColumnMap } from './import-options'
import { foundPersonal, personalLines, type FoundPersonal } from './personal'
import { READ_OPTIONS, READ_USAGE, readOptions } from './read-options'
import { changeProject, readSource } from './session'
import { table } from './words'

export const importFiles: Command = {
  usage: `import FILE... --project P [--map ROLE=COLUMN]... [--field COLUMN=FIELD]... [--leave-out COLUMN]... [--wave NAME] [--treat-as-nps] [--tenure-unit months|years|days] [--include REASON]... [--bring-tags] [--anonymous [--cross FIELD]] ${READ_USAGE}`,
  summary: 'imports survey exports, each as a wave; makes the project when it is not there',
  options: {
    project: { type: 'string' },
    map: { type: 'string', multiple: true },
    field: { type: 'string', multiple: true },
    'leave-out': { type: 'string', multiple: true },
    wave: { type: 'string' },
    'treat-as-nps': { type: 'boolean' },
    'tenure-unit': { type: 'string' },
    'bring-tags': { type: 'boolean' },
    include: { type: 'string', multiple: true },
    anonymous: { type: 'boolean' },
    cross: { type: 'string' },
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
        const columns = { maps: maps.value, fields: args.many('field'), out: args.many('leave-out') }
        const imported = await importOne(project, file, columns, { ...reading.value, ...wave, ...treat, ...tenure.value, ...include.value, ...tags })
        if (!imported.ok) return imported
        waves.push(...imported.value)
      }
      const promised = args.flag('anonymous') ? await promise(project, args.one('cross')) : ok(null)
      if (!promised.ok) return promised
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

/** Makes the project anonymous; one that is so already stays as it is. */
async function promise(project: Project, cross: string | undefined): Promise<Result<null>> {
  if (anonymityOf(project)) return ok(null)
  const crossed = cross === undefined ? ok(null) : findDimension(project, cross)
  if (!crossed.ok) return crossed
  return makeAnonymous(project, { people: PEOPLE_AT_LEAST, comments: COMMENTS_AT_LEAST, crossed: crossed.value?.kind === 'field' ? crossed.value.field : null })
}

/** What somebody should know who reads no JSON. */
function notesOf({ name, asFor, matched, apart, tags, warnings, leftOut, personal }: ImportedWave): readonly string[] {
  const words = translator('en')
  return [
    ...(asFor === null ? [] : [words('plan.remembered', { file: asFor })]),
    ...(tags ? [tagNote(tags)] : []),
    ...apart.map(
      ({ column, field, here, there }) =>
        `"${column}" is kept apart from the field of that name: ${here} here, ${there} there. --field "${column}=${field}" takes them for the same.`,
    ),
    ...matched.map(({ column, field, how }) => `"${column}" is taken for the field "${field}" (${words(`match.how.${how}`)}).`),
    ...warnings.map(({ code, message }) => (code === 'tenure-unit' ? `${message} --tenure-unit says otherwise.` : message)),
    ...leftOut.map((column) => `"${column}" is left out: it comes in blank.`),
    ...personalLines(personal),
  ].map((note) => `${name}: ${note}`)
}

function tagNote({ responses, added, changed, older, brought }: NonNullable<ImportedWave['tags']>): string {
  const said = `${responses} responses that were there already have other hand tags in the file`
  const n = added + changed
  if (n === 0) return `${said}; those of the project are later and stay.`
  const left = older > 0 ? ` ${older} of the file are older than the word here and stay out.` : ''
  return `${said}; ${brought ? `${n} tags were brought over` : `--bring-tags brings ${n} tags over`}.${left}`
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
  /** Columns of which nothing was brought in. */
  readonly leftOut: readonly string[]
  /** Personal data in the columns of the file that were. */
  readonly personal: readonly FoundPersonal[]
}

async function importOne(
  project: Project,
  file: SourceFile,
  { maps, fields: texts, out }: { readonly maps: readonly ColumnMap[]; readonly fields: readonly string[]; readonly out: readonly string[] },
  options: PlanOptions,
): Promise<Result<readonly ImportedWave[]>> {
  const known = await readKnown(project.platform, project, file, options, {}, nodeTask)
  if (!known.ok) return known
  const { read, options: all, remembered } = known.value
  const roles = rolesFor(read.profiles, maps)
  if (!roles.ok) return roles
  const fields = fieldsFor(read.profiles, texts, project)
  if (!fields.ok) return fields
  const left = leftOutOf(read.profiles, out)
  if (!left.ok) return left
  const chosen = { ...left.value, roles: mergeRoles(all.roles ?? {}, roles.value), fields: { ...all.fields, ...fields.value.fields } }
  const plan = await planFile(read, { ...all, ...chosen }, project)
  if (!plan.ok) return plan
  const done = await importPlan(project, read, plan.value, nodeTask)
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
        leftOut: at === 0 ? (plan.value.options.leaveOut ?? []).map((index) => plan.value.columns[index - 1]?.name ?? String(index)) : [],
        personal: at === 0 ? foundPersonal(plan.value) : [],
      }
    }),
  )
}

function apartOf({ match, columns }: ImportPlan, project: Project): ImportedWave['apart'] {
  const words = translator('en')
  return (match?.clashes ?? []).flatMap(({ index, field, kind, samples }) => {
    const column = columns[index - 1]
    const known = project.registers.field.get(field)
    const held = (what: ColumnProfile['kind'], role: Role | undefined, examples: readonly string[]): string =>
      `${words(`kind.${what}`)} (${examples.map((example) => (role === 'person' ? MASK : coverPersonal(example))).join(' · ')})`
    return column ? [{ column: column.header, field: known?.name ?? field, here: held(column.kind, column.role, column.samples), there: held(kind, known?.role, samples) }] : []
  })
}
