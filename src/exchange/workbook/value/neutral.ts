/**
 * Text that leaves us for a spreadsheet: a leading `=`, `+`, `-`, `@`, tab or return would run as a formula there,
 * so an apostrophe goes before it. Plain numbers, dates and the dash for "none" stay; reading takes the apostrophe off again.
 */
export const neutral = (text: string): string =>
  /^[\s\u00a0]*[=+\-@＝＋－＠\t\r]/.test(text) && !/^[+-]?[\d.,/ -]+%?$/.test(text) && !/^[-–—\s]+$/.test(text)
    ? `'${text}`
    : text
