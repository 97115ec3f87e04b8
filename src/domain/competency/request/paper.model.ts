/** What a file really is, by its first bytes: its name and the browser's word are not believed. */
export const paperKind = (bytes: Uint8Array): { mediaType: string; ending: string } | null => {
  const starts = (...head: number[]) => head.every((b, i) => bytes[i] === b)
  if (starts(0x25, 0x50, 0x44, 0x46)) return { mediaType: 'application/pdf', ending: 'pdf' }
  if (starts(0xff, 0xd8, 0xff)) return { mediaType: 'image/jpeg', ending: 'jpg' }
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)) return { mediaType: 'image/png', ending: 'png' }
  return null
}

/** Bytes a paper may have at most. */
export const mostPaperBytes = 5 * 1024 * 1024
