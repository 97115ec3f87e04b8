import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { HeatMap } from '#ui/chart/heat-map.tsx'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Panel } from '#ui/kit/panel.tsx'
import { Section } from '#ui/kit/section.tsx'
import '#ui/style/screens/gap.css'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { askForEvidence } from '../request/ask-for-evidence.ts'
import { sentFromQuery, sentToQuery, supplierWords } from '../request/request-words.ts'
import { leastPeople } from './least-people.ts'
import {
  cellFigure,
  cellKey,
  coverageFigure,
  openRequestsOf,
  organisationGap,
  printed,
  requestedFigure,
  waitingFigure,
} from './organisation.store.ts'

export const meta = () => [{ title: 'Kesenjangan organisasi · Anyam' }]

const shownCompetencies = 9

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const all = await organisationGap(db)
    const kind = query.get('jenis') === 'teknis' ? 'teknis' : 'umum'
    const weight = (code: string) =>
      all.units.reduce((n, u) => n + (all.cells.get(cellKey(u.id, code))?.judged.length ?? 0), 0)
    const competencies = all.competencies
      .filter(c => (kind === 'teknis') === (c.kind === 'technical'))
      .sort((a, b) => (kind === 'teknis' ? weight(b.code) - weight(a.code) : 0))
      .slice(0, kind === 'teknis' ? 12 : shownCompetencies)
    const rows = all.units.map(u => ({
      unit: { id: u.id, name: u.name, hasExpired: u.expired.length > 0 },
      people: printed(coverageFigure(all, 'people', u, on)),
      unknown: printed(coverageFigure(all, 'unknown', u, on)),
      expired: printed(coverageFigure(all, 'expired', u, on)),
      cells: competencies.map(c => {
        const cell = all.cells.get(cellKey(u.id, c.code))
        return cell && cell.required > 0
          ? { judged: cell.judged.length, figure: { ...cellFigure(u, c, cell, on), parts: [] } }
          : null
      }),
    }))
    const unit = all.units.find(u => u.id === query.get('unit'))
    const competency = all.competencies.find(c => c.code === query.get('kompetensi'))
    const cell = unit && competency ? all.cells.get(cellKey(unit.id, competency.code)) : null
    const short = new Map<number, number>()
    for (const j of cell?.judged ?? []) short.set(Number(j.gap.value), (short.get(Number(j.gap.value)) ?? 0) + 1)
    const { ask } = evidenceRules.on(on).body
    const requested = unit ? await openRequestsOf(db, unit.id) : new Map<string, string[]>()
    return {
      kind,
      mayImport: actor.role === 'hr_officer',
      sent: sentFromQuery(query.get('kirim')),
      mayAsk: actor.role === 'hr_officer',
      /** What nobody knows in the chosen unit: which level, who must supply it, how many, how many were asked already. */
      open:
        unit && !competency
          ? {
              unit,
              lines: all.competencies
                .flatMap(c => {
                  const held = all.cells.get(cellKey(unit.id, c.code))
                  return held && held.unknown.length + held.expired.length > 0
                    ? [
                        {
                          code: c.code,
                          name: c.name,
                          who: supplierWords[ask.supplier[c.kind as keyof typeof ask.supplier]],
                          waiting: held.unknown.length + held.expired.length,
                          unknown: printed(waitingFigure(unit, c, held, 'unknown', on)),
                          expired:
                            held.expired.length > 0 ? printed(waitingFigure(unit, c, held, 'expired', on)) : null,
                          requested: requested.has(c.code)
                            ? printed(requestedFigure(unit, c, requested.get(c.code) ?? [], on))
                            : null,
                        },
                      ]
                    : []
                })
                .sort((a, b) => b.waiting - a.waiting),
            }
          : null,
      competencies,
      rows,
      people: printed(coverageFigure(all, 'people', null, on)),
      unknown: printed(coverageFigure(all, 'unknown', null, on)),
      expired: printed(coverageFigure(all, 'expired', null, on)),
      selected:
        unit && competency && cell
          ? {
              unit,
              competency,
              isShown: cell.judged.length >= leastPeople,
              figure: { ...cellFigure(unit, competency, cell, on), parts: [] },
              judged: cell.judged.length,
              short: [...short].sort((a, b) => a[0] - b[0]),
              unknown: cell.unknown.length,
              requested: requested.get(competency.code)?.length ?? 0,
              who: supplierWords[ask.supplier[competency.kind as keyof typeof ask.supplier]],
              expired: cell.expired.length,
              people: cell.judged
                .filter(j => Number(j.gap.value) > 0)
                .sort((a, b) => Number(b.gap.value) - Number(a.gap.value))
                .slice(0, 50)
                .map(j => ({ id: j.employeeId, name: j.name, gap: { ...j.gap, parts: [] } })),
            }
          : null,
    }
  })

