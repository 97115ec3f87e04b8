import { href, redirect, useActionData, useLoaderData } from 'react-router'
import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { listed } from '#core/figure/mechanisms.ts'
import { formatDay, formatShare } from '#core/text/format.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { findCurrentCycle, findCycle } from '../cycle/cycle.ts'
import { listPlacedCycles } from '../nine-box/compare.store.ts'
import { type AttributeReport, asksForLook, type Line, outcomes, unknownGroup } from './fairness.model.ts'
import { fairnessRules } from './fairness.rules.ts'
import { listPublished, readFairness } from './fairness.store.ts'
import { attributeWords, outcomeWords, screenWords } from './fairness-words.ts'
import { publishFairness } from './publish-fairness.ts'

export const meta = () => [{ title: 'Laporan keadilan · Anyam' }]

/** A page carries values and addresses; people are read again when a figure is opened. */
const light = (r: AttributeReport): AttributeReport => ({
  ...r,
  lines: r.lines.map(l => ({
    ...l,
    people: listed(l.people),
    selected: listed(l.selected),
    rate: listed(l.rate),
    ratio: l.ratio && listed(l.ratio),
    stratified: l.stratified && listed(l.stratified),
  })),
})

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const asked = query.get('siklus')
    const cycle = asked ? await findCycle(db, asked) : await findCurrentCycle(db)
    if (!cycle?.placed_at) return null
    const outcome = outcomes.find(o => o === query.get('hasil')) ?? 'pool'
    const cycles = await listPlacedCycles(db)
    const { body } = await holdingFor(db, fairnessRules, on)
    const at = cycles.findIndex(c => c.id === cycle.id)
    const report = await readFairness(db, cycle)
    const drift = []
    for (const c of cycles.slice(at, at + body.cyclesOfDrift).reverse()) {
      const found = c.id === cycle.id ? cycle : await findCycle(db, c.id)
      if (found)
        drift.push({
          id: c.id,
          name: c.name,
          reports: (c.id === cycle.id ? report : await readFairness(db, found))[outcome].map(light),
        })
    }
    return {
      cycle: { id: cycle.id, name: cycle.name, asOf: cycle.as_of },
      cycles,
      outcome,
      reports: report[outcome].map(light),
      isDisabilityKnown: report[outcome].some(
        r => r.attribute === 'disability' && r.lines.some(l => l.group !== unknownGroup),
      ),
      needsLook: asksForLook(report[outcome]),
      drift,
      published: (await listPublished(db, cycle.id)).map(p => ({
        id: p.id,
        version: p.version,
        by: p.published_by_name,
        on: p.published_on,
        statement: p.statement,
      })),
      mayPublish: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(publishFairness, { cycleId: values.cycleId, statement: values.statement })
    return redirect(`${href('/talenta/keadilan')}?siklus=${values.cycleId}#terbit`)
  })

/** The interval that stands with a share, in the same words everywhere. */
const Between = ({ figure }: { figure: FigureOf<number> }) =>
  figure.interval ? (
    <>
      {formatShare(figure.interval.low)} sampai {formatShare(figure.interval.high)}
    </>
  ) : (
    '–'
  )

const Screen = ({ line }: { line: Line }) =>
  line.screen === 'perluDitelaah' || line.screen === 'kuat' ? (
    <StateMark state="border">{screenWords[line.screen]}</StateMark>
  ) : line.screen === 'datanyaSedikit' || line.screen === 'ditutup' ? (
    <StateMark state="unknown">{screenWords[line.screen]}</StateMark>
  ) : (
    screenWords[line.screen]
  )

