import { createContext, createElement, type ReactNode, useContext } from 'react'
import type { Locale } from '#core/text/format.ts'

/** The language of the page that is drawn: English only where the whole page speaks it. */
export const LocaleContext = createContext<Locale>('id')

export const useLocale = (): Locale => useContext(LocaleContext)

/** Words of the records themselves (names of posts, programmes, behaviours), which stay Indonesian in an English page. */
export const Said = ({ children }: { children: ReactNode }) =>
  useLocale() === 'id' ? children : createElement('span', { lang: 'id' }, children)
