import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listProviders } from './centre.store.ts'
import { providerKindWords } from './centre-words.ts'

export const meta = () => [{ title: 'Penyelenggara asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on }) => ({
    on,
    mayKeep: actor.role === 'hr_officer',
    providers: await listProviders(db),
  }))

export default function ProvidersPage() {
  const { on, providers, mayKeep } = useLoaderData<typeof loader>()
  const add = mayKeep && (
    <LinkButton href={href('/kompetensi/asesmen/penyelenggara/baru')} variant="primary">
      Catat penyelenggara
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title="Penyelenggara asesmen"
        scope="Hanya penyelenggara yang terakreditasi sampai gelombang selesai dapat dipilih."
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: 'Penyelenggara' }]}
        actions={providers.length > 0 && add}
      />
      <Section>
        {providers.length === 0 ? (
          <EmptyState title="Belum ada penyelenggara" action={add}>
            Catat unit penilaian sendiri, BKN, instansi lain, atau lembaga swasta yang Anda pakai.
          </EmptyState>
        ) : (
          <DataTable
            caption="Penyelenggara asesmen"
            captionHidden
            rows={providers}
            rowKey={p => p.id}
            columns={[
              {
                key: 'name',
                header: 'Penyelenggara',
                cell: p => (
                  <>
                    <a href={href('/kompetensi/asesmen/penyelenggara/:providerId', { providerId: p.id })}>{p.name}</a>
                    <SubLine>{providerKindWords[p.kind]}</SubLine>
                  </>
                ),
              },
              {
                key: 'accredited',
                header: 'Akreditasi',
                cell: p =>
                  p.ended_on ? (
                    <StateMark state="no">Tidak dipakai lagi</StateMark>
                  ) : p.accredited_until === null ? (
                    <StateMark state="unknown">Belum dicatat</StateMark>
                  ) : p.accredited_until < on ? (
                    <StateMark state="expired">Habis {formatDay(p.accredited_until, 'short')}</StateMark>
                  ) : (
                    <StateMark state="known">Sampai {formatDay(p.accredited_until, 'short')}</StateMark>
                  ),
              },
              { key: 'contact', header: 'Narahubung', cell: p => p.contact ?? 'belum dicatat' },
            ]}
          />
        )}
      </Section>
    </>
  )
}
