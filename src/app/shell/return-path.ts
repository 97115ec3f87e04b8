/** A path of this house to go back to; anything else leads home. */
export const safeReturn = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/masuk') ? value : '/'
