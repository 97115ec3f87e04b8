import type { ReactNode } from 'react'
import { formatDay, type Locale } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { Role } from '#platform/access/actor.ts'
import { Mark } from '#ui/kit/mark.tsx'
import { frameText } from './frame.text.ts'
import type { Menu, MenuLink } from './menu.ts'
import { roleWords } from './role-words.ts'

export type FrameData = {
  agency: { name: string; shortName: string; isDemo: boolean } | null
  person: { name: string; role: Role; employeeId: string | null } | null
  /** Notices not read yet; null for an account without an employee record. */
  unread: number | null
  roles: Role[]
  menu: Menu | null
  /** With its query. */
  path: string
  locale: 'id' | 'en'
  theme: 'light' | 'dark' | null
  requestKey: string
  nonce: string
  on: Day | null
}

/** As long as sign-in keeps an idle session. */
const sessionSeconds = 8 * 3600

const initials = (name: string) =>
  name
    .split(',')[0]
    .split(' ')
    .filter(word => /^\p{L}/u.test(word) && !/\.$/.test(word))
    .slice(0, 2)
    .map(word => word[0].toUpperCase())
    .join('')

const Links = ({ links }: { links: MenuLink[] }) =>
  links.map(link => (
    <a key={link.path} href={link.path} aria-current={link.isCurrent ? 'page' : undefined}>
      {link.word}
    </a>
  ))

const Choice = ({
  name,
  value,
  isOn,
  back,
  children,
}: {
  name: string
  value: string
  isOn: boolean
  back: string
  children: ReactNode
}) => (
  <form method="post" action="/pilihan">
    <input type="hidden" name="kembali" value={back} />
    <button type="submit" name={name} value={value} aria-pressed={isOn}>
      {children}
    </button>
  </form>
)

const PersonMenu = ({ frame }: { frame: FrameData }) => {
  const text = frameText(frame.locale)
  const { person } = frame
  if (!person) return null
  return (
    <details className="person-menu">
      <summary>
        <span className="sr">
          {text.person}: {person.name}, {roleWords[person.role][frame.locale]}
        </span>
        <span className="avatar" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className="person-name" aria-hidden="true">
          {person.name.split(',')[0]}
        </span>
      </summary>
      <div className="person-panel">
        <p>
          <b>{person.name}</b>
          <br />
          <span className="quiet">{roleWords[person.role][frame.locale]}</span>
        </p>
        {frame.roles.length > 1 && (
          <section aria-label={text.actAs}>
            <h2>{text.actAs}</h2>
            {frame.roles.map(role => (
              <Choice key={role} name="peran" value={role} isOn={role === person.role} back="/">
                {roleWords[role][frame.locale]}
              </Choice>
            ))}
          </section>
        )}
        <section aria-label={text.display}>
          <h2>{text.display}</h2>
          <div className="choices">
            <Choice name="tema" value="terang" isOn={frame.theme === 'light'} back={frame.path}>
              {text.light}
            </Choice>
            <Choice name="tema" value="gelap" isOn={frame.theme === 'dark'} back={frame.path}>
              {text.dark}
            </Choice>
            <Choice name="tema" value="perangkat" isOn={frame.theme === null} back={frame.path}>
              {text.system}
            </Choice>
          </div>
        </section>
        <section aria-label={text.language}>
          <h2>{text.language}</h2>
          <div className="choices">
            <Choice name="bahasa" value="id" isOn={frame.locale === 'id'} back={frame.path}>
              Bahasa Indonesia
            </Choice>
            <Choice name="bahasa" value="en" isOn={frame.locale === 'en'} back={frame.path}>
              <span lang="en">English</span>
            </Choice>
          </div>
        </section>
        <nav aria-label={text.person}>
          {person.employeeId && person.role !== 'asn' && <a href="/jalur-saya">{text.myPath}</a>}
          {person.employeeId && <a href="/hak-saya">{text.myRights}</a>}
          <a href="/akun">{text.security}</a>
        </nav>
        <form method="post" action="/keluar">
          <button type="submit">{text.signOut}</button>
        </form>
      </div>
    </details>
  )
}

/** Hem, bar, second bar, content, foot: the same on every page of a signed-in person. */
export const Frame = ({
  frame,
  spoken,
  children,
}: {
  frame: FrameData
  /** The language of the page inside; where it differs from the frame's, the page says so. */
  spoken: Locale
  children: ReactNode
}) => {
  const text = frameText(frame.locale)
  // Pages of employees and supervisors carry no script at all.
  const hasFrameScript = frame.person !== null && !['asn', 'supervisor'].includes(frame.person.role)
  const menu = frame.menu ?? { top: [], sub: [], bottom: [] }
  return (
    <>
      <a className="skip" href="#isi">
        {text.skip}
      </a>
      <div className="hem" />
      <header className="bar">
        <div className="bar-in">
          <a className="brand" href="/">
            <Mark />
            <span>Anyam</span>
            {frame.agency && <small>{frame.agency.name}</small>}
          </a>
          <nav className="nav" aria-label={text.modules}>
            <Links links={menu.top} />
          </nav>
          {frame.person?.role !== 'asn' && (
            <a className="search wide" href="/cari" id="cari-buka">
              {text.search} <kbd>Ctrl K</kbd>
            </a>
          )}
          {frame.unread !== null && (
            <a className="notices" href="/kabar" aria-current={frame.path.startsWith('/kabar') ? 'page' : undefined}>
              {text.notices}
              {frame.unread > 0 && (
                <>
                  {' '}
                  <b>{frame.unread > 99 ? '99+' : frame.unread}</b>{' '}
                  <span className="sr">{text.unread(frame.unread)}</span>
                </>
              )}
            </a>
          )}
          <PersonMenu frame={frame} />
          <details className="menu">
            <summary className="button small">{text.menu}</summary>
            <div>
              <nav aria-label={text.menu}>
                <Links links={menu.top} />
                {frame.person?.role !== 'asn' && <a href="/cari">{text.search}</a>}
              </nav>
            </div>
          </details>
        </div>
      </header>
      {menu.sub.length > 0 && (
        <nav className="sub" aria-label={text.screens}>
          <ul>
            {menu.sub.map(link => (
              <li key={link.path}>
                <a href={link.path} aria-current={link.isCurrent ? 'page' : undefined}>
                  {link.word}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main className="content" id="isi" lang={spoken === frame.locale ? undefined : spoken}>
        {children}
      </main>
      <footer className="foot">
        <div>
          {frame.agency?.isDemo && <span>{text.demoFoot}</span>}
          {frame.on && <span>{text.dataAsOf(formatDay(frame.on, 'long', frame.locale))}</span>}
          <a href={`/angka-halaman?halaman=${encodeURIComponent(frame.path)}`}>{text.origins}</a>
          <a href="/bantuan">{text.help}</a>
        </div>
      </footer>
      {hasFrameScript && (
        <script
          src="/frame.js"
          defer
          nonce={frame.nonce}
          data-label={text.searchHint}
          data-none={text.searchNone}
          data-expiry={text.expiry}
          data-session={sessionSeconds}
        />
      )}
      {menu.bottom.length > 0 && (
        <nav className="bottom-bar" aria-label={text.menu}>
          <Links links={menu.bottom} />
        </nav>
      )}
    </>
  )
}
