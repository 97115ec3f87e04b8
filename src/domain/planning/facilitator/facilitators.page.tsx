import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addMonths, type Day, yearOf } from '#core/values/day.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listFacilitators, listTeaching, loadFigure } from './facilitator.store.ts'
import { listLeaving, monthsAhead } from './trainer-succession.store.ts'

export const meta = () => [{ title: 'Fasilitator · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const year = Number(query.get('tahun')) || yearOf(on) + 1
    const teaching = await listTeaching(db, year)
    const leaving = new Map((await listLeaving(db)).map(l => [l.id, l.leavesOn]))
    return {
      year,
      years: [yearOf(on), yearOf(on) + 1],
      on,
      isHr: actor.role === 'hr_officer',
      rows: (await listFacilitators(db)).map(f => ({
        ...f,
        load: loadFigure(f.id, year, teaching, on),
        leavesOn: leaving.get(f.id) ?? null,
      })),
      soon: addMonths(on, monthsAhead),
    }
  })

export default function FacilitatorsPage() {
  const { rows, year, years, on, isHr, soon } = useLoaderData<typeof loader>()
  const over = rows.filter(r => Number(r.load.value) > r.max_days)
  const address = href('/diklat/fasilitator')
  return (
    <>
      <PageHead
        title={
          rows.length === 0
            ? 'Belum ada fasilitator'
            : over.length > 0
              ? `${over[0].name} mengajar melebihi batasnya`
              : `Tidak ada fasilitator yang melebihi batasnya pada ${year}`
        }
        scope="Hari mengajar dihitung dari penugasan dan dari skenario yang dibekukan."
        actions={
          <>
            <Segment
              label="Tahun"
              options={years.map(y => ({ label: String(y), href: `${address}?tahun=${y}`, current: y === year }))}
            />
            <LinkButton href={href('/diklat/fasilitator/pergantian')}>Penggantian pengajar</LinkButton>
            {isHr && (
              <LinkButton
                icon="add"
                href={href('/diklat/fasilitator/:facilitatorId', { facilitatorId: 'baru' })}
                variant="primary"
              >
                Daftarkan
              </LinkButton>
            )}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="Belum ada fasilitator">
          Daftarkan pengajar internal agar penyusun rencana mengetahui siapa yang dapat mengajar.
        </EmptyState>
      ) : (
        <DataTable
          caption="Fasilitator"
          captionHidden
          rows={rows}
          rowKey={r => r.id}
          columns={[
            {
              key: 'name',
              header: 'Nama',
              cell: r => (
                <>
                  <a href={href('/diklat/fasilitator/:facilitatorId', { facilitatorId: r.id })}>{r.name}</a>
                  <SubLine>
                    {r.unit_short_name ?? 'dari luar instansi'}
                    {r.leavesOn && r.leavesOn <= soon ? `; berhenti ${formatDay(r.leavesOn, 'short')}` : ''}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'modules',
              header: 'Dapat mengajar',
              wide: true,
              cell: r => r.modules.map(m => m.name).join(', ') || 'belum ditetapkan',
            },
            {
              key: 'load',
              header: `Hari mengajar ${year}`,
              number: true,
              cell: r => (
                <>
                  <Figure figure={r.load} origin={false} asLink unit={false} /> dari{' '}
                  <Recorded kind="planning.facilitator" id={r.id}>
                    {r.max_days}
                  </Recorded>
                  {Number(r.load.value) > r.max_days && <StateMark state="risk">melebihi batas</StateMark>}
                </>
              ),
            },
            {
              key: 'absence',
              header: 'Tidak hadir berikutnya',
              cell: r => {
                const next = r.absences.find(a => a.ends_on >= (on as Day))
                return next ? `${formatDay(next.starts_on, 'short')} – ${formatDay(next.ends_on, 'short')}` : '–'
              },
            },
          ]}
        />
      )}
    </>
  )
}
