import { Unreadable } from './grid.ts'

/** A file's name for showing: folders kept when they are plain, an absolute path cut to its last part. Path tricks are refused. */
export const safeName = (name: string): string => {
  const plain = name.replaceAll('\\', '/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in names are what is looked for
  if (plain === '' || /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(plain) || plain.split('/').includes('..'))
    throw new Unreadable('NAMA_BERKAS_BERBAHAYA')
  const isAbsolute = plain.startsWith('/') || /^[a-z]:/i.test(plain)
  return (isAbsolute ? plain.split('/').at(-1) : plain) || 'berkas'
}

/** The name under which a file is judged, whether it may be read or not. */
export const safeOrShown = (name: string): string => {
  try {
    return safeName(name)
  } catch {
    return shownName(name)
  }
}

/** The name without tricks, for telling about a refused file. */
export const shownName = (name: string): string => {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not reach a screen
  return last.replace(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g, '').slice(0, 120) || 'berkas'
}
