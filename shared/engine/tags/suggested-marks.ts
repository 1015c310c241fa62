import type { Task } from '../../base/task'
import { tagIdeas, type Tagger } from '../../suggest/tagger'
import { keyOf } from '../comments/verbatim-key'
import type { Findings } from '../comments/comments'
import type { Project } from '../project/project'
import { LEAST_SCORE, openCodes, taggerOf } from './suggest-tags'
import type { Tags } from './tagging'

const TEXTS_PER_BREATH = 500

/** By what was learned, the codes that a text likely has, whoever has them or not: read once. */
const read = new WeakMap<Tagger, WeakMap<Findings, ReadonlyMap<number, readonly string[]>>>()

/** The comments for which a code is suggested. Null when the task was cancelled first. */
export async function suggestedMarks(project: Project, tags: Tags, task: Task): Promise<readonly Uint8Array[] | null> {
  const { comments } = tags
  const marks = comments.map(({ span }) => new Uint8Array(span.rows))
  const known = await taggerOf(project, tags, task)
  if (!known) return null
  if (known.tagger.models.size === 0) return marks
  const ofTagger = read.get(known.tagger) ?? new WeakMap<Findings, ReadonlyMap<number, readonly string[]>>()
  read.set(known.tagger, ofTagger)
  for (const [at, { found, text }] of comments.entries()) {
    let likely = ofTagger.get(found)
    if (!likely) {
      const codes = new Map<number, readonly string[]>()
      for (let row = 0; row < found.filled.length; row++) {
        if (row % TEXTS_PER_BREATH === 0) {
          task.report((at + row / found.filled.length) / comments.length, 'reading')
          await task.breathe()
          if (task.cancelled()) return null
        }
        const ideas = found.filled[row] ? tagIdeas(known.tagger, known.space, text(row), LEAST_SCORE) : []
        if (ideas.length > 0) codes.set(row, ideas.map(({ code }) => code))
      }
      likely = codes
      ofTagger.set(found, likely)
    }
    for (const [row, codes] of likely) {
      const open = openCodes(project, tags, at, row, keyOf(tags, at, row))
      if (codes.some((code) => open.has(code))) marks[at]![row] = 1
    }
  }
  return marks
}