export default function FairnessPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  if (!data)
    return (
      <EmptyState alone title="Belum ada peta untuk diperiksa">
        Laporan keadilan muncul setelah sebuah siklus dihitung.
      </EmptyState>
    )
  const { cycle, outcome, reports, needsLook, isDisabilityKnown, drift, published, mayPublish } = data
  return (
    <>
      <PageHead
        title={needsLook ? 'Ada kelompok yang perlu ditelaah' : 'Tidak terlihat kelompok yang perlu ditelaah'}
        scope={`${outcomeWords[outcome]}, ${cycle.name}, potret ${formatDay(cycle.asOf)}. Perbedaan adalah tanda untuk ditelaah, bukan bukti. Tidak satu pun kelompok ini masuk nilai.`}
        crumbs={[{ label: 'Talenta', href: href('/talenta') }, { label: 'Keadilan' }]}
        actions={
          published.length > 0 && (
            <LinkButton href={`/pengumuman/keadilan.pdf?siklus=${cycle.id}`} icon="download">
              Laporan terbit (PDF)
            </LinkButton>
          )
        }
      />
      <FilterBar
        keep={{}}
        filters={[
          {
            name: 'siklus',
            label: 'Siklus',
            chosen: [cycle.id],
            options: data.cycles.map(c => ({ value: c.id, label: c.name })),
          },
          {
            name: 'hasil',
            label: 'Yang diperiksa',
            chosen: [outcome],
            options: outcomes.map(o => ({ value: o, label: outcomeWords[o] })),
          },
        ]}
      />
      {reports.map(r => (
        <Section
          key={r.attribute}
          title={attributeWords[r.attribute]}
          note={
            r.reference ? `dibandingkan dengan: ${r.reference}` : 'tidak ada kelompok yang cukup besar sebagai acuan'
          }
        >
          <DataTable
            caption={`${outcomeWords[outcome]} menurut ${attributeWords[r.attribute].toLowerCase()}`}
            captionHidden
            phone="dense"
            rows={r.lines}
            rowKey={l => l.group}
            columns={[
              { key: 'group', header: 'Kelompok', cell: l => l.group },
              {
                key: 'people',
                header: 'Orang',
                number: true,
                cell: l => <Figure figure={l.people} unit={false} asLink />,
              },
              { key: 'rate', header: 'Bagian', number: true, cell: l => <Figure figure={l.rate} asLink /> },
              {
                key: 'ratio',
                header: 'Rasio',
                number: true,
                cell: l => (l.ratio ? <Figure figure={l.ratio} unit={false} asLink /> : l.isReference ? 'acuan' : '–'),
              },
              { key: 'interval', header: 'Selang bagian', wide: true, cell: l => <Between figure={l.rate} /> },
              {
                key: 'within',
                header: 'Selisih pada jenjang yang sama',
                wide: true,
                cell: l =>
                  l.stratified ? (
                    <>
                      <Figure figure={l.stratified} asLink />
                      <SubLine>
                        <Between figure={l.stratified} />
                      </SubLine>
                      {l.isReversed && <SubLine>berlawanan arah dengan keseluruhan</SubLine>}
                    </>
                  ) : (
                    '–'
                  ),
              },
              { key: 'screen', header: 'Saringan empat per lima', wide: true, cell: l => <Screen line={l} /> },
            ]}
          />
        </Section>
      ))}
      <div className="gap-5">
        {isDisabilityKnown ? (
          <Note tone="limits" title="Disabilitas dihitung tanpa nama">
            Dari pernyataan orang itu sendiri atau daftar pegawai. Yang tidak diketahui tidak dianggap adil.
          </Note>
        ) : (
          <Note tone="limits" title="Kondisi disabilitas belum dapat diperiksa">
            Belum seorang pun mencatatkannya. Yang tidak diketahui tidak dianggap adil.
          </Note>
        )}
      </div>
      {drift.length > 1 && (
        <Section title="Dari siklus ke siklus" note="bagian tiap kelompok">
          {reports.map(r => (
            <div className="gap-5" key={r.attribute}>
              <DataTable
                caption={attributeWords[r.attribute]}
                captionHidden
                phone="dense"
                rows={r.lines}
                rowKey={l => l.group}
                columns={[
                  { key: 'group', header: attributeWords[r.attribute], cell: l => l.group },
                  ...drift.map(d => ({
                    key: d.id,
                    header: d.name,
                    number: true,
                    cell: (l: Line) => {
                      const then = d.reports
                        .find(x => x.attribute === r.attribute)
                        ?.lines.find(x => x.group === l.group)
                      return then ? <Figure figure={then.rate} asLink /> : 'tidak ada'
                    },
                  })),
                ]}
              />
            </div>
          ))}
        </Section>
      )}
      <Section id="terbit" title={published.length > 0 ? 'Sudah diterbitkan' : 'Belum diterbitkan'}>
        {published.map(p => (
          <Note key={p.id} title={`Versi ${p.version}, ${formatDay(p.on)}, oleh ${p.by}`}>
            {p.statement}
          </Note>
        ))}
        {mayPublish && (
          <form method="post" className="form gap-5">
            <FormKey />
            <input type="hidden" name="cycleId" value={cycle.id} />
            <ErrorSummary problems={problemsOf(answer)} />
            <Textarea
              name="statement"
              label="Apa kata instansi, dan apa yang dilakukan"
              hint="Dibaca siapa pun bersama laporannya. Sebutkan kelompok yang ditelaah dan langkahnya."
              rows={4}
              value={answer?.values.statement}
              error={answer?.fields.statement}
            />
            <FormActions note="Yang terbit tidak berubah; penerbitan berikutnya menjadi versi baru.">
              <Button variant="primary">Terbitkan laporan</Button>
            </FormActions>
          </form>
        )}
      </Section>
    </>
  )
}
