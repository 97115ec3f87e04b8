import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

// Runs only on screens that ask for scripts (`handle.js`).
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
