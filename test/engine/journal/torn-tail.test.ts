import { expect, it } from 'vitest'
import { encodeFrame, type JournalEntry } from '../../../shared/engine/journal/journal'
import { isTornTail } from '../../../shared/engine/journal/torn-tail'

const entry: JournalEntry = {
  seq: 7,
  chain: 'c'.repeat(64),
  operation: { id: 'ana-1', at: '2026-01-01T00:00:00.000Z', author: 'ana', intent: 'setting', changes: [{ register: 'setting', id: 's', before: null, after: { value: 'x'.repeat(700) } }] },
}

it('is torn wherever a sector of the last frame never came, however little of the frame was in it', () => {
  const frame = encodeFrame(entry, 0).bytes
  for (let start = 0; start < 1024; start++) {
    const journal = new Uint8Array(start + frame.length).fill(0x61, 0, start)
    journal.set(frame, start)
    expect(isTornTail(journal, start, () => true), `whole, from ${start}`).toBe(false)
    for (let sector = Math.floor(start / 512); sector * 512 < journal.length; sector++) {
      const torn = journal.slice().fill(0, Math.max(start, sector * 512), (sector + 1) * 512)
      expect(isTornTail(torn, start, () => true), `sector ${sector}, from ${start}`).toBe(true)
    }
  }
})
