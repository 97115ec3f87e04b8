import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import '#ui/style/screens/import.css'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark, type StateShape } from '#ui/kit/state-mark.tsx'
import { type Import, type ImportState, listImports } from './import.store.ts'
import { judgeImport } from './judge-import.ts'
import { queueJudging } from './queue-import.ts'
import { isMuch, receiveFiles } from './receive-files.ts'
import { UploadForm } from './upload.view.tsx'

export const meta = () => [{ title: 'Impor · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const imports = await listImports(db, { before: query.get('sebelum'), size: pageSize + 1 })
    return {
      imports: imports.slice(0, pageSize),
      next: imports.length > pageSize ? imports[pageSize - 1].made_at : null,
      maySend: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, run }) => {
    const files = await receiveFiles(form)
    const { importId } = await run(isMuch(files) ? queueJudging : judgeImport, { files })
    return redirect(href('/data/impor/:importId', { importId }))
  })

export const stateWords: Record<ImportState, { shape: StateShape; word: string }> = {
  uploaded: { shape: 'unknown', word: 'Menunggu diperiksa' },
  judged: { shape: 'border', word: 'Diuji coba, belum diterapkan' },
  applied: { shape: 'known', word: 'Diterapkan' },
  undone: { shape: 'closed', word: 'Dibatalkan' },
  discarded: { shape: 'no', word: 'Dibuang' },
}

const kindsOf = (i: Import) => (i.summary.kinds ?? []).join(', ') || 'Belum dikenali'
const whenOf = (i: Import) =>
  `${formatDay(i.made_at.slice(0, 10), 'short')}, ${i.made_at.slice(11, 16).replace(':', '.')}`

export default function ImportsPage() {
  const { imports, next, maySend } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const waiting = imports.filter(i => i.state === 'judged').length
  return (
    <>
      <PageHead
        title={
          waiting > 0
            ? `${waiting} kiriman diuji coba dan menunggu diterapkan`
            : imports.length > 0
              ? 'Kirim berkas, lihat akibatnya, lalu terapkan'
              : 'Mulai dari berkas yang sudah Anda punya'
        }
        scope="Tidak ada yang berubah sebelum Anda menekan Terapkan. Yang sudah diterapkan dapat dibatalkan utuh."
        crumbs={[{ label: 'Data' }, { label: 'Impor' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {maySend && <UploadForm action={href('/data/impor')} />}
      <Section title="Kiriman" end={<a href={href('/data/ekspor')}>Unduh contoh berkas</a>}>
        {imports.length === 0 ? (
          <EmptyState title="Belum ada kiriman">
            Daftar unit dan daftar pegawai sebaiknya dikirim lebih dahulu; berkas lain merujuk keduanya.
          </EmptyState>
        ) : (
          <DataTable
            caption="Kiriman berkas, terbaru dahulu"
            captionHidden
            rows={imports}
            rowKey={i => i.id}
            columns={[
              {
                key: 'when',
                header: 'Waktu dan isi',
                cell: i => (
                  <>
                    <a href={href('/data/impor/:importId', { importId: i.id })}>{whenOf(i)}</a>
                    <SubLine>{kindsOf(i)}</SubLine>
                  </>
                ),
              },
              { key: 'files', header: 'Berkas', number: true, cell: i => formatNumber(i.summary.files ?? 0) },
              { key: 'new', header: 'Baru', number: true, cell: i => formatNumber(i.summary.counts?.new ?? 0) },
              {
                key: 'changed',
                header: 'Berubah',
                number: true,
                cell: i => formatNumber(i.summary.counts?.changed ?? 0),
              },
              {
                key: 'rejected',
                header: 'Ditolak',
                number: true,
                cell: i => formatNumber(i.summary.counts?.rejected ?? 0),
              },
              { key: 'by', header: 'Oleh', cell: i => i.made_by },
              {
                key: 'state',
                header: 'Keadaan',
                cell: i => <StateMark state={stateWords[i.state].shape}>{stateWords[i.state].word}</StateMark>,
              },
            ]}
          />
        )}
        {next && (
          <p className="gap-3">
            <LinkButton href={`${href('/data/impor')}?sebelum=${encodeURIComponent(next)}`} small>
              Kiriman lebih lama
            </LinkButton>
          </p>
        )}
      </Section>
    </>
  )
}
