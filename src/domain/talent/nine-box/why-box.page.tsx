import { href, useLoaderData } from 'react-router'
import { type Figure as FigureOf, isKnown } from '#core/figure/figure.ts'
import { formatDay, formatNumber, formatScore } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Gauge } from '#ui/kit/gauge.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Waterfall, type WaterfallRow } from '#ui/kit/waterfall.tsx'
import { cutsOfUnit, findCurrentCycle, findCycle, rankedFigure, rulesOfCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { findDevelopmentMessage, findPersonScore, inputsOfPerson, listMoves } from '../score/person-score.store.ts'
import { rankedAxes, reachable } from '../score/ranking.model.ts'
import { type Change, whatWouldChange } from '../score/what-would-change.model.ts'
import { valueFigures } from '../values/values.model.ts'
import { findNewestResult, refOf, rulesOn, sourceOf as sourceOfValues } from '../values/values.store.ts'
import { surenessOf } from './box-sureness.store.ts'
import { moveReasons, moveStateWords } from './move-reasons.ts'
import { nameOfBox, treatmentsOfBox } from './nine-box.model.ts'
import { Sureness } from './sureness.view.tsx'

export const meta = () => [{ title: 'Mengapa kotak ini · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, look }) => {
    const cycleId = query.get('siklus')
    const cycle = cycleId ? await findCycle(db, cycleId) : await findCurrentCycle(db)
    if (!cycle) throw errors.cycle.notFound()
    const score = await findPersonScore(db, cycle.id, params.employeeId)
    if (!score) throw notFound('Hasil orang ini')
    const own = actor.employeeId === params.employeeId
    const inputs = await inputsOfPerson(db, cycle, params.employeeId)
    const { boxes, rules } = await rulesOfCycle(db, cycle, score.unitId)
    const ranked = rankedAxes(rules).length > 0 ? await cutsOfUnit(db, cycle.id, score.unitId) : []
    look({
      action: 'membuka alasan kotak',
      employeeId: params.employeeId,
      subjectKind: 'talent.score',
      subjectId: cycle.id,
    })
    const number = score.decidedBox ?? score.box
    const values = await findNewestResult(db, params.employeeId, cycle.as_of)
    return {
      // Beside the box; it enters the score only where the rule set gives it weight.
      values: values
        ? valueFigures(rulesOn(values.opened_on).body, values.ratings, {
            asOf: values.opened_on,
            source: sourceOfValues(values),
            ref: refOf(values.review_id),
          }).overall
        : null,
      score,
      sureness: await surenessOf(db, score),
      own,
      boxName: number ? nameOfBox(number, boxes) : null,
      treatments: number ? treatmentsOfBox(number, boxes) : [],
      cuts: { x: reachable(rules.axes.x.cuts), y: reachable(rules.axes.y.cuts) },
      ranked: ranked.flatMap(r =>
        r.reach === 'fixed'
          ? []
          : [
              {
                axis: r.axis,
                reach: r.reach,
                label: rules.axes[r.axis].label,
                people: rankedFigure(cycle, score.unitId, r),
              },
            ],
      ),
      weights: rules.talentWeights,
      parts: rules.parts.map(p => ({ code: p.code, axis: p.axis, weight: p.weight, supplier: p.supplier })),
      // The engine's own what-if; not shown where nothing is known of the person's inputs.
      changes: inputs ? whatWouldChange(inputs.inputs, inputs.context) : [],
      moves: own ? [] : await listMoves(db, cycle.id, { employeeId: params.employeeId }),
      message: await findDevelopmentMessage(db, params.employeeId),
      mayMove: (actor.role === 'hr_officer' || actor.role === 'committee') && !own && score.placement === 'placed',
    }
  })

type Loaded = Awaited<ReturnType<typeof loader>>

const sourceOf = (figure: FigureOf): FigureOf['sources'] =>
  figure.sources.length > 0 ? figure.sources : figure.parts.flatMap(sourceOf)

const rowsOf = (axis: FigureOf, parts: Loaded['parts']): WaterfallRow[] =>
  axis.parts.map((part, i) => {
    const sources = sourceOf(part)
    const source = sources[0]
    return {
      label: part.label,
      note: isKnown(part)
        ? `bernilai ${formatNumber(Number(part.value), { digits: 2 })}`
        : part.state === 'expired'
          ? 'kedaluwarsa'
          : `belum ada; ${parts[i]?.supplier ?? ''}`,
      weight: axis.mechanism.kind === 'weighted-sum' ? axis.mechanism.weights[i] : 0,
      value: isKnown(part) ? Number(part.value) : null,
      due: part.state === 'expired',
      source: source ? (
        <>
          <a href={`/catatan/${source.kind}/${encodeURIComponent(source.id)}`}>{source.label}</a>
          {sources.length > 1 && <span className="faint"> dan {sources.length - 1} catatan lain</span>}
          {source.validUntil && <span className="sub-line">berlaku sampai {formatDay(source.validUntil)}</span>}
        </>
      ) : (
        <StateMark state="unknown">Belum ada</StateMark>
      ),
    }
  })

const changeWords = (c: Change): string => {
  const to = c.to === null ? '' : formatNumber(c.to, { digits: 2 })
  if (c.kind === 'expiry') return `${c.label} habis ${c.on ? formatDay(c.on) : ''}`
  if (c.kind === 'filled') return `${c.label} dilengkapi dengan nilai ${to}`
  return `${c.label} ${c.kind === 'rise' ? 'naik' : 'turun'} dari ${c.from === null ? 'belum ada' : formatNumber(c.from, { digits: 2 })} ke ${to}`
}

const Axis = ({
  title,
  figure,
  cuts,
  parts,
}: {
  title: string
  figure: FigureOf
  cuts: number[]
  parts: Loaded['parts']
}) => (
  <Section title={title} end={<Figure figure={figure} />}>
    <Waterfall
      rows={rowsOf(figure, parts)}
      total={isKnown(figure) ? Number(figure.value) : null}
      cuts={cuts}
      totalLabel={`Nilai ${title.toLowerCase()}`}
    />
  </Section>
)

export default function WhyBoxPage() {
  const { values, score, sureness, own, boxName, treatments, cuts, ranked, parts, changes, moves, message, mayMove } =
    useLoaderData<typeof loader>()
  const number = score.decidedBox ?? score.box
  const waiting = score.placement === 'waiting'
  return (
    <>
      <PageHead
        title={waiting ? `${score.name}: belum dapat dipetakan` : `${score.name}: kotak ${number}`}
        scope={
          waiting
            ? `${score.needs.length} bagian belum lengkap. Tidak seorang pun ditempatkan di kotak 1 karena datanya kosong.`
            : `${boxName}. ${treatments.join('; ')}.`
        }
        crumbs={[
          ...(own ? [] : [{ label: 'Peta 9 kotak', href: href('/talenta/peta') }]),
          { label: 'Mengapa kotak ini' },
        ]}
        actions={
          <>
            {mayMove && (
              <LinkButton
                href={`${href('/talenta/peta/:employeeId/pindah', { employeeId: score.employeeId })}?siklus=${score.cycle.id}`}
              >
                Usul pindah
              </LinkButton>
            )}
            {own && (
              <LinkButton variant="primary" href={`${href('/talenta/sanggah/baru')}?siklus=${score.cycle.id}`}>
                Ajukan sanggahan
              </LinkButton>
            )}
          </>
        }
      />
      <TwoColumn
        side={
          <>
            <Section title="Kedudukan">
              <div className="stack">
                <Gauge
                  label="Potensial"
                  value={isKnown(score.x) ? score.x.value : null}
                  bounds={score.x.bounds}
                  cuts={cuts.x}
                  scale={false}
                />
                <Gauge
                  label="Kinerja"
                  value={isKnown(score.y) ? score.y.value : null}
                  bounds={score.y.bounds}
                  cuts={cuts.y}
                />
              </div>
              <DefinitionList
                facts={[
                  { term: 'Nilai Talenta', value: <Figure figure={score.talent} origin={false} asLink /> },
                  { term: 'Kotak menurut hitungan', value: <Figure figure={score.boxFigure} origin={false} asLink /> },
                  ...(values
                    ? [
                        {
                          term: 'Nilai BerAKHLAK, di luar nilai kotak',
                          value: <Figure figure={values} origin={false} asLink />,
                        },
                      ]
                    : []),
                ]}
              />
              {score.box !== null && score.decidedBox !== score.box && (
                <p className="small-text">
                  Dipindahkan komite dari kotak {score.box} ke kotak {score.decidedBox}.
                </p>
              )}
            </Section>
            <Section title="Aturan dan potret">
              {ranked.map(r => (
                <p className="small-text" key={r.axis}>
                  {r.label} diperingkat {r.reach === 'unit' ? 'dalam unit' : 'dalam instansi'}, di antara{' '}
                  <Figure figure={r.people} origin={false} asLink /> yang nilainya lengkap. Ambangnya mengikuti
                  peringkat itu, dan dianggap tetap pada andaian di halaman ini.
                </p>
              ))}
              <DefinitionList
                facts={[
                  { term: 'Aturan', value: `${score.cycle.rule_code} versi ${score.cycle.rule_version}` },
                  { term: 'Dasar', value: score.talent.ruleSet?.legalBasis ?? '' },
                  { term: 'Potret', value: formatDay(score.cycle.as_of) },
                  { term: 'Sidik hitungan', value: <code>{score.inputHash}</code> },
                ]}
              />
            </Section>
            {message && (
              <Section title="Pesan pengembangan">
                <p>
                  Kuat dalam {message.strength}. Yang paling berguna dilatih sekarang: {message.practice}.
                </p>
              </Section>
            )}
            {moves.length > 0 && (
              <Section title="Pemindahan">
                {moves.map(m => (
                  <Note key={m.id} title={`Kotak ${m.from_box} ke ${m.to_box}: ${moveStateWords[m.state]}`}>
                    {moveReasons[m.reason_code as keyof typeof moveReasons] ?? m.reason_code}. {m.note} (
                    {m.moved_by_name}, {formatDay(m.moved_on)})
                  </Note>
                ))}
              </Section>
            )}
          </>
        }
      >
        {waiting && (
          <Section title="Yang harus dilengkapi">
            <DataTable
              caption="Bagian yang belum lengkap"
              captionHidden
              rows={score.needs}
              rowKey={n => n.code}
              columns={[
                { key: 'label', header: 'Bagian', cell: n => n.label },
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: n =>
                    n.state === 'expired' ? (
                      <Chip tone="expired">Kedaluwarsa</Chip>
                    ) : (
                      <Chip tone="unknown">Belum ada</Chip>
                    ),
                },
                { key: 'who', header: 'Siapa melengkapi', cell: n => n.who },
                { key: 'decisive', header: 'Menentukan kotak', cell: n => (n.isDecisive ? 'Ya' : 'Tidak') },
              ]}
            />
            {score.isCertain && (
              <Note tone="limits" title="Hasil tidak akan berubah apa pun isi data yang kurang">
                Kotak yang mungkin: {score.reachableBoxes.join(', ')}. Data wajib tetap harus dilengkapi dahulu.
              </Note>
            )}
          </Section>
        )}
        <Axis title="Kinerja" figure={score.y} cuts={cuts.y} parts={parts.filter(p => p.axis === 'y')} />
        <Axis title="Potensial" figure={score.x} cuts={cuts.x} parts={parts.filter(p => p.axis === 'x')} />
        {!waiting && <Sureness {...sureness} />}
        <Section title="Apa yang akan mengubahnya" note="Hitungan, bukan janji.">
          {changes.length === 0 ? (
            <p className="quiet">Tidak ada satu perubahan pun yang sendirian mengubah kotak.</p>
          ) : (
            <DataTable
              caption="Satu perubahan dan akibatnya"
              captionHidden
              rows={changes}
              rowKey={c => `${c.code}${c.kind}`}
              columns={[
                { key: 'change', header: 'Perubahan', cell: c => changeWords(c) },
                {
                  key: 'box',
                  header: 'Kotak',
                  cell: c =>
                    c.placement === 'waiting'
                      ? 'Ruang tunggu'
                      : c.box.to === null
                        ? 'Tetap menunggu'
                        : `Kotak ${c.box.to}`,
                },
                {
                  key: 'talent',
                  header: 'Nilai Talenta',
                  number: true,
                  cell: c => (c.talent === null ? '–' : formatScore(c.talent)),
                },
              ]}
            />
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
