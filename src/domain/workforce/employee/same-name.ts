const titles = /^(dr|dra|drs|ir|prof|h|hj|dokter)\.?\s+/i

/** A name without titles, case, marks and double blanks: what makes two spellings one person's. */
export const plainName = (name: string): string => {
  let text = name.split(',')[0].trim()
  while (titles.test(text)) text = text.replace(titles, '')
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Is the incoming spelling only another spelling of the known one?
 * Then the known one stays, so that a list in capitals without titles changes nobody's name.
 */
export const sameName = (known: string | undefined, incoming: string): boolean =>
  known !== undefined && plainName(known) === plainName(incoming)
