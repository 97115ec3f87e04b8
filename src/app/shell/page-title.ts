import type { Locale } from '#core/text/format.ts'

type Match = { id: string; loaderData?: unknown } | undefined

/** The language of the visit, for the title of a page that speaks both. */
export const localeOf = (matches: readonly Match[]): Locale =>
  (matches.find(match => match?.id === 'root')?.loaderData as { locale?: Locale } | undefined)?.locale ?? 'id'

/** `meta` of a page that speaks both languages. */
export const pageTitle =
  (words: Record<Locale, string>) =>
  ({ matches }: { matches: readonly Match[] }) => [{ title: `${words[localeOf(matches)]} · Anyam` }]
