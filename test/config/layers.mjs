/**
 * Who may import whom. `values` are folders (or files) whose code may be used, `types` those of which only types may,
 * `addresses` those a worker may be started from, `packages` the npm packages and `node:` modules allowed, and
 * `packageTypes` those of which only types are. A folder always reaches itself, `*` everything. What is not listed is
 * an error.
 *
 * @typedef {object} Layer
 * @property {string} folder
 * @property {readonly string[]} [values]
 * @property {readonly string[]} [types]
 * @property {readonly string[]} [addresses]
 * @property {readonly string[]} [packages]
 * @property {readonly string[]} [packageTypes]
 */

/** What the window may run of the shared code: words and values. The rest runs in the engine's worker. */
const WORDS = ['shared/base', 'shared/locale', 'shared/model', 'shared/nps', 'shared/protocol', 'shared/query']

/** The command line: the engine without a window. */
const ENGINE_IN_NODE = ['cli.ts', 'cli', 'node', 'shelf/node-store.ts'].map(
  (name) => `electron/${name}`,
)

/** @type {readonly Layer[]} */
export const LAYERS = [
  { folder: 'shared/base' },
  { folder: 'shared/locale', values: ['shared/base'], packages: ['intl-messageformat'] },
  { folder: 'shared/model', values: ['shared/base'], types: ['shared/table', 'shared/ingest'], packages: ['zod'] },
  { folder: 'shared/table', values: ['shared/base'] },
  { folder: 'shared/text', values: ['shared/base'], packages: ['natural'] },
  {
    folder: 'shared/ingest',
    values: ['shared/base', 'shared/model', 'shared/table', 'shared/text'],
    types: ['shared/protocol'],
    packages: ['fflate', 'papaparse', 'read-excel-file'],
  },
  {
    folder: 'shared/nps',
    values: ['shared/base', 'shared/model'],
    types: ['shared/table'],
    packages: [
      '@stdlib/stats-base-dists-chisquare-cdf',
      '@stdlib/stats-base-dists-normal-cdf',
      '@stdlib/stats-base-dists-normal-quantile',
      '@stdlib/stats-base-dists-t-cdf',
      '@stdlib/stats-base-dists-t-quantile',
      'ml-matrix',
    ],
  },
  { folder: 'shared/query', values: ['shared/base', 'shared/model', 'shared/table', 'shared/nps'] },
  { folder: 'shared/suggest', values: ['shared/base', 'shared/nps', 'shared/text'] },
  { folder: 'shared/coding', values: ['shared/base', 'shared/model', 'shared/table', 'shared/text'], packages: ['papaparse', 're2js', 'saxen'] },
  {
    folder: 'shared/report',
    values: ['shared/base', 'shared/locale', 'shared/model', 'shared/nps', 'shared/query', 'shared/text/veil-personal.ts'],
    types: ['shared/protocol'],
    packages: ['fflate', 'hyparquet-writer', 'pdfkit', 'write-excel-file'],
  },
  { folder: 'shared/sample', values: ['shared/base', 'shared/coding'], types: ['shared/locale'] },
  { folder: 'shared/report/edits', values: ['shared/base', 'shared/report/cut.ts', 'shared/report/sanitize.ts'], types: ['shared'] },
  { folder: 'shared/report/layout', values: ['shared/base', 'shared/nps', 'shared/report/cut.ts'], types: ['shared'] },
  { folder: 'shared/protocol', values: ['shared/base'], types: ['shared'] },
  { folder: 'shared/engine', values: ['shared'], packages: ['hash-wasm', 'zod'], packageTypes: ['sql.js'] },

  { folder: 'renderer/engine', values: ['shared'], packages: ['fflate', 'pretendard', 'sql.js', 'zod'] },
  { folder: 'renderer/host', values: WORDS, types: ['shared'], addresses: ['renderer/engine'] },
  { folder: 'renderer/app', values: [...WORDS, 'shared/report/edits', 'shared/text/mask-names.ts', 'shared/text/veil-personal.ts'], types: ['shared', 'renderer/host'], packages: ['react'] },
  {
    folder: 'renderer/parts',
    values: ['shared/base', 'shared/locale', 'shared/report/layout/chart-shapes.ts', 'shared/report/layout/brand.ts', 'shared/report/layout/look.ts'],
    types: ['shared'],
    packages: ['react', 'react-dom', 'echarts', '@tanstack/react-table'],
  },
  {
    folder: 'renderer/views',
    // The pages of the summary are laid out by the same code that makes the slides.
    values: [...WORDS, 'shared/report/layout', 'shared/report/edits', 'shared/report/cut.ts', 'renderer/app', 'renderer/parts'],
    types: ['shared'],
    packages: ['react', 'react-dom'],
  },
  {
    folder: 'renderer/main.tsx',
    values: [
      ...WORDS,
      'renderer/host',
      'renderer/app',
      'renderer/views',
      'renderer/parts',
      'renderer/styles',
      'renderer/trusted-types.ts',
    ],
    addresses: ['renderer/engine'],
    packages: ['react', 'react-dom', 'pretendard'],
  },
  { folder: 'renderer/trusted-types.ts' },

  {
    folder: 'electron',
    values: ['shared/base', 'shared/locale', 'shared/protocol'],
    types: ['shared'],
    packages: ['electron', 'node:'],
  },
  ...ENGINE_IN_NODE.map((folder) => ({
    folder,
    values: ['shared', 'electron'],
    packages: ['node:', 'sql.js', 'iconv-lite', 'zod'],
  })),
  { folder: 'electron/preload', types: ['shared/protocol'], packages: ['electron'] },

  { folder: 'test', values: ['*'] },
]
