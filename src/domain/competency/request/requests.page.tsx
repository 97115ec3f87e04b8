import { href, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { countForProvider, listOpenRequests, listPapersOf, listPapersToCheck, type Paper } from './request.store.ts'
import { paperState, supplierWords, whyWords } from './request-words.ts'

export const meta = () => [{ title: 'Permintaan penilaian · Anyam' }]

const told: Record<string, string> = {
  dinilai: 'Penilaian tersimpan. Terima kasih.',
  dialihkan: 'Permintaan dialihkan ke penyelenggara penilaian kompetensi.',
  diunggah: 'Bukti tersimpan dan menunggu diperiksa pengelola kepegawaian.',
  diperiksa: 'Hasil pemeriksaan tersimpan dan orangnya diberi tahu.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query, on }) => {
    const isOffice = actor.role === 'hr_officer' || actor.role === 'auditor'
    return {
      on,
      isOffice,
      canCheck: actor.role === 'hr_officer',
      isSupervisor: actor.role === 'supervisor',
      hasSelf: actor.employeeId !== null,
      told: told[query.get('pesan') ?? ''] ?? null,
      centre: isOffice ? await countForProvider(db) : [],
      requests: (isOffice
        ? [
            ...(await listOpenRequests(db, { askedOf: 'supervisor', limit: 500 })),
            ...(await listOpenRequests(db, { askedOf: 'person', limit: 500 })),
          ]
        : await listOpenRequests(db, { limit: 500 })
      ).filter(
        r =>
          isOffice ||
          r.employee_id === actor.employeeId ||
          (actor.role === 'supervisor' && r.asked_of === 'supervisor'),
      ),
      own: actor.employeeId,
      toCheck: isOffice ? await listPapersToCheck(db) : [],
      mine: actor.employeeId ? await listPapersOf(db, actor.employeeId) : [],
    }
  })

const PaperLink = ({ paper }: { paper: Paper }) => (
  <a href={href('/kompetensi/bukti/:evidenceId', { evidenceId: paper.id })}>
    {paper.name}, level {paper.level}
  </a>
)

export default function RequestsPage() {
  const data = useLoaderData<typeof loader>()
  const { requests, toCheck, mine } = data
  const nothing = requests.length === 0 && data.centre.length === 0 && toCheck.length === 0 && mine.length === 0
  const title = data.isOffice
    ? `${requests.length + data.centre.reduce((n, u) => n + u.levels, 0)} level menunggu dinilai, ${toCheck.length} bukti menunggu diperiksa`
    : data.isSupervisor
      ? `${requests.filter(r => r.employee_id !== data.own).length} level menunggu penilaian Anda`
      : 'Bukti dan permintaan Anda'
  return (
    <>
      <PageHead
        title={title}
        scope="Level yang belum diketahui tidak pernah dianggap nol. Setiap permintaan menyebut siapa yang melengkapi dan sampai kapan."
        crumbs={[{ label: 'Kompetensi' }, { label: 'Permintaan' }]}
        actions={
          data.hasSelf && !data.isOffice ? (
            <LinkButton href={href('/kompetensi/bukti/baru')} variant="primary">
              Unggah bukti
            </LinkButton>
          ) : null
        }
      />
      <StatusLine>{data.told}</StatusLine>
      {nothing && (
        <EmptyState title="Tidak ada yang menunggu">
          Permintaan dikirim dari halaman kesenjangan, ketika sebuah level belum diketahui.
        </EmptyState>
      )}
      {toCheck.length > 0 && (
        <Section title="Bukti yang menunggu diperiksa" id="periksa">
          <DataTable
            caption="Bukti yang menunggu diperiksa"
            captionHidden
            rows={toCheck}
            rowKey={p => p.id}
            columns={[
              { key: 'person', header: 'Orang', cell: p => `${p.person} (${p.unit})` },
              { key: 'paper', header: 'Bukti', cell: p => <PaperLink paper={p} /> },
              { key: 'note', header: 'Keterangan', cell: p => p.note ?? '–' },
              { key: 'on', header: 'Terbit', cell: p => formatDay(p.observed_on, 'short') },
            ]}
          />
        </Section>
      )}
      {requests.length > 0 && (
        <Section title="Level yang diminta">
          <DataTable
            caption="Level yang diminta, menurut tenggat"
            captionHidden
            rows={requests}
            rowKey={r => r.id}
            columns={[
              {
                key: 'what',
                header: 'Kompetensi',
                cell: r =>
                  data.isSupervisor && r.asked_of === 'supervisor' && r.employee_id !== data.own ? (
                    <a href={href('/kompetensi/permintaan/:requestId', { requestId: r.id })}>{r.name}</a>
                  ) : (
                    r.name
                  ),
              },
              { key: 'person', header: 'Orang', cell: r => `${r.person} (${r.unit})` },
              { key: 'why', header: 'Sebab', cell: r => whyWords[r.why] },
              {
                key: 'who',
                header: 'Yang melengkapi',
                cell: r =>
                  r.asked_of === 'supervisor' && r.supervisor
                    ? `${r.supervisor}, ${supplierWords.supervisor}`
                    : supplierWords[r.asked_of],
              },
              {
                key: 'due',
                header: 'Tenggat',
                cell: r => (
                  <>
                    {formatDay(r.due_on, 'short')} {r.due_on < data.on && <Chip tone="expired">lewat</Chip>}
                  </>
                ),
              },
            ]}
          />
        </Section>
      )}
      {data.centre.length > 0 && (
        <Section
          title="Menunggu penilaian kompetensi"
          note="dijadwalkan penyelenggara"
          end={<a href={`${href('/kompetensi/asesmen/kalender')}?sebab=requested`}>Undang ke gelombang asesmen</a>}
        >
          <DataTable
            caption="Orang dan level yang menunggu penilaian kompetensi, menurut unit"
            captionHidden
            rows={data.centre}
            rowKey={u => u.unit_id}
            columns={[
              {
                key: 'unit',
                header: 'Unit',
                cell: u => <a href={`${href('/kompetensi/kesenjangan')}?unit=${u.unit_id}#terpilih`}>{u.unit}</a>,
              },
              { key: 'people', header: 'Orang', number: true, cell: u => formatNumber(u.people) },
              { key: 'levels', header: 'Level', number: true, cell: u => formatNumber(u.levels) },
              { key: 'due', header: 'Tenggat', cell: u => formatDay(u.due_on, 'short') },
            ]}
          />
        </Section>
      )}
      {mine.length > 0 && (
        <Section title="Bukti yang Anda unggah">
          <DataTable
            caption="Bukti yang Anda unggah"
            captionHidden
            rows={mine}
            rowKey={p => p.id}
            columns={[
              { key: 'paper', header: 'Bukti', cell: p => <PaperLink paper={p} /> },
              { key: 'note', header: 'Keterangan', cell: p => p.note ?? '–' },
              { key: 'on', header: 'Terbit', cell: p => formatDay(p.observed_on, 'short') },
              { key: 'state', header: 'Keadaan', cell: p => paperState(p) },
            ]}
          />
        </Section>
      )}
    </>
  )
}
