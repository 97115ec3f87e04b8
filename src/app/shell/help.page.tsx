import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { visitContext } from '#platform/web/visit.ts'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { screens } from '../routes.ts'
import { opens } from './door.ts'

export const meta = () => [{ title: 'Bantuan · Anyam' }]

export const loader = ({ context }: LoaderFunctionArgs) => {
  const { actor, modules } = context.get(visitContext)
  return {
    screens: actor
      ? screens
          .filter(s => s.menu && !s.path.includes(':') && opens(s, actor, modules))
          .map(s => ({ path: s.path, title: s.title, group: s.menu![0] }))
      : [],
  }
}

export default function HelpPage() {
  const { screens } = useLoaderData<typeof loader>()
  const groups = [...new Set(screens.map(screen => screen.group))]
  return (
    <>
      <PageHead
        title="Bantuan"
        scope="Setiap angka bergaris titik dapat dibuka sampai ke catatannya. Yang belum diketahui ditulis belum diketahui, bukan nol."
      />
      <Section title="Yang dapat Anda buka">
        {groups.map(group => (
          <div key={group} className="gap-3">
            <h3>{group}</h3>
            <ul className="lines">
              {screens
                .filter(screen => screen.group === group)
                .map(screen => (
                  <li key={screen.path}>
                    <a href={screen.path}>{screen.title}</a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section title="Papan tik">
        <ul className="lines pairs">
          <li>
            <span>Cari orang, jabatan, program, layar</span>
            <kbd>Ctrl K</kbd>
          </li>
          <li>
            <span>Langsung ke isi halaman</span>
            <kbd>Tab</kbd>
          </li>
        </ul>
      </Section>
      <Section title="Masih ragu?">
        <p className="prose">
          Hubungi pengelola kepegawaian instansi Anda. Sebutkan nama halaman dan waktu kejadiannya.
        </p>
      </Section>
    </>
  )
}
