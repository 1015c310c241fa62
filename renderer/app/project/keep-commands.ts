import type { CommandContext } from '../command-context'
import { work } from '../engine-call'

export interface KeepCommands {
  /** Writes the project into its file; `save-as`, or one that is no file yet, asks which. Only where projects can be files. */
  readonly keepProject: (how: 'save' | 'save-as') => Promise<void>
}

export function createKeepCommands({ session, client, host }: CommandContext): KeepCommands {
  const { get, set } = session
  return {
    keepProject: async (how) => {
      const { project, work: busy } = get()
      if (!project || busy || !host.keepProject) return
      const saved = await work(session, client, 'saveProject', null, { label: 'work.save', file: project.name })
      if (!saved) return
      set({ project: saved })
      const kept = await host.keepProject(project.id, project.name, how)
      if (!kept.ok) return set({ notice: { kind: 'fault', fault: kept.fault } })
      if (kept.value) set({ file: kept.value.file, notice: { kind: 'done', key: 'notice.saved', params: { file: kept.value.file } } })
    },
  }
}
