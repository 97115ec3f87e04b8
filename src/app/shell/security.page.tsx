import {
  type ActionFunctionArgs,
  data,
  href,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { formatTime } from '#core/text/format.ts'
import { visitContext } from '#platform/web/visit.ts'
import { houseContext } from './house.ts'

export const meta = () => [{ title: 'Kata sandi dan keamanan · Anyam' }]

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const visit = context.get(visitContext)
  const visitor = await context.get(houseContext).signIn.visitor(request.headers)
  return {
    isDemo: visit.agency?.isDemo ?? false,
    hasSecondFactor: visitor?.hasSecondFactor ?? false,
    until: visitor ? formatTime(visitor.expiresAt, visit.agency?.timeZone) : null,
    seats:
      (visitor?.seats ?? []).length > 1 ? visitor!.seats.map(seat => ({ id: seat.accountId, name: seat.name })) : [],
  }
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const next = String(form.get('baru') ?? '')
  if (next !== String(form.get('ulang') ?? ''))
    return data({ ok: false, message: 'Kedua kata sandi baru tidak sama.' }, { status: 422 })
  const step = await context.get(houseContext).signIn.changePassword({
    current: String(form.get('kini') ?? ''),
    next,
    headers: request.headers,
  })
  if (!step.ok) return data({ ok: false, message: step.message }, { status: 422 })
  const headers = new Headers()
  for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
  return data({ ok: true, message: 'Kata sandi diganti. Perangkat lain yang masih masuk dikeluarkan.' }, { headers })
}

export default function Security() {
  const { isDemo, hasSecondFactor, until } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="heading">
        <div>
          <h1>Kata sandi dan keamanan</h1>
          {until && <p>Sesi ini berakhir pukul {until} bila tidak dipakai.</p>}
        </div>
      </header>
      {isDemo ? (
        <p>Akun demo tidak mempunyai kata sandi.</p>
      ) : (
        <>
          <section className="section">
            <h2>Faktor kedua</h2>
            {hasSecondFactor ? (
              <p>Terpasang. Anda masuk dengan kata sandi dan kode dari ponsel.</p>
            ) : (
              <p>
                Belum terpasang. <a href={href('/masuk/faktor-kedua')}>Pasang faktor kedua</a>
              </p>
            )}
          </section>
          <section className="section">
            <h2>Ganti kata sandi</h2>
            {answer && (
              <div className={answer.ok ? 'note' : 'note risk'} role={answer.ok ? 'status' : 'alert'}>
                <p>{answer.message}</p>
              </div>
            )}
            <form method="post" className="form">
              <div>
                <label htmlFor="kini">Kata sandi sekarang</label>
                <input
                  className="field"
                  id="kini"
                  name="kini"
                  type="password"
                  autoComplete="current-password"
                  required
                />
              </div>
              <div>
                <label htmlFor="baru">Kata sandi baru</label>
                <p className="hint" id="baru-hint">
                  Paling sedikit 12 huruf
                </p>
                <input
                  className="field"
                  id="baru"
                  name="baru"
                  type="password"
                  autoComplete="new-password"
                  aria-describedby="baru-hint"
                  required
                />
              </div>
              <div>
                <label htmlFor="ulang">Kata sandi baru, sekali lagi</label>
                <input className="field" id="ulang" name="ulang" type="password" autoComplete="new-password" required />
              </div>
              <button className="button primary" type="submit">
                Ganti kata sandi
              </button>
            </form>
          </section>
        </>
      )}
    </>
  )
}
