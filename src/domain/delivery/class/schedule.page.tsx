import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { listProgrammesToChoose } from '../person/person-choice.store.ts'
import { findSession, listClasses, listSessionsWithoutClass } from './class.store.ts'
import { lateClasses } from './class-figures.ts'
import { openClass } from './open-class.ts'

export const meta = () => [{ title: 'Jadwal kelas · Anyam' }]
const pageSize = 50
const filters = { '': 'Semua', open: 'Berjalan dan akan datang', late: 'Hasil belum lengkap', done: 'Lengkap' } as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const state = (query.get('keadaan') ?? '') as '' | 'open' | 'late' | 'done'
    const rows = await listClasses(db, {
      state: state === '' ? undefined : state,
      after: query.get('sesudah') ?? undefined,
      limit: pageSize + 1,
    })
    return {
      state,
      classes: rows.slice(0, pageSize),
      more: rows.length > pageSize,
      sessions: await listSessionsWithoutClass(db),
      late: await lateClasses(db),
      programmes: actor.role === 'hr_officer' ? await listProgrammesToChoose(db) : [],
      isHr: actor.role === 'hr_officer',
      seesPeople: actor.role !== 'asn' && actor.role !== 'leader',
      seesClass: actor.role !== 'leader',
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, visit, actor }) => {
    const session = await visit.database.as(actor, db => findSession(db, values.sessionId ?? ''), { readOnly: true })
    if (!session) throw errors.class.notFound()
    const { id } = await run(openClass, {
      moduleId: session.module_id,
      sessionId: session.id,
      programmeId: values.programmeId ?? null,
      name: session.module_name,
      startsOn: session.starts_on,
      endsOn: session.ends_on,
    })
    return redirect(href('/diklat/kelas/:classId', { classId: id }))
  })

export default function SchedulePage() {
  const { state, classes, more, sessions, late, programmes, isHr, seesPeople, seesClass, on } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={
          seesPeople ? (
            <>
              <Figure figure={late} origin={false} asLink unit={false} /> kelas sudah selesai, hasilnya belum lengkap
            </>
          ) : (
            'Jadwal kelas'
          )
        }
        scope="Kelas dibuka dari jadwal katalog. Hasil yang dicatat menambah JP dan bukti kompetensi peserta."
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <Section title="Kelas">
        <Segment
          label="Keadaan"
          options={Object.entries(filters).map(([value, label]) => ({
            label,
            href: value ? `${href('/diklat/jadwal')}?keadaan=${value}` : href('/diklat/jadwal'),
            current: value === state,
          }))}
        />
        {classes.length === 0 ? (
          state ? (
            <EmptyFiltered what="kelas" count={1} filters={filters[state]} clearHref={href('/diklat/jadwal')} />
          ) : (
            <EmptyState title="Belum ada kelas">Buka kelas dari jadwal katalog di bawah.</EmptyState>
          )
        ) : (
          <DataTable
            caption="Kelas"
            captionHidden
            rows={classes}
            rowKey={c => c.id}
            columns={[
              {
                key: 'name',
                header: 'Kelas',
                cell: c => (
                  <>
                    {seesClass ? <a href={href('/diklat/kelas/:classId', { classId: c.id })}>{c.name}</a> : c.name}
                    <SubLine>
                      {[c.session_code, c.programme_name, c.place].filter(Boolean).join(' · ') || c.module_name}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'when',
                header: 'Waktu',
                cell: c => `${formatDay(c.starts_on, 'short')} – ${formatDay(c.ends_on, 'short')}`,
              },
              { key: 'jp', header: 'JP', number: true, cell: c => c.jp ?? 'belum ada' },
              ...(seesPeople
                ? [
                    {
                      key: 'state',
                      header: 'Keadaan',
                      cell: (c: (typeof classes)[number]) =>
                        c.ends_on >= on ? (
                          c.starts_on > on ? (
                            'akan datang'
                          ) : (
                            'berjalan'
                          )
                        ) : c.enrolled === 0 ? (
                          <StateMark state="unknown">belum ada peserta</StateMark>
                        ) : c.unmarked > 0 ? (
                          <StateMark state="risk">hasil belum lengkap</StateMark>
                        ) : (
                          <StateMark state="known">hasil lengkap</StateMark>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {more && (
          <p className="gap-3">
            <a
              href={`${href('/diklat/jadwal')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), sesudah: `${classes[classes.length - 1].ends_on}|${classes[classes.length - 1].id}` })}`}
            >
              Kelas sebelumnya
            </a>
          </p>
        )}
      </Section>
      <Section title="Jadwal katalog yang belum menjadi kelas">
        {sessions.length === 0 ? (
          <p className="quiet">Tidak ada jadwal terbuka. Tambahkan jadwal lewat impor katalog.</p>
        ) : (
          <DataTable
            caption="Jadwal katalog"
            captionHidden
            rows={sessions}
            rowKey={s => s.id}
            columns={[
              {
                key: 'name',
                header: 'Modul',
                cell: s => (
                  <>
                    {s.module_name}
                    <SubLine>{[s.code, s.place].filter(Boolean).join(' · ')}</SubLine>
                  </>
                ),
              },
              {
                key: 'when',
                header: 'Waktu',
                cell: s => `${formatDay(s.starts_on, 'short')} – ${formatDay(s.ends_on, 'short')}`,
              },
              { key: 'seats', header: 'Kursi', number: true, cell: s => s.seats ?? 'belum ada' },
              ...(isHr
                ? [
                    {
                      key: 'act',
                      header: 'Tindakan',
                      phoneLabel: '',
                      cell: (s: (typeof sessions)[number]) => (
                        <form method="post" className="row">
                          <FormKey />
                          {programmes.length > 0 && (
                            <select
                              className="field"
                              name="programmeId"
                              aria-label={`Program untuk kelas ${s.module_name} ${s.code}`}
                            >
                              <option value="">Terbuka untuk semua</option>
                              {programmes.map(p => (
                                <option key={p.id} value={p.id}>
                                  {p.name}
                                </option>
                              ))}
                            </select>
                          )}
                          <Button small name="sessionId" value={s.id} label={`Buka kelas ${s.module_name} ${s.code}`}>
                            Buka kelas
                          </Button>
                        </form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Section>
    </>
  )
}
