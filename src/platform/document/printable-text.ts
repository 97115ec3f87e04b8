/** What the fonts inside the compiler can show for certain: Latin with its accents, Greek, Cyrillic, and signs. */
const shown =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u02c6-\u02dd\u0386-\u03ce\u0400-\u045f\u1e00-\u1eff\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2190-\u2193\u2212\u221e\u2248\u2260\u2264\u2265\u25a1\u25cb\u25cf]$/u

/** Replaces each sign that the fonts lack by an empty square, so that a name in another script never stops a document. */
export const printableText = (text: string): string =>
  [...text.normalize('NFC')]
    .map(sign => (shown.test(sign) && !/\p{Cn}/u.test(sign) ? sign : sign === '\t' ? ' ' : '□'))
    .join('')

/** The same for every text of a document. */
export const printable = (value: unknown): unknown =>
  typeof value === 'string'
    ? printableText(value)
    : Array.isArray(value)
      ? value.map(printable)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)]))
        : value
