import './trusted-types'
import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { invariant } from '../shared/base/assert'
import { connectEngine } from '../shared/protocol/rpc'
import { createCommands } from './app/commands'
import { AppProvider } from './app/context'
import { openAgain } from './app/load-again'
import { runMenuCommand } from './app/keys/menu-command'
import { preferredLocale, preferredTheme } from './app/preferences'
import { createSession } from './app/session'
import { applyTheme } from './app/theme'
import { watchEngine } from './app/watch-engine'
import { watchKept } from './app/project/watch-kept'
import { browserHost } from './host/browser-host'
import { desktopHost } from './host/desktop-host'
import { lendShelf } from './host/lend-shelf'
import { readFile } from './host/read-file'
import { loadCharts } from './parts/chart-canvas'
import { Frame } from './views/frame/frame'

const host = window.earshot ? desktopHost(window.earshot) : browserHost()
const session = createSession(preferredLocale(host, navigator.languages), preferredTheme(host))
applyTheme(session.get().theme)

const worker = new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module', name: host.kind })
worker.addEventListener('error', () => session.set({ work: null, notice: { kind: 'broken' } }))
const client = connectEngine({
  postMessage: (message, transfer) => worker.postMessage(message, [...transfer]),
  onMessage: (handler) => worker.addEventListener('message', (event: MessageEvent<unknown>) => handler(event.data)),
})

if (window.earshot) {
  void lendShelf(window.earshot, worker)
  // What is acknowledged is safe already; closing the project saves it, so that the next opening is short.
  window.earshot.onClose(() => client.call('closeProject', null))
}

watchKept(session, host)
watchEngine(() => client.ping(), (isSilent) => {
  if (isSilent) session.set({ notice: { kind: 'silent' } })
  else if (session.get().notice?.kind === 'silent') session.set({ notice: null })
})
const commands = createCommands(session, client, host, host.readFile ?? readFile)
host.onMenu?.((command) => void runMenuCommand(command, commands, session))
const root = document.getElementById('root')
invariant(root, 'the page has a root element')
createRoot(root).render(
  <AppProvider session={session} commands={commands}>
    <Frame host={host.kind} />
  </AppProvider>,
)
// Charts are wanted soon, and not before this.
void commands
  .listProjects()
  .then(() => openAgain(session, commands.openProject))
  .then(loadCharts)
