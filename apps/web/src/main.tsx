import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@xyflow/react/dist/style.css'
import './design/tokens.css'
import './design/base.css'
import { ReactFlowProvider } from '@xyflow/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepForOffline } from './offline/service-worker.ts'
import { openFromAddress } from './open/open-from-address.ts'
import { openAtStart } from './open/open-at-start.ts'
import { App } from './shell/App.tsx'
import { loadBeside } from './shell/use-beside.ts'
import { startAutosave } from './workspace/autosave.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

void loadBeside()
await openAtStart()
startAutosave()
await openFromAddress()

createRoot(root).render(
  <StrictMode>
    <ReactFlowProvider>
      <App />
    </ReactFlowProvider>
  </StrictMode>,
)

keepForOffline()
// Nobody waits for it: the canvas answers first.
void import('./lint/linting.ts').then(({ startLinting }) => startLinting())
