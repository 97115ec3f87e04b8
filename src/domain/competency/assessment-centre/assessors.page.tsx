import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listAssessors, listProviders } from './centre.store.ts'
import { gradeWords } from './centre-words.ts'

export const meta = () => [{ title: 'Asesor · Anyam' }]

const states = [
  { value: 'berlaku', label: 'Sertifikat berlaku' },
  { value: 'habis', label: 'Sertifikat habis' },
  { value: 'selesai', label: 'Tidak bertugas lagi' },
]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const search = query.get('cari')?.trim() || undefined
    const providers = await listProviders(db)
    const providerId = providers.find(p => p.id === query.get('penyelenggara'))?.id
    const state = states.find(s => s.value === query.get('keadaan'))?.value
    return {
      on,
      search,
      providerId,
      state,
      providers: providers.map(p => ({ value: p.id, label: p.name })),
      mayKeep: actor.role === 'hr_officer',
      assessors: await listAssessors(db, { search, providerId, state }),
    }
  })

export default function AssessorsPage() {
  const { on, assessors, search, state, providerId, providers, mayKeep } = useLoaderData<typeof loader>()
  const here = href('/kompetensi/asesmen/asesor')
  const filters = [search, state, providerId].filter(Boolean).length
  const add = mayKeep && (
    <LinkButton href={href('/kompetensi/asesmen/asesor/baru')} variant="primary">
      Catat asesor
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title="Asesor"
        scope="Sertifikat yang habis menghalangi penugasan. Asesor luar hanya melihat gelombang yang dipercayakan kepadanya."
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: 'Asesor' }]}
        actions={add}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Nama atau nomor sertifikat', value: search ?? '' }}
        filters={[
          { name: 'penyelenggara', label: 'Penyelenggara', chosen: providerId ? [providerId] : [], options: providers },
          { name: 'keadaan', label: 'Keadaan', chosen: state ? [state] : [], options: states },
        ]}
        clearHref={filters > 0 ? here : undefined}
      />
      <Section>
        {assessors.length === 0 ? (
          filters > 0 ? (
            <EmptyFiltered what="asesor" count={filters} clearHref={here} />
          ) : (
            <EmptyState title="Belum ada asesor">Catat pegawai atau orang luar yang bersertifikat asesor.</EmptyState>
          )
        ) : (
          <DataTable
            caption="Asesor, yang sertifikatnya paling dekat habis lebih dahulu"
            captionHidden
            rows={assessors}
            rowKey={a => a.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: a => (
                  <>
                    <a href={href('/kompetensi/asesmen/asesor/:assessorId', { assessorId: a.id })}>{a.name}</a>
                    <SubLine>{a.employee_id ? 'pegawai instansi ini' : 'dari luar instansi'}</SubLine>
                  </>
                ),
              },
              { key: 'grade', header: 'Jenjang', cell: a => gradeWords[a.grade] },
              { key: 'provider', header: 'Penyelenggara', cell: a => a.provider },
              {
                key: 'until',
                header: 'Sertifikat',
                cell: a =>
                  a.ended_on ? (
                    <StateMark state="no">Tidak bertugas lagi</StateMark>
                  ) : a.accredited_until < on ? (
                    <StateMark state="expired">Habis {formatDay(a.accredited_until, 'short')}</StateMark>
                  ) : (
                    <StateMark state="known">Sampai {formatDay(a.accredited_until, 'short')}</StateMark>
                  ),
              },
              {
                key: 'account',
                header: 'Akun',
                cell: a => (a.account_id ? 'terbuka' : <StateMark state="unknown">Belum dibuka</StateMark>),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
