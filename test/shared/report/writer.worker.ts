import { buildOutline } from '../../../shared/report/build-outline'
import { writePptx } from '../../../shared/report/write-pptx'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { rich } from './fixtures'

const outline = buildOutline(rich, 'ko')
postMessage([await writePptx(outline), await writeXlsx(outline)])
