import {
  type ActionFunctionArgs,
  data,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { visitContext } from '#platform/web/visit.ts'
import { Mark } from '#ui/kit/mark.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { CornerWeave } from './corner-weave.view.tsx'
import { listDemoAgencies } from './demo-people.ts'
import { houseContext } from './house.ts'
import { pageTitle } from './page-title.ts'
import { safeReturn } from './return-path.ts'
import { roleWords } from './role-words.ts'
import { doorLine, signInText } from './sign-in.text.ts'
import { listAgencies } from './visit.ts'

export const meta = pageTitle({ id: 'Masuk', en: 'Sign in' })
export const handle = { frame: false, english: true }

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const visit = context.get(visitContext)
  const { keeper } = context.get(houseContext)
  const agencies = await listAgencies(keeper)
  if (agencies.length === 0) throw redirect('/pasang')
  return {
    agency: agencies.length === 1 ? agencies[0].name : null,
    demos: await listDemoAgencies(visit.database, keeper),
    back: safeReturn(new URL(request.url).searchParams.get('kembali')),
    here: visit.path,
  }
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { signIn } = context.get(houseContext)
  const form = await request.formData()
  const back = safeReturn(form.get('kembali'))
  const account = form.get('akun')
  const nip = String(form.get('nip') ?? '')
  const step =
    typeof account === 'string'
      ? await signIn.asDemoAccount(account, request.headers)
      : await signIn.withPassword({
          nip,
          password: String(form.get('sandi') ?? ''),
          headers: request.headers,
          address: request.headers.get('x-anyam-address') ?? '',
        })
  if (!step.ok) return data({ message: step.message, nip }, { status: 422 })
  const headers = new Headers()
  for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
  if (typeof account === 'string') {
    headers.append('Set-Cookie', `akun=${account}; Path=/; SameSite=Lax; HttpOnly`)
    const role = form.get('role')
    if (typeof role === 'string')
      headers.append('Set-Cookie', `peran=${encodeURIComponent(role)}; Path=/; SameSite=Lax; HttpOnly`)
  }
  const to = step.next === 'second-factor' ? `/masuk/kode?kembali=${encodeURIComponent(back)}` : back
  return redirect(to, { headers, status: 303 })
}

export default function SignInPage() {
  const { agency, demos, back, here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const locale = useLocale()
  const text = signInText(locale)
  const other = locale === 'id' ? ('en' as const) : ('id' as const)
  return (
    <>
      <a className="skip" href="#isi">
        {text.skip}
      </a>
      <div className="hem" />
      <main id="isi" className={demos.length > 0 ? 'sign-in' : 'sign-in single'}>
        <section className="sign-in-form">
          <span className="brand">
            <Mark />
            <span>Anyam</span>
            {agency && <small>{agency}</small>}
          </span>
          <form method="post">
            <div>
              <h1>{text.title}</h1>
              <p className="quiet">{text.scope}</p>
            </div>
            {answer && (
              <div className="note risk" role="alert">
                <p>{answer.message}</p>
              </div>
            )}
            <input type="hidden" name="kembali" value={back} />
            <div>
              <label htmlFor="nip">{text.nip}</label>
              <p className="hint" id="nip-hint">
                {text.nipHint}
              </p>
              <input
                className="field"
                id="nip"
                name="nip"
                autoComplete="username"
                aria-describedby="nip-hint"
                defaultValue={answer?.nip}
                required
              />
            </div>
            <div>
              <label htmlFor="sandi">{text.password}</label>
              <input
                className="field"
                id="sandi"
                name="sandi"
                type="password"
                autoComplete="current-password"
                required
              />
            </div>
            <div className="row">
              <button className="button primary wide" type="submit">
                {text.submit}
              </button>
              <a className="small-text" href={href('/masuk/undangan')}>
                {text.firstTime}
              </a>
            </div>
          </form>
          <div>
            <p className="tiny faint">{text.foot}</p>
            <p className="small-text gap-2">
              <a href={href('/pengumuman/talenta')}>{text.announcement}</a>
            </p>
            <form method="post" action="/pilihan" className="gap-2">
              <input type="hidden" name="kembali" value={here} />
              <button className="button small quiet" type="submit" name="bahasa" value={other} lang={other}>
                <span className="sr">{text.language}: </span>
                {other === 'en' ? 'English' : 'Bahasa Indonesia'}
              </button>
            </form>
          </div>
        </section>
        {demos.length > 0 && (
          <section className="sign-in-demo">
            <CornerWeave />
            {demos.map(demo => (
              <div key={demo.id}>
                <h2>
                  {text.tryDemo} {demo.name}
                </h2>
                <p className="quiet">
                  {text.demoScope(formatNumber(demo.employees, { locale }), formatNumber(demo.units, { locale }))}
                </p>
                <ul className="doors" aria-label={text.chooseRole}>
                  {demo.people.map(person => (
                    <li key={person.role}>
                      <form method="post">
                        <input type="hidden" name="kembali" value={back} />
                        <input type="hidden" name="akun" value={person.accountId} />
                        <button type="submit" name="role" value={person.role}>
                          <b>{roleWords[person.role][locale]}</b>
                          <span>
                            {person.name}
                            {person.position && (
                              <>
                                , <Said>{person.position}</Said>
                              </>
                            )}
                            : {doorLine(person.role, locale)}
                          </span>
                          <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
                            <path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
                          </svg>
                        </button>
                      </form>
                    </li>
                  ))}
                </ul>
                {demo.seats.length > 0 && (
                  <details className="disclosure gap-4">
                    <summary>{text.members}</summary>
                    <ul className="doors" aria-label={text.chooseMember}>
                      {demo.seats.map(person => (
                        <li key={person.accountId}>
                          <form method="post">
                            <input type="hidden" name="kembali" value={back} />
                            <input type="hidden" name="akun" value={person.accountId} />
                            <button type="submit" name="role" value={person.role}>
                              <b>{person.name}</b>
                              <span>
                                {person.position ? <Said>{person.position}</Said> : roleWords[person.role][locale]}
                              </span>
                            </button>
                          </form>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
            ))}
          </section>
        )}
      </main>
    </>
  )
}
