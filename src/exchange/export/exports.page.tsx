import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { kindSaid } from '../workbook/table/tables.ts'
import { exports } from './export.store.ts'

export const meta = () => [{ title: 'Ekspor · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async () => ({
    files: Object.entries(exports).map(([kind, e]) => ({ kind, title: e.title, about: e.about })),
    templates: Object.entries(kindSaid)
      .filter(([kind]) => !kind.startsWith('siasn'))
      .map(([kind, said]) => ({ kind: `templat-${kind}`, title: said, about: 'Kolom, pilihan, dan format siap isi.' })),
  }))

export default function ExportsPage() {
  const { files, templates } = useLoaderData<typeof loader>()
  const table = (rows: typeof files, word: string) => (
    <DataTable
      caption={word}
      captionHidden
      rows={rows}
      rowKey={r => r.kind}
      columns={[
        {
          key: 'title',
          header: 'Berkas',
          cell: r => (
            <>
              {r.title}
              <SubLine>{r.about}</SubLine>
            </>
          ),
        },
        {
          key: 'get',
          header: 'Unduh',
          phoneLabel: '',
          cell: r => (
            <LinkButton
              small
              icon="download"
              download
              href={href('/data/ekspor/:kind', { kind: r.kind })}
              label={`Unduh ${r.title}`}
            >
              Unduh
            </LinkButton>
          ),
        },
      ]}
    />
  )
  return (
    <>
      <PageHead
        title="Data instansi dapat dibawa keluar kapan saja"
        scope="Berkas memakai judul kolom yang dikenal impor, sehingga dapat disunting lalu dikirim lagi."
        crumbs={[{ label: 'Data' }, { label: 'Ekspor' }]}
      />
      <Section title="Data sekarang">{table(files, 'Berkas data')}</Section>
      <Section title="Templat kosong untuk diisi">{table(templates, 'Templat')}</Section>
    </>
  )
}
