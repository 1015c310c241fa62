import type { EngineMethod } from '../../shared/protocol/engine-api'

/** Calls that are answered once what they change is on the disk. */
export const CHANGES: ReadonlySet<EngineMethod> = new Set<EngineMethod>([
  'code',
  'importPlan',
  'mark',
  'operateCode',
  'redo',
  'removeCode',
  'removeWave',
  'renameProject',
  'renameWave',
  'restoreCodebook',
  'saveBands',
  'saveBrand',
  'saveCode',
  'saveLetters',
  'saveMethod',
  'saveProject',
  'saveSummaryEdits',
  'saveView',
  'saveYardsticks',
  'startCodebook',
  'stepTo',
  'tag',
  'treatAsNps',
  'undo',
])
