/** Where a statement came from: told by the person, or brought with the agency's staff list. */
export type Statement = { isDisabled: boolean | null; source: 'self' | 'import' }

/** What the person said, or took back, stands against any list that comes later. */
export const mayListSay = (held: Statement | null): boolean => held === null || held.source === 'import'
