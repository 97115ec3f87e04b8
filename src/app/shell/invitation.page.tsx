import { type ActionFunctionArgs, data, href, redirect, useActionData } from 'react-router'
import { Bare } from './bare.view.tsx'
import { houseContext } from './house.ts'

export const meta = () => [{ title: 'Kata sandi pertama · Anyam' }]
export const handle = { frame: false }

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const nip = String(form.get('nip') ?? '').replace(/\s/g, '')
  const password = String(form.get('sandi') ?? '')
  if (password !== String(form.get('ulang') ?? ''))
    return data({ nip, message: 'Kedua kata sandi tidak sama. Tuliskan sekali lagi.' }, { status: 422 })
  const step = await context.get(houseContext).signIn.acceptInvitation({
    nip,
    word: String(form.get('kata') ?? '').trim(),
    password,
    address: request.headers.get('x-anyam-address') ?? '',
  })
  if (!step.ok) return data({ nip, message: step.message }, { status: 422 })
  const headers = new Headers()
  for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
  return redirect('/', { headers, status: 303 })
}

export default function Invitation() {
  const answer = useActionData<typeof action>()
  return (
    <Bare>
      <form method="post">
        <div>
          <h1>Buat kata sandi Anda</h1>
          <p className="quiet">
            Minta kata undangan kepada pengelola kepegawaian instansi Anda. Kata undangan berlaku 7 hari dan sekali
            pakai.
          </p>
        </div>
        {answer && (
          <div className="note risk" role="alert">
            <p>{answer.message}</p>
          </div>
        )}
        <div>
          <label htmlFor="nip">NIP atau nama masuk</label>
          <input className="field" id="nip" name="nip" autoComplete="username" defaultValue={answer?.nip} required />
        </div>
        <div>
          <label htmlFor="kata">Kata undangan</label>
          <input className="field" id="kata" name="kata" autoComplete="off" required />
        </div>
        <div>
          <label htmlFor="sandi">Kata sandi baru</label>
          <p className="hint" id="sandi-hint">
            Paling sedikit 12 huruf; beberapa kata yang mudah Anda ingat sudah cukup
          </p>
          <input
            className="field"
            id="sandi"
            name="sandi"
            type="password"
            autoComplete="new-password"
            aria-describedby="sandi-hint"
            required
          />
        </div>
        <div>
          <label htmlFor="ulang">Kata sandi baru, sekali lagi</label>
          <input className="field" id="ulang" name="ulang" type="password" autoComplete="new-password" required />
        </div>
        <button className="button primary" type="submit">
          Simpan dan masuk
        </button>
        <p className="small-text">
          <a href={href('/masuk')}>Kembali ke halaman masuk</a>
        </p>
      </form>
    </Bare>
  )
}
