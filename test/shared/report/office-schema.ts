import type { Element } from './xml-tree'

const FILL = '(a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)?'
const COLOR = '(a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr)'
const EFFECT = '(a:effectLst|a:effectDag)?'
const LINE = `${'(a:noFill|a:solidFill|a:gradFill|a:pattFill)?'} (a:prstDash|a:custDash)? (a:round|a:bevel|a:miter)? a:headEnd? a:tailEnd? a:extLst?`
const LETTERS = `a:ln? ${FILL} ${EFFECT} a:highlight? (a:uLnTx|a:uLn)? (a:uFillTx|a:uFill)? a:latin? a:ea? a:cs? a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?`
const PARAGRAPH = 'a:lnSpc? a:spcBef? a:spcAft? (a:buClrTx|a:buClr)? (a:buSzTx|a:buSzPct|a:buSzPts)? (a:buFontTx|a:buFont)? (a:buNone|a:buAutoNum|a:buChar|a:buBlip)? a:tabLst? a:defRPr? a:extLst?'
const LEVELS = Array.from({ length: 9 }, (_, at) => `a:lvl${at + 1}pPr`)
const STYLES = `a:defPPr? ${LEVELS.map((level) => `${level}?`).join(' ')} a:extLst?`
const SHAPE = `a:xfrm? (a:custGeom|a:prstGeom)? ${FILL} a:ln? ${EFFECT} a:scene3d? a:sp3d? a:extLst?`
const TEXT = 'a:bodyPr a:lstStyle? a:p+'
const TINTS = '(a:tint|a:shade|a:alpha|a:lumMod|a:lumOff|a:satMod)*'
const AXIS = 'c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses|c:crossesAt)?'
const FACES = 'a:latin a:ea a:cs a:font* a:extLst?'
const SERIES_START = 'c:idx c:order c:tx? c:spPr?'
const SERIES_MIDDLE = 'c:dPt* c:dLbls? c:trendline* c:errBars?'

/** Attributes of letters and paragraphs. */
const LETTER_NAMES = 'kumimoji? lang? altLang? sz? b? i? u? strike? kern? cap? spc? normalizeH? baseline? noProof? dirty? err? smtClean?'
const PARAGRAPH_NAMES = 'marL? marR? lvl? indent? algn? defTabSz? rtl? eaLnBrk? fontAlgn? latinLnBrk? hangingPunct?'
const LINE_NAMES = 'w? cap? cmpd? algn?'
const FACE_NAMES = 'typeface panose? pitchFamily? charset?'

/** Each element with what may be in it, in what order, and its attributes: `?`, `*` and `+` as in a regular expression. */
type Model = readonly [children: string, attributes?: string]

const same = (names: readonly string[], model: Model): Readonly<Record<string, Model>> => Object.fromEntries(names.map((name) => [name, model]))
const values = (...names: readonly string[]): Readonly<Record<string, Model>> => same(names, ['', 'val'])
const words = (...names: readonly string[]): Readonly<Record<string, Model>> => same(names, ['#'])

/**
 * The elements that our decks and workbooks have, as ECMA-376 (transitional) orders them. Whatever is not named here has
 * no business in a file: somebody adds it together with what the standard says of it.
 */
