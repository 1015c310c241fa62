import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type MenuState } from '../../../electron/window/menu-template'
import { translator, type Locale } from '../../../shared/locale/translate'
import { MENU_KEYS, menuKeysOf } from '../../../shared/protocol/menu-keys'
import type { MenuCommand } from '../../../shared/protocol/shell'

type Item = MenuItemConstructorOptions

const STATE: MenuState = { theme: 'dark', keys: MENU_KEYS, recent: [{ project: 'p1', name: 'R & D.earshot' }], hasProject: true }

function template(locale: Locale, patch: Partial<MenuState> = {}, mac = false) {
  const said: (MenuCommand | 'about')[] = []
  const menu = menuTemplate(translator(locale), { ...STATE, ...patch }, { tell: (command) => said.push(command), about: () => said.push('about') }, mac)
  return { menu, said }
}

const inside = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : [])
const all = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...all(inside(item))])
const lines = (items: readonly Item[], depth = 0): string[] =>
  items.flatMap((item) => (item.type === 'separator' ? [] : [`${'  '.repeat(depth)}${item.label ?? `(${item.role})`}`, ...lines(inside(item), depth + 1)]))
const press = (item: Item | undefined): void => (item?.click as (() => void) | undefined)?.()

describe('the menus', () => {
  it('in English', () => {
    expect(lines(template('en').menu).join('\n')).toMatchInlineSnapshot(`
      "File
        New project from file…
        Open…
        Open recent
          R && D.earshot
        Save
        Save as…
        Export…
        Password…
        Close project
        Quit Earshot
      Edit
        Undo
        Redo
        Cut
        Copy
        Paste
        Select all
      View
        Start
        Data
        Code
        Slice
        Compare
        Drivers
        Summary
        Search or command…
        Appearance
          System
          Light
          Dark
        Zoom in
        Zoom out
        Actual size
        Full screen
      Window
        Minimise
        Close window
      Help
        Keyboard shortcuts
        About Earshot"
    `)
  })
  it('in Korean', () => {
    expect(lines(template('ko').menu).join('\n')).toMatchInlineSnapshot(`
      "파일
        파일로 새 프로젝트…
        열기…
        최근 프로젝트 열기
          R && D.earshot
        저장
        다른 이름으로 저장…
        내보내기…
        암호…
        프로젝트 닫기
        Earshot 종료
      편집
        실행 취소
        다시 실행
        잘라내기
        복사
        붙여넣기
        모두 선택
      보기
        시작
        데이터
        코딩
        나눠 보기
        비교
        요인
        요약
        검색 또는 명령…
        모양
          시스템
          밝게
          어둡게
        확대
        축소
        실제 크기
        전체 화면
      창
        최소화
        창 닫기
      도움말
        키보드 단축키
        Earshot 정보"
    `)
  })

  it.each(['en', 'ko'] as const)('have a label and something to do everywhere, twice in no menu (%s)', (locale) => {
    for (const mac of [false, true]) {
      const { menu } = template(locale, {}, mac)
      for (const item of all(menu).filter(({ type }) => type !== 'separator')) {
        expect(item.label).toMatch(/\S/)
        expect([item.click, item.role, item.submenu].some((part) => part !== undefined), item.label).toBe(true)
      }
      for (const each of [menu, ...menu.map(inside)]) {
        const labels = each.flatMap(({ label }) => label ?? [])
        expect(new Set(labels).size).toBe(labels.length)
      }
    }
  })

  it('say every command there is, in the order of the menus', () => {
    const { menu, said } = template('en')
    for (const item of all(menu)) press(item)
    expect(said).toEqual([
      { kind: 'new-from-file' },
      { kind: 'open' },
      { kind: 'open-project', project: 'p1', name: 'R & D.earshot' },
      { kind: 'save' },
      { kind: 'save-as' },
      { kind: 'export' },
      { kind: 'password' },
      { kind: 'close-project' },
      { kind: 'undo' },
      { kind: 'redo' },
      ...['start', 'data', 'code', 'slice', 'compare', 'drivers', 'summary'].map((screen) => ({ kind: 'show', screen })),
      { kind: 'palette' },
      ...['system', 'light', 'dark'].map((theme) => ({ kind: 'theme', theme })),
      { kind: 'shortcuts' },
      'about',
    ])
  })

  it('offer what needs a project only with one', () => {
    const disabled = (hasProject: boolean) =>
      all(template('en', { hasProject, recent: [] }).menu).filter(({ enabled }) => enabled === false).map(({ label }) => label)
    expect(disabled(true)).toEqual(['No recent projects'])
    expect(disabled(false)).toEqual([
      'No recent projects', 'Save', 'Save as…', 'Export…', 'Password…', 'Close project', 'Data', 'Code', 'Slice', 'Compare', 'Drivers', 'Summary',
    ])
  })

  it('tick the appearance that is on, and show names as they are', () => {
    const items = all(template('en').menu)
    expect(items.filter(({ type }) => type === 'radio').map(({ checked }) => checked)).toEqual([false, false, true])
    expect(items.some(({ label }) => label === 'R && D.earshot')).toBe(true)
  })

  it('leave the keys to the window that it handles itself, and no key to two', () => {
    const keys = all(template('en').menu).filter(({ accelerator }) => accelerator !== undefined)
    expect(keys.filter(({ registerAccelerator }) => registerAccelerator !== false).map(({ accelerator }) => accelerator)).toEqual([
      'CmdOrCtrl+N', 'CmdOrCtrl+O', 'CmdOrCtrl+S', 'CmdOrCtrl+Shift+S',
    ])
    expect(new Set(keys.map(({ accelerator }) => accelerator)).size).toBe(keys.length)
  })

  it('begin with the app on a Mac', () => {
    const { menu, said } = template('en', {}, true)
    expect(menu[0]?.label).toBe('Earshot')
    for (const item of all(menu).filter(({ label }) => label === 'About Earshot')) press(item)
    expect(said).toEqual(['about'])
  })

  it('shows the keys that a person gave to commands, where a menu can', () => {
    expect(menuKeysOf(null)).toEqual(MENU_KEYS)
    expect(menuKeysOf('{')).toEqual(MENU_KEYS)
    const keys = menuKeysOf('{"keys.undo":["Mod+Alt+U"],"keys.palette":["p"]}')
    expect(keys).toEqual({ undo: 'CmdOrCtrl+Alt+U', redo: 'CmdOrCtrl+Shift+Z', palette: 'none' })
    const items = all(template('en', { keys }).menu)
    const shown = (label: string) => items.find((item) => item.label === label)?.accelerator
    expect([shown('Undo'), shown('Redo'), shown('Search or command…')]).toEqual(['CmdOrCtrl+Alt+U', 'CmdOrCtrl+Shift+Z', undefined])
  })
})
