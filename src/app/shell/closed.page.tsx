import { data, href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Role } from '#platform/access/actor.ts'
import { visitContext } from '#platform/web/visit.ts'
import { houseContext } from './house.ts'
import { roleWords } from './role-words.ts'

export const meta = () => [{ title: 'Halaman tertutup · Anyam' }]

/** Where the door leads those who may not pass: why, who can, and what to do. */
export const loader = ({ context }: LoaderFunctionArgs) => {
  const { refusal } = context.get(houseContext)
  const visit = context.get(visitContext)
  const may: Role[] = refusal?.reason === 'role' ? [...(refusal.screen?.roles ?? [])] : []
  return data(
    {
      reason: refusal?.reason ?? 'unknown-page',
      title: refusal?.screen?.title ?? null,
      path: refusal?.path ?? '/',
      may: may.filter(role => role !== 'system' && role !== 'visitor'),
      own: may.filter(role => visit.roles.includes(role)),
    },
    { status: refusal?.reason === 'role' ? 403 : 404 },
  )
}

export default function Closed() {
  const { reason, title, path, may, own } = useLoaderData<typeof loader>()
  return (
    <section className="empty">
      {reason === 'role' ? (
        <>
          <h1>Halaman ini bukan untuk peran Anda</h1>
          <p>
            {title} terbuka untuk: {may.map(role => roleWords[role].id).join('; ')}. Hubungi pengelola bila seharusnya
            Anda berwenang.
          </p>
          {own.map(role => (
            <form key={role} method="post" action={href('/pilihan')}>
              <input type="hidden" name="kembali" value={path} />
              <button className="button primary" type="submit" name="peran" value={role}>
                Buka sebagai {roleWords[role].id}
              </button>
            </form>
          ))}
        </>
      ) : reason === 'module' ? (
        <>
          <h1>Modul ini belum dipakai instansi Anda</h1>
          <p>{title} menjadi bagian dari modul yang dimatikan. Pengelola dapat menyalakannya di Pengaturan.</p>
        </>
      ) : (
        <>
          <h1>Halaman tidak ditemukan</h1>
          <p>Alamatnya mungkin salah ketik, atau halamannya sudah berpindah.</p>
        </>
      )}
      <p>
        <a href={href('/')}>Kembali ke beranda</a>
      </p>
    </section>
  )
}
