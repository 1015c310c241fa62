import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopShell, MenuCommand, ShellChannel, ShellEvent, ShellMethod } from '../../shared/protocol/shell'
import type { ShelfCalls, ShelfMethod } from '../../shared/protocol/store-rpc'

/** The bridge: these calls and no others. Channels are named here, never by the window. */
const invoke = (channel: ShellChannel, ...args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...args)

const hear = (event: ShellEvent, listener: (value: unknown) => void): void => {
  ipcRenderer.on(event, (_, value: unknown) => listener(value))
}

const call =
  <M extends ShellMethod>(method: M) =>
  (...args: Parameters<DesktopShell[M]>): ReturnType<DesktopShell[M]> =>
    invoke(`shell.${method}`, ...args) as ReturnType<DesktopShell[M]>

const shelf =
  <M extends ShelfMethod>(method: M) =>
  (...args: Parameters<ShelfCalls[M]>): ReturnType<ShelfCalls[M]> =>
    invoke(`shelf.${method}`, ...args) as ReturnType<ShelfCalls[M]>

// The engine of a page that was here before is gone: what it had open is free again.
void invoke('window.start')

contextBridge.exposeInMainWorld('earshot', {
  kind: 'desktop',
  shelf: {
    list: shelf('list'),
    open: shelf('open'),
    create: shelf('create'),
    describe: shelf('describe'),
    remove: shelf('remove'),
    generations: shelf('generations'),
    readGeneration: shelf('readGeneration'),
    dropGenerations: shelf('dropGenerations'),
    readSnapshot: shelf('readSnapshot'),
    writeSnapshot: shelf('writeSnapshot'),
    readJournal: shelf('readJournal'),
    appendJournal: shelf('appendJournal'),
    truncateJournal: shelf('truncateJournal'),
    writeBatch: shelf('writeBatch'),
    readBatch: shelf('readBatch'),
    dropBatches: shelf('dropBatches'),
    close: shelf('close'),
  },
  openTable: call('openTable'),
  openFiles: call('openFiles'),
  // The path of a dropped file is told to the shell, never to the page.
  openDropped: (file) => invoke('shell.openDropped', webUtils.getPathForFile(file as File)) as ReturnType<DesktopShell['openDropped']>,
  saveFile: call('saveFile'),
  keepProject: call('keepProject'),
  coder: call('coder'),
  setLocale: call('setLocale'),
  setTheme: call('setTheme'),
  setMenuKeys: call('setMenuKeys'),
  onMenu(listener) {
    hear('window.menu', (command) => listener(command as MenuCommand))
    void invoke('window.listening')
  },
  onClose(listener) {
    hear('window.close', () => {
      const done = (): void => void invoke('window.closed')
      listener().then(done, done)
    })
  },
} satisfies DesktopShell)
