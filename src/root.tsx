import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { screens } from '#app/routes.ts'
import { Frame, type FrameData } from '#app/shell/frame.view.tsx'
import { menuFor } from '#app/shell/menu.ts'
import type { Locale } from '#core/text/format.ts'
import { countUnread } from '#platform/message/notice.store.ts'
import { visitContext } from '#platform/web/visit.ts'
import { LocaleContext } from '#ui/locale.ts'
import './ui/style/anyam.css'
import './app/shell/frame.css'

/** What every page stands in: person, menu, theme, language, the key that makes a form act once. */
export const loader = async ({ context }: LoaderFunctionArgs): Promise<FrameData> => {
  const visit = context.get(visitContext)
  const { actor } = visit
  return {
    agency: visit.agency
      ? { name: visit.agency.name, shortName: visit.agency.shortName, isDemo: visit.agency.isDemo }
      : null,
    person: actor ? { name: actor.name, role: actor.role, employeeId: actor.employeeId } : null,
    unread: actor?.employeeId
      ? await visit.database.as(actor, db => countUnread(db, actor.employeeId!), { readOnly: true })
      : null,
    roles: [...visit.roles],
    menu: actor ? menuFor(screens, actor, visit.modules, visit.path.split('?')[0], visit.locale) : null,
    path: visit.path,
    locale: visit.locale,
    theme: visit.theme,
    requestKey: visit.requestKey,
    nonce: visit.nonce,
    on: actor?.on ?? null,
  }
}

/** `english`: the whole page speaks both languages; the others stay Indonesian inside an English frame. */
type Handle = { js?: boolean; frame?: false; english?: true }

export const Layout = ({ children }: { children: ReactNode }) => {
  const frame = useRouteLoaderData<FrameData>('root')
  const handles = useMatches().map(match => match.handle as Handle | undefined)
  const hasScripts = handles.some(handle => handle?.js)
  const isBare = handles.some(handle => handle?.frame === false) || !frame?.person
  const isBilingual = handles.some(handle => handle?.english)
  const spoken: Locale = (isBilingual && frame?.locale) || 'id'
  const page = <LocaleContext value={spoken}>{children}</LocaleContext>
  return (
    <html lang={isBare ? spoken : (frame?.locale ?? 'id')} data-theme={frame?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {isBare || !frame ? (
          page
        ) : (
          <Frame frame={frame} spoken={spoken}>
            {page}
          </Frame>
        )}
        {hasScripts && (
          <>
            <ScrollRestoration nonce={frame?.nonce} />
            <Scripts nonce={frame?.nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** A page that could not be shown says what happened, what was kept and what to do. */
export const ErrorBoundary = () => {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const told = isRouteErrorResponse(error) ? (error.data as { message?: string } | string | null) : null
  const message = typeof told === 'object' && told?.message ? told.message : null
  const heading =
    status === 404
      ? 'Halaman tidak ditemukan'
      : status === 403
        ? 'Halaman ini bukan untuk peran Anda'
        : status < 500
          ? 'Permintaan belum dapat dipenuhi'
          : 'Terjadi kesalahan di pihak kami'
  const cure =
    message ??
    (status === 404
      ? 'Alamatnya mungkin salah ketik, atau datanya bukan untuk Anda.'
      : 'Data Anda tidak berubah. Coba lagi beberapa saat lagi, atau hubungi pengelola.')
  return (
    <section className="empty" aria-labelledby="error-heading">
      <title>{`${heading} · Anyam`}</title>
      <h1 id="error-heading">{heading}</h1>
      <p>{cure}</p>
      <p>
        <a href="/">Kembali ke beranda</a>
      </p>
    </section>
  )
}
