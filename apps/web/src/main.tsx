import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@xyflow/react/dist/style.css'
import './design/tokens.css'
import './design/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepForOffline } from './offline/service-worker.ts'
import { openFromAddress } from './open/open-from-address.ts'
import { openAtStart } from './open/open-models.ts'
import { App } from './shell/App.tsx'
import { startAutosave } from './workspace/autosave.ts'
import { queryClient } from './workspace/query-client.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

await openAtStart()
startAutosave()
await openFromAddress()

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ReactFlowProvider>
        <App />
      </ReactFlowProvider>
    </QueryClientProvider>
  </StrictMode>,
)

keepForOffline()
// Nobody waits for it: the canvas answers first.
void import('./lint/linting.ts').then(({ startLinting }) => startLinting())