/** Sends tasks to whoever must supply what is not known in a unit: for one competency, or for all. */
export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ run, values }) => {
    const sent = await run(askForEvidence, { unitId: values.unitId, code: values.code ?? null })
    const where = new URLSearchParams({
      ...(values.jenis ? { jenis: values.jenis } : {}),
      unit: values.unitId,
      ...(values.code ? { kompetensi: values.code } : {}),
      kirim: sentToQuery(sent),
    })
    return redirect(`${href('/kompetensi/kesenjangan')}?${where}#terpilih`)
  })

const AskForm = ({
  unitId,
  code,
  kind,
  children,
}: {
  unitId: string
  code?: string
  kind: string
  children: string
}) => (
  <form method="post" className="gap-4">
    <FormKey />
    <input type="hidden" name="unitId" value={unitId} />
    {code && <input type="hidden" name="code" value={code} />}
    {kind === 'teknis' && <input type="hidden" name="jenis" value="teknis" />}
    <Button>{children}</Button>
  </form>
)

export default function OrganisationGapPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { selected, open } = data
  const jenis: Record<string, string> = data.kind === 'teknis' ? { jenis: 'teknis' } : {}
  const here = href('/kompetensi/kesenjangan')
  const top = data.rows
    .flatMap(r =>
      r.cells.flatMap((c, i) =>
        c?.figure.value != null
          ? [{ unit: r.unit, competency: data.competencies[i], value: Number(c.figure.value) }]
          : [],
      ),
    )
    .sort((a, b) => b.value - a.value)[0]
  return (
    <>
      <PageHead
        title={
          top && top.value > 0
            ? `Kesenjangan terbesar: ${top.competency.name} di ${top.unit.name}`
            : 'Belum ada kesenjangan yang dapat disebut'
        }
        scope={
          <>
            Rata-rata level yang kurang, per orang yang sudah dinilai.{' '}
            <Figure figure={data.unknown} unit={false} asLink /> dari{' '}
            <Figure figure={data.people} unit={false} asLink /> orang belum diketahui
            {Number(data.expired.value) > 0 && (
              <>
                {' '}
                dan <Figure figure={data.expired} unit={false} asLink /> kedaluwarsa
              </>
            )}
            ; mereka tidak masuk rata-rata.
          </>
        }
        crumbs={[{ label: 'Kompetensi' }, { label: 'Kesenjangan' }]}
      />
      <FilterBar
        filters={[
          {
            name: 'jenis',
            label: 'Kompetensi',
            chosen: data.kind === 'teknis' ? ['teknis'] : [],
            valueLabel: data.kind === 'teknis' ? 'Teknis' : 'Manajerial dan sosial kultural',
            options: [{ value: 'teknis', label: 'Teknis' }],
          },
        ]}
      />
      {data.competencies.length === 0 || data.rows.length === 0 ? (
        <EmptyState
          title="Belum ada standar jabatan"
          action={data.mayImport && <LinkButton href="/data/impor">Impor standar jabatan</LinkButton>}
        >
          Kesenjangan memerlukan standar jabatan dan hasil penilaian.
        </EmptyState>
      ) : (
        <>
          <StatusLine>{data.sent}</StatusLine>
          {answer && <Note tone="risk" title={answer.message} live />}
          <div className="organisation-gap">
            <Section title="Menurut unit">
              <HeatMap
                caption="Rata-rata level yang kurang menurut unit dan kompetensi"
                rowHeader="Unit, orang"
                unknownHeader="Belum diketahui"
                columns={data.competencies.map(c => c.name)}
                cuts={[0.3, 0.6, 1]}
                rows={data.rows.map(r => ({
                  key: r.unit.id,
                  label: (
                    <>
                      <a href={href('/data/unit/:unitId', { unitId: r.unit.id })}>{r.unit.name}</a>{' '}
                      <span className="faint">
                        <Figure figure={r.people} unit={false} asLink />
                      </span>
                    </>
                  ),
                  unknown: (
                    <div className="not-known-line">
                      <Figure figure={r.unknown} unit={false} asLink />
                      <span className="expired-count">
                        {r.unit.hasExpired && (
                          <>
                            + <Figure figure={r.expired} unit={false} asLink /> kedaluwarsa
                          </>
                        )}
                      </span>
                      <a
                        className="details-link"
                        href={`${here}?${new URLSearchParams({ ...jenis, unit: r.unit.id })}#terpilih`}
                        aria-current={open?.unit.id === r.unit.id ? 'true' : undefined}
                        aria-label={`Rincian yang belum diketahui di ${r.unit.name}`}
                      >
                        rincian
                      </a>
                    </div>
                  ),
                  cells: r.cells.map((cell, i) =>
                    !cell
                      ? { kind: 'none' as const }
                      : cell.judged === 0
                        ? { kind: 'unknown' as const }
                        : cell.figure.value === null
                          ? { kind: 'suppressed' as const, words: `< ${leastPeople} orang` }
                          : {
                              kind: 'value' as const,
                              figure: { ...cell.figure, value: cell.figure.value },
                              href: `${here}?${new URLSearchParams({ ...jenis, unit: r.unit.id, kompetensi: data.competencies[i].code })}#terpilih`,
                              selected:
                                selected?.unit.id === r.unit.id &&
                                selected.competency.code === data.competencies[i].code,
                            },
                  ),
                }))}
              />
            </Section>
            <div id="terpilih" className="selected-cell">
              {selected ? (
                <Panel title={`${selected.unit.name} · ${selected.competency.name}`}>
                  {selected.isShown ? (
                    <>
                      <Figure figure={selected.figure} size="lead" compare="rata-rata level yang kurang" />
                      <ul className="level-counts">
                        {selected.short.map(([level, n]) => (
                          <li key={level}>
                            <span>{level === 0 ? 'terpenuhi' : `kurang ${level}`}</span>
                            <Bar share={n / selected.judged} label={`${n} dari ${selected.judged} orang`} />
                            <b>{n}</b>
                          </li>
                        ))}
                        <li>
                          <span>belum tahu</span>
                          <Bar share={null} label={`${selected.unknown + selected.expired} orang belum diketahui`} />
                          <b>{selected.unknown + selected.expired}</b>
                        </li>
                      </ul>
                      <ul className="gap-4 small-text">
                        {selected.people.map(p => (
                          <li key={p.id}>
                            <a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: p.id })}>{p.name}</a>,
                            kurang <Figure figure={p.gap} unit={false} asLink />
                          </li>
                        ))}
                      </ul>
                    </>
                  ) : (
                    <p className="small-text quiet">
                      Kurang dari {leastPeople} orang yang sudah dinilai; angkanya tidak ditampilkan.
                    </p>
                  )}
                  {selected.unknown + selected.expired > 0 && (
                    <p className="small-text gap-3">
                      {selected.unknown + selected.expired} level menunggu {selected.who}
                      {selected.requested > 0 && `; ${selected.requested} sudah diminta`}.
                    </p>
                  )}
                  {data.mayAsk && selected.unknown + selected.expired > selected.requested && (
                    <AskForm unitId={selected.unit.id} code={selected.competency.code} kind={data.kind}>
                      Minta penilaiannya
                    </AskForm>
                  )}
                </Panel>
              ) : open ? (
                <Panel title={`${open.unit.name} · belum diketahui`}>
                  {open.lines.length === 0 ? (
                    <p className="small-text quiet">Semua level yang disyaratkan di unit ini sudah diketahui.</p>
                  ) : (
                    <>
                      <ul className="ask-lines">
                        {open.lines.slice(0, 12).map(l => (
                          <li key={l.code}>
                            <b>{l.name}</b>: <Figure figure={l.unknown} unit={false} asLink /> belum dinilai
                            {l.expired && (
                              <>
                                , <Figure figure={l.expired} unit={false} asLink /> kedaluwarsa
                              </>
                            )}
                            <small>
                              Yang melengkapi: {l.who}
                              {l.requested && (
                                <>
                                  ; <Figure figure={l.requested} unit={false} asLink /> sudah diminta
                                </>
                              )}
                            </small>
                          </li>
                        ))}
                      </ul>
                      {open.lines.length > 12 && (
                        <p className="tiny faint gap-2">dan {open.lines.length - 12} kompetensi lain</p>
                      )}
                      {data.mayAsk && (
                        <AskForm unitId={open.unit.id} kind={data.kind}>
                          Kirim permintaan ke semuanya
                        </AskForm>
                      )}
                    </>
                  )}
                  <p className="small-text gap-3">
                    <a href={href('/kompetensi/permintaan')}>Lihat semua permintaan</a>
                  </p>
                </Panel>
              ) : (
                <p className="hint small-text quiet">
                  Buka sebuah sel untuk melihat siapa yang kurang. Buka kolom terakhir untuk melihat apa yang belum
                  diketahui dan siapa yang melengkapinya.
                </p>
              )}
            </div>
          </div>
        </>
      )}
    </>
  )
}
