import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { purposeWords } from '../nomination/nomination-words.ts'
import { countInterviews, listInterviews } from './interview.store.ts'
import { interviewStateWords } from './interview-words.ts'

export const meta = () => [{ title: 'Wawancara · Anyam' }]

const pageSize = 50
const troubles = { late: 'Nilai terlambat', short: 'Pewawancara kurang', challenge: 'Ada keberatan calon' } as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const state = query.get('keadaan') || null
    const trouble = query.get('perlu') || null
    const cycle = query.get('siklus') || null
    const cycleId = cycle && /^[0-9a-f-]{36}$/i.test(cycle) ? cycle : null
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const filter = { state, trouble, cycleId, search }
    const rows = await listInterviews(db, { ...filter, limit: pageSize, page })
    return {
      ...filter,
      page,
      on,
      rows: rows.map(r => ({
        id: r.id,
        name: r.candidate_name,
        unit: r.unit,
        purpose: r.purpose,
        target: r.target,
        heldOn: r.held_on,
        startsAt: r.starts_at,
        place: r.place,
        dueOn: r.due_on,
        state: r.state,
        seats: r.seats.map(s => s.name),
        owing: r.seats.filter(s => s.state !== 'submitted').map(s => s.name),
        challenges: r.challenges,
        isLate: r.state === 'planned' && r.due_on < on,
      })),
      total: await countInterviews(db, filter),
      all: await countInterviews(db, {}),
      late: await countInterviews(db, { trouble: 'late' }),
      short: await countInterviews(db, { trouble: 'short' }),
      challenged: await countInterviews(db, { trouble: 'challenge' }),
      cycles: await db.rows<{ id: string; name: string }>(
        sql`select id, name from talent.cycles order by as_of desc limit 20`,
      ),
      mayWrite: actor.role === 'hr_officer',
    }
  })

export default function InterviewsPage() {
  const data = useLoaderData<typeof loader>()
  const { rows, total, page, state, trouble, cycleId, search, mayWrite } = data
  const filters = [state, trouble, cycleId, search].filter(Boolean).length
  const address = (more: Record<string, string>) =>
    `${href('/talenta/wawancara')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), ...(trouble ? { perlu: trouble } : {}), ...(cycleId ? { siklus: cycleId } : {}), ...(search ? { cari: search } : {}), ...more })}`
  const waiting = [
    data.late > 0 && { href: address({ perlu: 'late' }), text: `${data.late} menunggu nilai lewat batas` },
    data.short > 0 && { href: address({ perlu: 'short' }), text: `${data.short} kekurangan pewawancara` },
    data.challenged > 0 && {
      href: address({ perlu: 'challenge' }),
      text: `${data.challenged} menunggu jawaban keberatan`,
    },
  ].filter(w => w !== false)
  return (
    <>
      <PageHead
        title={
          data.all === 0
            ? 'Belum ada wawancara'
            : waiting.length > 0
              ? `${data.late + data.short + data.challenged} hal perlu diurus agar wawancara berlanjut`
              : `${data.all} wawancara, tidak ada yang tertahan`
        }
        scope="Pewawancara menilai sendiri-sendiri. Nilai terbuka serentak sesudah semua mengirim."
        crumbs={[{ label: 'Talenta', href: href('/talenta') }, { label: 'Wawancara' }]}
        actions={
          <>
            <LinkButton href={href('/talenta/wawancara/panduan')}>Panduan</LinkButton>
            <LinkButton href={href('/talenta/wawancara/bank')}>Bank pertanyaan</LinkButton>
            <LinkButton href={href('/talenta/wawancara/mutu')}>Mutu penilaian</LinkButton>
            {mayWrite && (
              <LinkButton href={href('/talenta/wawancara/baru')} icon="add" variant="primary">
                Jadwalkan
              </LinkButton>
            )}
          </>
        }
      />
      {waiting.length > 0 && (
        <Note tone="due" title="Perlu diurus">
          <ul>
            {waiting.map(w => (
              <li key={w.text}>
                <a href={w.href}>{w.text}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama atau NIP calon', value: search }}
        clearHref={filters > 0 ? href('/talenta/wawancara') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: Object.entries(interviewStateWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'perlu',
            label: 'Perlu diurus',
            chosen: trouble ? [trouble] : [],
            options: Object.entries(troubles).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'siklus',
            label: 'Siklus',
            chosen: cycleId ? [cycleId] : [],
            options: data.cycles.map(c => ({ value: c.id, label: c.name })),
          },
        ]}
      />
      {rows.length === 0 && filters > 0 ? (
        <EmptyFiltered what="wawancara" count={filters} clearHref={href('/talenta/wawancara')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada wawancara yang dijadwalkan">
          Siapkan pertanyaan di bank, susun panduan, lalu jadwalkan calon dan pewawancaranya.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Wawancara"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Calon',
                cell: r => (
                  <>
                    <a href={href('/talenta/wawancara/:interviewId', { interviewId: r.id })}>{r.name}</a>
                    <SubLine>{r.unit}</SubLine>
                  </>
                ),
              },
              {
                key: 'purpose',
                header: 'Tujuan',
                cell: r => (
                  <>
                    {purposeWords[r.purpose]}
                    {r.target && <SubLine>{r.target}</SubLine>}
                  </>
                ),
              },
              {
                key: 'when',
                header: 'Waktu',
                cell: r => (
                  <>
                    {formatDay(r.heldOn, 'short')}, {r.startsAt}
                    <SubLine>{r.place}</SubLine>
                  </>
                ),
              },
              { key: 'seats', header: 'Pewawancara', wide: true, cell: r => r.seats.join('; ') },
              {
                key: 'sent',
                header: 'Belum mengirim nilai',
                cell: r =>
                  r.state === 'cancelled' ? 'tidak ada' : r.owing.length === 0 ? 'lengkap' : r.owing.join('; '),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r =>
                  r.challenges > 0 ? (
                    <StateMark state="border">Keberatan menunggu jawaban</StateMark>
                  ) : r.isLate ? (
                    <StateMark state="risk">Lewat {formatDay(r.dueOn, 'short')}</StateMark>
                  ) : (
                    <Chip tone={r.state === 'concluded' ? 'known' : r.state === 'opened' ? 'expired' : 'plain'}>
                      {interviewStateWords[r.state]}
                    </Chip>
                  ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="wawancara"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
