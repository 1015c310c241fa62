import { moreColumn } from '../../model/own-export'

/** The records of a sheet of codes with the texts that go on in further columns in one piece. */
export function joinedRecords(records: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const header = records[0] ?? []
  const pieces = header.map((name, at) => {
    const places = [at]
    for (let piece = 2; ; piece++) {
      const next = header.indexOf(moreColumn(name, piece))
      if (next < 0) return places
      places.push(next)
    }
  })
  return records.map((record, row) => (row === 0 ? record : pieces.map((places) => places.map((at) => record[at] ?? '').join(''))))
}