const MODELS: Readonly<Record<string, Model>> = {
  // PresentationML
  'p:presentation': [
    'p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:embeddedFontLst? p:defaultTextStyle? p:extLst?',
    'saveSubsetFonts? autoCompressPictures? firstSlideNum? rtl?',
  ],
  'p:sldMasterIdLst': ['p:sldMasterId+'],
  'p:sldMasterId': ['', 'id r:id'],
  'p:notesMasterIdLst': ['p:notesMasterId'],
  'p:notesMasterId': ['', 'r:id'],
  'p:sldIdLst': ['p:sldId*'],
  'p:sldId': ['', 'id r:id'],
  'p:sldLayoutIdLst': ['p:sldLayoutId*'],
  'p:sldLayoutId': ['', 'id r:id'],
  'p:sldSz': ['', 'cx cy type?'],
  'p:notesSz': ['', 'cx cy'],
  'p:presentationPr': [''],
  'p:viewPr': [''],
  'p:sldMaster': ['p:cSld p:clrMap p:sldLayoutIdLst? p:transition? p:timing? p:hf? p:txStyles? p:extLst?', 'preserve?'],
  'p:sldLayout': ['p:cSld p:clrMapOvr? p:transition? p:timing? p:hf? p:extLst?', 'type? preserve? userDrawn? showMasterSp?'],
  'p:sld': ['p:cSld p:clrMapOvr? p:transition? p:timing? p:extLst?', 'show?'],
  'p:notesMaster': ['p:cSld p:clrMap p:hf? p:notesStyle? p:extLst?'],
  'p:notes': ['p:cSld p:clrMapOvr? p:extLst?'],
  'p:cSld': ['p:bg? p:spTree p:custDataLst? p:controls? p:extLst?', 'name?'],
  'p:bg': ['(p:bgPr|p:bgRef)'],
  'p:bgRef': [COLOR, 'idx'],
  'p:clrMap': ['a:extLst?', 'bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'],
  'p:clrMapOvr': ['(a:masterClrMapping|a:overrideClrMapping)'],
  'p:hf': ['', 'sldNum? hdr? ftr? dt?'],
  'p:spTree': ['p:nvGrpSpPr p:grpSpPr (p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic)* p:extLst?'],
  'p:nvGrpSpPr': ['p:cNvPr p:cNvGrpSpPr p:nvPr'],
  'p:grpSpPr': ['a:xfrm?'],
  'p:grpSpPr>a:xfrm': ['a:off a:ext a:chOff a:chExt'],
  'p:cNvGrpSpPr': [''],
  'p:sp': ['p:nvSpPr p:spPr p:style? p:txBody? p:extLst?'],
  'p:nvSpPr': ['p:cNvPr p:cNvSpPr p:nvPr'],
  'p:cNvPr': ['a:hlinkClick? a:hlinkHover? a:extLst?', 'id name descr? hidden? title?'],
  'p:cNvSpPr': ['a:spLocks? a:extLst?', 'txBox?'],
  'p:nvPr': ['p:ph? p:custDataLst? p:extLst?', 'userDrawn?'],
  'p:ph': ['', 'type? orient? sz? idx? hasCustomPrompt?'],
  'p:cxnSp': ['p:nvCxnSpPr p:spPr p:style? p:extLst?'],
  'p:nvCxnSpPr': ['p:cNvPr p:cNvCxnSpPr p:nvPr'],
  'p:cNvCxnSpPr': ['a:cxnSpLocks? a:stCxn? a:endCxn? a:extLst?'],
  'p:pic': ['p:nvPicPr p:blipFill p:spPr p:style? p:extLst?'],
  'p:nvPicPr': ['p:cNvPr p:cNvPicPr p:nvPr'],
  'p:cNvPicPr': ['a:picLocks? a:extLst?'],
  'p:blipFill': ['a:blip? a:srcRect? (a:tile|a:stretch)?'],
  'p:graphicFrame': ['p:nvGraphicFramePr p:xfrm a:graphic p:extLst?'],
  'p:nvGraphicFramePr': ['p:cNvPr p:cNvGraphicFramePr p:nvPr'],
  'p:cNvGraphicFramePr': ['a:graphicFrameLocks? a:extLst?'],
  'p:xfrm': ['a:off? a:ext?'],
  'p:txStyles': ['p:titleStyle? p:bodyStyle? p:otherStyle? p:extLst?'],
  ...same(['p:spPr', 'c:spPr'], [SHAPE]),
  ...same(['p:txBody', 'a:txBody', 'c:txPr'], [TEXT]),
  ...same(['p:titleStyle', 'p:bodyStyle', 'p:otherStyle', 'p:notesStyle', 'p:defaultTextStyle', 'a:lstStyle'], [STYLES]),

  // DrawingML
  'a:xfrm': ['a:off? a:ext?', 'rot? flipH? flipV?'],
  ...same(['a:off', 'a:chOff'], ['', 'x y']),
  'a:chExt': ['', 'cx cy'],
  'a:ext': ['', 'cx cy'],
  'a:extLst': ['a:ext*'],
  'a:extLst>a:ext': ['adec:decorative?', 'uri'],
  'adec:decorative': ['', 'val'],
  'a:prstGeom': ['a:avLst?', 'prst'],
  ...same(['a:avLst', 'a:noFill', 'a:round', 'a:buNone', 'a:masterClrMapping', 'a:objectDefaults', 'a:extraClrSchemeLst', 'a:fillRect'], ['']),
  'a:solidFill': [`${COLOR}?`],
  ...same(['a:srgbClr', 'a:schemeClr', 'a:prstClr'], [TINTS, 'val']),
  ...values('a:alpha', 'a:prstDash', 'a:spcPts', 'a:spcPct'),
  ...same(['a:ln', 'a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'], [LINE, LINE_NAMES]),
  'a:miter': ['', 'lim?'],
  'a:blip': ['', 'r:embed'],
  'a:stretch': ['a:fillRect?'],
  'a:bodyPr': ['(a:noAutofit|a:normAutofit|a:spAutoFit)?', 'rot? vert? wrap? lIns? tIns? rIns? bIns? rtlCol? anchor?'],
  'a:p': ['a:pPr? (a:r|a:br|a:fld)* a:endParaRPr?'],
  'a:r': ['a:rPr? a:t'],
  'a:br': ['a:rPr?'],
  'a:fld': ['a:rPr? a:pPr? a:t?', 'id type?'],
  'a:t': ['#'],
  ...same(['a:pPr', ...LEVELS], [PARAGRAPH, PARAGRAPH_NAMES]),
  ...same(['a:rPr', 'a:defRPr', 'a:endParaRPr'], [LETTERS, LETTER_NAMES]),
  ...same(['a:spcBef', 'a:spcAft'], ['(a:spcPct|a:spcPts)']),
  ...same(['a:latin', 'a:ea', 'a:cs'], ['', FACE_NAMES]),
  ...same(['a:spLocks', 'a:picLocks', 'a:graphicFrameLocks'], ['', 'noGrp? noRot? noChangeAspect?']),
  'a:graphic': ['a:graphicData'],
  'a:graphicData': ['(a:tbl|c:chart)', 'uri'],
  'a:tbl': ['a:tblPr? a:tblGrid a:tr*'],
  'a:tblPr': [`${FILL} ${EFFECT} (a:tableStyle|a:tableStyleId)? a:extLst?`, 'rtl? firstRow? firstCol? lastRow? lastCol? bandRow? bandCol?'],
  'a:tblGrid': ['a:gridCol*'],
  'a:gridCol': ['a:extLst?', 'w'],
  'a:tr': ['a:tc* a:extLst?', 'h'],
  'a:tc': ['a:txBody? a:tcPr? a:extLst?', 'rowSpan? gridSpan? hMerge? vMerge?'],
  'a:tcPr': [`a:lnL? a:lnR? a:lnT? a:lnB? a:lnTlToBr? a:lnBlToTr? a:cell3D? ${FILL} a:headers? a:extLst?`, 'marL? marR? marT? marB? vert? anchor? anchorCtr? horzOverflow?'],
  'a:tblStyleLst': ['a:tblStyle*', 'def'],
  'a:theme': ['a:themeElements a:objectDefaults? a:extraClrSchemeLst? a:custClrLst? a:extLst?', 'name?'],
  'a:themeElements': ['a:clrScheme a:fontScheme a:fmtScheme a:extLst?'],
  'a:clrScheme': ['a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink a:extLst?', 'name'],
  ...same(['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name) => `a:${name}`), [COLOR]),
  'a:fontScheme': ['a:majorFont a:minorFont a:extLst?', 'name'],
  ...same(['a:majorFont', 'a:minorFont'], [FACES]),
  'a:font': ['', 'script typeface'],
  'a:fmtScheme': ['a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst', 'name?'],
  ...same(['a:fillStyleLst', 'a:bgFillStyleLst'], ['(a:solidFill|a:gradFill) (a:solidFill|a:gradFill) (a:solidFill|a:gradFill)+']),
  'a:lnStyleLst': ['a:ln a:ln a:ln+'],
  'a:effectStyleLst': ['a:effectStyle a:effectStyle a:effectStyle+'],
  'a:effectStyle': ['(a:effectLst|a:effectDag) a:scene3d? a:sp3d?'],
  'a:effectLst': [''],

  // Charts
  'c:chartSpace': ['c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr? c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?'],
  'c:chart': ['c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs? c:extLst?'],
  'a:graphicData>c:chart': ['', 'r:id'],
  'c:plotArea': ['c:layout? (c:barChart|c:lineChart)+ (c:valAx|c:catAx|c:dateAx|c:serAx)* c:dTable? c:spPr? c:extLst?'],
  'c:layout': ['c:manualLayout? c:extLst?'],
  'c:manualLayout': ['c:layoutTarget? c:xMode? c:yMode? c:wMode? c:hMode? c:x? c:y? c:w? c:h? c:extLst?'],
  'c:barChart': ['c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?'],
  'c:lineChart': ['c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker? c:smooth? c:axId c:axId c:extLst?'],
  'c:lineChart>c:marker': ['', 'val'],
  'c:barChart>c:ser': [`${SERIES_START} c:invertIfNegative? c:pictureOptions? ${SERIES_MIDDLE} c:cat? c:val? c:shape? c:extLst?`],
  'c:lineChart>c:ser': [`${SERIES_START} c:marker? ${SERIES_MIDDLE} c:cat? c:val? c:smooth? c:extLst?`],
  'c:marker': ['c:symbol? c:size? c:spPr? c:extLst?'],
  'c:dPt': ['c:idx c:invertIfNegative? c:marker? c:bubble3D? c:explosion? c:spPr? c:pictureOptions? c:extLst?'],
  'c:errBars': ['c:errDir? c:errBarType c:errValType c:noEndCap? c:plus? c:minus? c:val? c:spPr? c:extLst?'],
  'c:tx': ['(c:strRef|c:v)'],
  'c:cat': ['(c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit)'],
  ...same(['c:val', 'c:plus', 'c:minus'], ['(c:numRef|c:numLit)']),
  'c:numRef': ['c:f c:numCache? c:extLst?'],
  'c:strRef': ['c:f c:strCache? c:extLst?'],
  'c:numCache': ['c:formatCode? c:ptCount? c:pt* c:extLst?'],
  'c:strCache': ['c:ptCount? c:pt* c:extLst?'],
  'c:pt': ['c:v', 'idx formatCode?'],
  ...words('c:f', 'c:v', 'c:formatCode'),
  'c:catAx': [`${AXIS} c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?`],
  'c:valAx': [`${AXIS} c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?`],
  'c:scaling': ['c:logBase? c:orientation? c:max? c:min? c:extLst?'],
  'c:majorGridlines': ['c:spPr?'],
  'c:numFmt': ['', 'formatCode sourceLinked?'],
  'c:externalData': ['c:autoUpdate?', 'r:id'],
  ...values(
    ...'autoTitleDeleted autoUpdate auto axId axPos barDir bubble3D crossAx crossBetween crosses date1904 delete dispBlanksAs errBarType errDir errValType gapWidth grouping h idx invertIfNegative layoutTarget lblAlgn lblOffset majorTickMark majorUnit max min minorTickMark noEndCap noMultiLvlLbl order orientation overlap plotVisOnly ptCount roundedCorners size smooth symbol tickLblPos varyColors w x xMode y yMode'
      .split(' ')
      .map((name) => `c:${name}`),
  ),

  // The package
  Types: ['(Default|Override)*'],
  Default: ['', 'Extension ContentType'],
  Override: ['', 'PartName ContentType'],
  Relationships: ['Relationship*'],
  Relationship: ['', 'Id Type Target'],
  'cp:coreProperties': ['(dc:title|dc:subject|dc:creator|dc:language|cp:lastModifiedBy|cp:revision|dcterms:created|dcterms:modified)*'],
  ...words('dc:title', 'dc:subject', 'dc:creator', 'dc:language', 'cp:lastModifiedBy', 'cp:revision'),
  ...same(['dcterms:created', 'dcterms:modified'], ['#', 'xsi:type']),
  Properties: ['(TotalTime|Application|PresentationFormat|Slides|Notes|HiddenSlides|Company|AppVersion)*'],
  ...words('TotalTime', 'Application', 'PresentationFormat', 'Slides', 'Notes', 'HiddenSlides', 'Company', 'AppVersion'),

  // Workbooks
  workbook: ['workbookPr? bookViews? sheets definedNames? calcPr?'],
  ...same(['workbookPr', 'workbookView', 'calcPr'], ['']),
  bookViews: ['workbookView+'],
  sheets: ['sheet+'],
  sheet: ['', 'name sheetId r:id'],
  worksheet: ['sheetPr? dimension? sheetViews? sheetFormatPr? cols? sheetData autoFilter? mergeCells? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter?'],
  sheetPr: ['tabColor? outlinePr? pageSetUpPr?'],
  pageSetUpPr: ['', 'fitToPage?'],
  sheetViews: ['sheetView+'],
  sheetView: ['pane? selection*', 'tabSelected? workbookViewId showGridLines?'],
  pane: ['', 'xSplit? ySplit? topLeftCell? activePane? state?'],
  cols: ['col+'],
  col: ['', 'min max width? style? customWidth? bestFit?'],
  sheetData: ['row*'],
  row: ['c*', 'r? spans? s? ht? customHeight?'],
  c: ['v?', 'r? s? t?'],
  v: ['#'],
  hyperlinks: ['hyperlink+'],
  // None with a relation: they lead nowhere but into the workbook.
  hyperlink: ['', 'ref location display?'],
  pageMargins: ['', 'left right top bottom header footer'],
  pageSetup: ['', 'paperSize? fitToWidth? fitToHeight? orientation?'],
  sst: ['si*', 'count? uniqueCount?'],
  si: ['t'],
  t: ['#', 'xml:space?'],
  styleSheet: ['numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles?'],
  numFmts: ['numFmt*', 'count?'],
  numFmt: ['', 'numFmtId formatCode'],
  fonts: ['font*', 'count?'],
  font: ['b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?'],
  ...same(['b', 'i', 'u'], ['', 'val?']),
  ...values('sz', 'name', 'family'),
  ...same(['color', 'fgColor', 'bgColor'], ['', 'rgb? theme? indexed? tint?']),
  fills: ['fill*', 'count?'],
  fill: ['(patternFill|gradientFill)'],
  patternFill: ['fgColor? bgColor?', 'patternType?'],
  borders: ['border*', 'count?'],
  border: ['left? right? top? bottom? diagonal?'],
  ...same(['left', 'right', 'top', 'bottom', 'diagonal'], ['color?', 'style?']),
  cellXfs: ['xf*', 'count?'],
  xf: ['alignment? protection?', 'numFmtId? fontId? fillId? borderId? applyNumberFormat? applyFont? applyFill? applyBorder? applyAlignment? xfId?'],
  alignment: ['', 'horizontal? vertical? indent? wrapText?'],
}

/** What values of an attribute look like: by element and attribute, or by attribute alone. */
const VALUES: Readonly<Record<string, RegExp>> = {
  'a:srgbClr@val': /^[0-9A-F]{6}$/,
  'a:schemeClr@val': /^(?:bg1|tx1|bg2|tx2|accent[1-6]|hlink|folHlink|phClr|dk1|lt1|dk2|lt2)$/,
  'a:alpha@val': /^(?:\d{1,5}|100000)$/,
  'a:prstDash@val': /^(?:solid|dot|dash|lgDash|dashDot|sysDash|sysDot)$/,
  'a:spcPts@val': /^(?:\d{1,5}|1[0-4]\d{4}|15[0-7]\d{3}|158[0-3]\d{2}|158400)$/,
  'a:prstGeom@prst': /^(?:rect|line)$/,
  'a:tcPr@anchor': /^(?:t|ctr|b)$/,
  'a:bodyPr@anchor': /^(?:t|ctr|b)$/,
  'a:fld@id': /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/,
  'p:ph@type': /^(?:title|ctrTitle|subTitle|body|ftr|sldNum|sldImg)$/,
  'c:gapWidth@val': /^(?:\d{1,2}|[1-4]\d{2}|500)$/,
  'c:overlap@val': /^-?(?:\d{1,2}|100)$/,
  'c:symbol@val': /^(?:circle|none)$/,
  'c:size@val': /^(?:[2-9]|[1-6]\d|7[0-2])$/,
  'dcterms:created@xsi:type': /^dcterms:W3CDTF$/,
  '@sz': /^(?:[1-9]\d{2,4}|[1-3]\d{5}|400000|quarter)$/,
  '@algn': /^(?:l|r|ctr|just)$/,
  '@w': /^(?:\d{1,8})$/,
  '@cx': /^\d{1,14}$/,
  '@cy': /^\d{1,14}$/,
  '@x': /^-?\d{1,14}$/,
  '@y': /^-?\d{1,14}$/,
  '@lang': /^(?:en-US|ko-KR)$/,
  '@xml:space': /^preserve$/,
}

const compiled = new Map<string, RegExp>()
function modelFor(children: string): RegExp {
  const known = compiled.get(children)
  if (known) return known
  const pattern = children.replace(/[#\s]/g, (char) => (char === '#' ? '' : ';')).replace(/[\w:]+/g, '(?:$& )').replaceAll(';', '')
  const made = new RegExp(`^${pattern}$`)
  compiled.set(children, made)
  return made
}

/** Where `element`, or anything below it, is not as the schema has it. */
export function schemaFaults(element: Element, parent: string | null = null, declared: ReadonlySet<string> = new Set(['xml'])): readonly string[] {
  const { name, attributes, children, text } = element
  const known = new Set([...declared, ...Object.keys(attributes).flatMap((key) => (key.startsWith('xmlns:') ? [key.slice(6)] : []))])
  const prefixes = [name, ...Object.keys(attributes)].filter((key) => key.includes(':') && !key.startsWith('xmlns')).map((key) => key.slice(0, key.indexOf(':')))
  const faults = prefixes.filter((prefix) => !known.has(prefix)).map((prefix) => `${name}: ${prefix} is not declared`)
  const model = MODELS[`${parent}>${name}`] ?? MODELS[name]
  if (!model) return [...faults, `${parent ?? ''} > ${name} is in no schema`]
  const [inside, given = ''] = model
  const found = children.map((child) => `${child.name} `).join('')
  if (!modelFor(inside).test(found)) faults.push(`${name} holds ${found}`)
  if (!inside.includes('#') && text.trim() !== '') faults.push(`${name} holds text`)
  const allowed = given.split(' ').filter((entry) => entry !== '')
  const own = Object.entries(attributes).filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
  for (const [key, value] of own) {
    if (!allowed.includes(key) && !allowed.includes(`${key}?`)) faults.push(`${name} has ${key}`)
    const pattern = VALUES[`${name}@${key}`] ?? VALUES[`@${key}`]
    if (pattern && !pattern.test(value)) faults.push(`${name} has ${key}="${value}"`)
  }
  for (const key of allowed) if (!key.endsWith('?') && !(key in attributes)) faults.push(`${name} has no ${key}`)
  return [...faults, ...children.flatMap((child) => schemaFaults(child, name, known))]
}
