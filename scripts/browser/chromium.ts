import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter(p => p !== undefined)

/** Opens the machine's own Chromium; nothing is downloaded. */
export const openChromium = (): Promise<Browser> => {
  const executablePath = places.find(p => existsSync(p))
  if (!executablePath)
    throw new Error(
      'Chromium tidak ditemukan. Pasang dengan: apt-get install chromium, atau tunjuk dengan CHROMIUM=/jalur.',
    )
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}
