import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { replaceFile, tookPlace } from '../disk/atomic-file'
import { readWhole, type Files } from '../disk/files'
import { openNodeStore } from './node-store'
import type { Opened } from './opened'
import { lookOf, markOf, markOfBytes, removeLeftJournal } from './project-file'
import type { Place, ProjectFolder } from './project-folder'

/**
 * Makes an open project, as it was saved last, the file `target` from now on; `goOn` is given it as soon as it is. Refused, or thrown: it is
 * what it was, unless `goOn` was called.
 */
export async function moveTo(own: ProjectFolder, before: Opened, target: string, goOn: (next: Opened) => void, files: Files): Promise<Result<null>> {
  const source = own.place()?.file ?? own.own
  const bytes = readWhole(source, files)
  if (!bytes) return refuse(fault('no-project', { path: source }))
  const mark = markOfBytes(bytes)
  const next = openNodeStore(target, 'write', own.own, files)
  if (!next.ok) return next
  const moveOn = (): void => {
    goOn({ ...before, store: next.value, file: target, mark, seen: lookOf(target, files) })
    void before.store.close()
  }
  try {
    await replaceFile(target, bytes, files)
    // Of the project that was there: beside the new one it would be a second history.
    removeLeftJournal(target, files)
  } catch (error) {
    void next.value.close()
    throw error
  }
  try {
    own.setPlace({ file: target, mark })
  } catch (error) {
    // It is this file from now on, but perhaps not after a power cut: what it was before stays as it is.
    if (tookPlace(error)) moveOn()
    else void next.value.close()
    throw error
  }
  moveOn()
  return ok(null)
}

/** The file that a project was before is a project of its own from now on, in the folder `left`. */
export async function leaveBehind(place: Place, like: ProjectFolder, left: ProjectFolder, files: Files): Promise<void> {
  const card = like.card()
  if (!card) return
  left.make()
  left.setPlace({ ...place, mark: markOf(place.file, files) })
  await left.setCard(card.text)
}
