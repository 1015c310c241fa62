import { joinedBytes } from '../../shared/base/joined-bytes'

const PAGE = 4096

export type Random = (limit: number) => number

/** What disks, transfers, sync programs and hands do to a file; `other` is another version of it. */
export const MUTATIONS: Readonly<Record<string, (file: Uint8Array, other: Uint8Array, below: Random) => Uint8Array>> = {
  flip(file, _, below) {
    const out = file.slice()
    out[below(out.length)]! ^= 1 << below(8)
    return out
  },
  zeroPage(file, _, below) {
    const out = file.slice()
    const page = below(Math.ceil(out.length / PAGE))
    return out.fill(0, page * PAGE, (page + 1) * PAGE)
  },
  truncate: (file, _, below) => file.slice(0, below(file.length)),
  swapPages(file, _, below) {
    const out = file.slice()
    const pages = Math.floor(out.length / PAGE)
    const [one, two] = [below(pages), below(pages)]
    out.set(file.subarray(one * PAGE, (one + 1) * PAGE), two * PAGE)
    out.set(file.subarray(two * PAGE, (two + 1) * PAGE), one * PAGE)
    return out
  },
  splice(file, other, below) {
    const at = below(Math.min(file.length, other.length))
    return joinedBytes([file.subarray(0, at), other.subarray(at)])
  },
  splicePages(file, other, below) {
    const out = file.slice()
    const page = below(Math.floor(Math.min(file.length, other.length) / PAGE))
    out.set(other.subarray(page * PAGE, (page + 1) * PAGE), page * PAGE)
    return out
  },
  append: (file, _, below) => joinedBytes([file, Uint8Array.from({ length: 1 + below(2 * PAGE) }, () => below(256))]),
  appendAgain: (file, other, below) => joinedBytes([file, other.subarray(0, 1 + below(other.length))]),
  trailer(file, _, below) {
    const out = file.slice()
    out[out.length - 1 - below(48)] = below(256)
    return out
  },
  otherTrailer: (file, other) => joinedBytes([file.subarray(0, -48), other.subarray(-48)]),
  insert(file, _, below) {
    const at = below(file.length)
    return joinedBytes([file.subarray(0, at), new Uint8Array(1 + below(600)), file.subarray(at)])
  },
}

export const same = (one: Uint8Array, two: Uint8Array): boolean => Buffer.compare(one, two) === 0
