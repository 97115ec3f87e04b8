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
import { CornerWeave } from './corner-weave.view.tsx'
import { listDemoAgencies } from './demo-people.ts'
import { houseContext } from './house.ts'
import { safeReturn } from './return-path.ts'
import { demoWords } from './sign-in.text.ts'
import { listAgencies } from './visit.ts'

export const meta = () => [{ title: 'Masuk · Anyam' }]
export const handle = { frame: false }

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const visit = context.get(visitContext)
  const { keeper } = context.get(houseContext)
  const agencies = await listAgencies(keeper)
  if (agencies.length === 0) throw redirect('/pasang')
  return {
    agency: agencies.length === 1 ? agencies[0].name : null,
    demos: await listDemoAgencies(visit.database, keeper),
    back: safeReturn(new URL(request.url).searchParams.get('kembali')),
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
  const { agency, demos, back } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <a className="skip" href="#isi">
        Langsung ke isi
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
              <h1>Masuk</h1>
              <p className="quiet">Satu tempat untuk rencana belajar dan jalur karier Anda.</p>
            </div>
            {answer && (
              <div className="note risk" role="alert">
                <p>{answer.message}</p>
              </div>
            )}
            <input type="hidden" name="kembali" value={back} />
            <div>
              <label htmlFor="nip">NIP</label>
              <p className="hint" id="nip-hint">
                18 angka, tanpa spasi
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
              <label htmlFor="sandi">Kata sandi</label>
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
                Masuk
              </button>
              <a className="small-text" href={href('/masuk/undangan')}>
                Baru pertama kali, atau lupa kata sandi?
              </a>
            </div>
          </form>
          <p className="tiny faint">
            Setiap akses ke data pribadi dicatat dan dapat dilihat pemiliknya. Butuh bantuan? Hubungi pengelola
            kepegawaian instansi Anda.
          </p>
          <p className="small-text">
            <a href={href('/pengumuman/talenta')}>Kriteria dan jadwal talenta, terbuka untuk semua orang</a>
          </p>
        </section>
        {demos.length > 0 && (
          <section className="sign-in-demo">
            <CornerWeave />
            {demos.map(demo => (
              <div key={demo.id}>
                <h2>Coba demo {demo.name}</h2>
                <p className="quiet">
                  {formatNumber(demo.employees)} ASN rekaan di {formatNumber(demo.units)} unit, lengkap dengan kisah
                  talenta infrastruktur. Pilih peran; tidak perlu akun.
                </p>
                <ul className="doors" aria-label="Pilih peran demo">
                  {demo.people.map(person => (
                    <li key={person.role}>
                      <form method="post">
                        <input type="hidden" name="kembali" value={back} />
                        <input type="hidden" name="akun" value={person.accountId} />
                        <button type="submit" name="role" value={person.role}>
                          <b>{demoWords[person.role].title}</b>
                          <span>
                            {person.name}
                            {person.position ? `, ${person.position}` : ''}: {demoWords[person.role].line}
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
                    <summary>Anggota komite lain, untuk bersidang dari beberapa peramban</summary>
                    <ul className="doors" aria-label="Pilih anggota komite">
                      {demo.seats.map(person => (
                        <li key={person.accountId}>
                          <form method="post">
                            <input type="hidden" name="kembali" value={back} />
                            <input type="hidden" name="akun" value={person.accountId} />
                            <button type="submit" name="role" value={person.role}>
                              <b>{person.name}</b>
                              <span>{person.position ?? demoWords[person.role].title}</span>
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
