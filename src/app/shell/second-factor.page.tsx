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
import { safeReturn } from './return-path.ts'

export const meta = () => [{ title: 'Kode masuk · Anyam' }]
export const handle = { frame: false }

export const loader = ({ request }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams
  return { back: safeReturn(query.get('kembali')), isRecovery: query.get('cara') === 'cadangan' }
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const step = await context.get(houseContext).signIn.withCode({
    code: String(form.get('kode') ?? ''),
    isRecovery: form.get('cara') === 'cadangan',
    headers: request.headers,
    address: request.headers.get('x-anyam-address') ?? '',
  })
  if (!step.ok) return data({ message: step.message }, { status: 422 })
  const headers = new Headers()
  for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
  return redirect(safeReturn(form.get('kembali')), { headers, status: 303 })
}

export default function SecondFactor() {
  const { back, isRecovery } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Bare>
      <form method="post">
        <div>
          <h1>{isRecovery ? 'Tuliskan kode cadangan' : 'Tuliskan kode dari ponsel Anda'}</h1>
          <p className="quiet">
            {isRecovery
              ? 'Satu dari delapan kode yang Anda simpan. Setiap kode hanya berlaku sekali.'
              : 'Buka aplikasi pembuat kode, lalu tuliskan enam angka untuk Anyam.'}
          </p>
        </div>
        {answer && (
          <div className="note risk" role="alert">
            <p>{answer.message}</p>
          </div>
        )}
        <input type="hidden" name="kembali" value={back} />
        <input type="hidden" name="cara" value={isRecovery ? 'cadangan' : 'aplikasi'} />
        <div>
          <label htmlFor="kode">Kode</label>
          <input
            className="field"
            id="kode"
            name="kode"
            inputMode={isRecovery ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            required
          />
        </div>
        <button className="button primary" type="submit">
          Masuk
        </button>
        <p className="small-text">
          {isRecovery ? (
            <a href={`${href('/masuk/kode')}?kembali=${encodeURIComponent(back)}`}>Pakai kode dari aplikasi</a>
          ) : (
            <a href={`${href('/masuk/kode')}?cara=cadangan&kembali=${encodeURIComponent(back)}`}>
              Ponsel tidak ada? Pakai kode cadangan
            </a>
          )}
        </p>
      </form>
    </Bare>
  )
}
