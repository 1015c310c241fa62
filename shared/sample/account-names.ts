import type { Industry } from './facts'

/** Invented names: a stem and what a company of that industry adds to it. */
export const STEMS_EN: readonly string[] = (
  'Averdale Brackmoor Calderwyn Dunmarrow Eskvale Fennholt Garrowby Hollistead Ivermoor Jessamere Keldwick Lorrimond Marrowfield ' +
  'Netherby Ombersley Pellwood Quenby Rathmore Selbrook Tarnwick Ulverton Velmora Wexcombe Yarrowby Zellander Ambrell Bristowe ' +
  'Corvane Dellamore Elmstead Farrowgate Gantry-Lowe Hexworth Inglemoor Jarrold-Pike Kestrelby Lindmarch Mossgrave Norwell Orrinford ' +
  'Pembrell Ravensby Stellwood Thornmere Umberfield Vantry Whitlowe Yelland Ashcombe Blythmoor'
).split(' ')
export const STEMS_KO: readonly string[] = (
  '가온누리 다온결 라온뜰 마루샘 바른길 새솔 아라빛 자람터 차오름 한빛내 해담솔 누리온 두레담 미르가 보담 소담채 온새로 이든숲 채움누 토담원 ' +
  '푸른재 하람길 너울빛 도담슬 모아름 별하나래 산들해 여울목 윤슬담 은가람'
).split(' ')

export const ENDINGS_EN: Readonly<Record<Industry, readonly string[]>> = {
  Logistics: ['Logistics', 'Freight', 'Haulage', 'Forwarding'],
  Retail: ['Stores', 'Home & Garden', 'Outfitters', 'Market'],
  Manufacturing: ['Components', 'Works', 'Industries', 'Plastics'],
  Healthcare: ['Clinic', 'Hospital Group', 'Care', 'Dental'],
  Finance: ['Mutual', 'Leasing', 'Insurance', 'Credit Union'],
  Education: ['College', 'Academy', 'Institute'],
  'Public sector': ['Council', 'District Office', 'Water Board'],
}
export const ENDINGS_KO: Readonly<Record<Industry, readonly string[]>> = {
  Logistics: ['물류', '로지스', '운송'],
  Retail: ['유통', '마트', '리빙'],
  Manufacturing: ['정밀', '산업', '테크'],
  Healthcare: ['병원', '의료재단', '치과'],
  Finance: ['캐피탈', '저축은행', '손해사정'],
  Education: ['대학교', '학원', '교육'],
  'Public sector': ['구청', '시설공단', '군청'],
}
