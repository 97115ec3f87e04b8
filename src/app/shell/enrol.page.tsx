import QRCode from 'qrcode'
import {
  type ActionFunctionArgs,
  data,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Bare } from './bare.view.tsx'
import { houseContext } from './house.ts'

export const meta = () => [{ title: 'Pasang faktor kedua · Anyam' }]
export const handle = { frame: false }

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const visitor = await context.get(houseContext).signIn.visitor(request.headers)
  if (!visitor) throw redirect('/masuk')
  if (visitor.hasSecondFactor) throw redirect('/')
  return { mayWait: visitor.seats.some(seat => seat.roles.includes('asn')) }
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { signIn } = context.get(houseContext)
  const form = await request.formData()
  if (form.get('_intent') === 'confirm') {
    const step = await signIn.confirmSecondFactor({ code: String(form.get('kode') ?? ''), headers: request.headers })
    if (!step.ok)
      return data(
        {
          step: 'begun' as const,
          message: step.message,
          uri: String(form.get('uri') ?? ''),
          picture: await picture(String(form.get('uri') ?? '')),
          codes: [] as string[],
        },
        { status: 422 },
      )
    const headers = new Headers()
    for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
    return redirect('/', { headers, status: 303 })
  }
  const begun = await signIn.beginSecondFactor({ password: String(form.get('sandi') ?? ''), headers: request.headers })
  if (!begun.ok) return data({ step: 'start' as const, message: begun.message }, { status: 422 })
  return data({
    step: 'begun' as const,
    message: null,
    uri: begun.uri,
    picture: await picture(begun.uri),
    codes: begun.codes,
  })
}

const picture = async (uri: string) =>
  uri.startsWith('otpauth://')
    ? `data:image/svg+xml;utf8,${encodeURIComponent(await QRCode.toString(uri, { type: 'svg', margin: 2 }))}`
    : ''

export default function Enrol() {
  const { mayWait } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const begun = answer?.step === 'begun' ? answer : null
  return (
    <Bare>
      {begun ? (
        <form method="post">
          <div>
            <h1>Pindai, simpan, lalu tuliskan kodenya</h1>
            <p className="quiet">Pindai gambar ini dengan aplikasi pembuat kode di ponsel Anda.</p>
          </div>
          {begun.message && (
            <div className="note risk" role="alert">
              <p>{begun.message}</p>
            </div>
          )}
          {begun.picture && (
            <img src={begun.picture} width="220" height="220" alt="Kode QR untuk aplikasi pembuat kode" />
          )}
          <p className="small-text">
            Tidak dapat memindai? Ketik kunci ini: <code className="secret">{secretOf(begun.uri)}</code>
          </p>
          {begun.codes.length > 0 && (
            <div className="note">
              <h2>Kode cadangan</h2>
              <p className="small-text">
                Simpan di tempat aman. Setiap kode berlaku sekali dan hanya ditampilkan sekarang.
              </p>
              <ul className="codes">
                {begun.codes.map(code => (
                  <li key={code}>
                    <code>{code}</code>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <input type="hidden" name="_intent" value="confirm" />
          <input type="hidden" name="uri" value={begun.uri} />
          <div>
            <label htmlFor="kode">Enam angka dari aplikasi</label>
            <input className="field" id="kode" name="kode" inputMode="numeric" autoComplete="one-time-code" required />
          </div>
          <button className="button primary" type="submit">
            Pasang faktor kedua
          </button>
        </form>
      ) : (
        <form method="post">
          <div>
            <h1>Pasang faktor kedua</h1>
            <p className="quiet">
              Peran Anda melihat data orang lain. Karena itu Anda masuk dengan kata sandi dan kode dari ponsel.
              Kira-kira 2 menit.
            </p>
          </div>
          {answer?.message && (
            <div className="note risk" role="alert">
              <p>{answer.message}</p>
            </div>
          )}
          <div>
            <label htmlFor="sandi">Kata sandi Anda sekarang</label>
            <input className="field" id="sandi" name="sandi" type="password" autoComplete="current-password" required />
          </div>
          <button className="button primary" type="submit">
            Mulai
          </button>
        </form>
      )}
      {mayWait && (
        <form method="post" action={href('/pilihan')}>
          <button className="button quiet-button" type="submit" name="peran" value="asn">
            Nanti saja, buka Jalur Saya
          </button>
        </form>
      )}
      <form method="post" action={href('/keluar')}>
        <button className="button quiet-button" type="submit">
          Keluar
        </button>
      </form>
    </Bare>
  )
}
