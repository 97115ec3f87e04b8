import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { isKnown } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { FigureInWords } from '#ui/figure/figure-in-words.tsx'
import { BenchBlocks } from '#ui/kit/bench-blocks.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/bench.css'
import { requirementWords } from '../eligibility/tree-words.ts'
import { errors } from '../errors.ts'
import { addCandidate, withdrawCandidate } from './add-candidate.ts'
import { type BenchLine, findBench, listBenchLines, listSuccessors } from './bench.store.ts'
import {
  benchNumbers,
  horizonMark,
  horizonWords,
  riskTone,
  riskWords,
  stateFigure,
  stateWords,
  vacancyMark,
} from './bench-words.ts'
import { chainFrom } from './chain.model.ts'
import { Comparison } from './comparison.view.tsx'
import { Domino } from './domino.view.tsx'

/** What the candidate herself said, in one line; silence is no refusal. */
const wishesOf = (p: { is_target: boolean; moves: string | null; retires_on: string | null }): string =>
  [
    p.is_target ? 'jabatan sasarannya' : '',
    p.moves === 'not-now' ? 'belum bersedia pindah' : p.moves ? 'bersedia pindah' : '',
    p.retires_on ? `merencanakan pensiun ${formatDay(p.retires_on, 'month')}` : '',
  ]
    .filter(Boolean)
    .join(' · ')

export const meta = () => [{ title: 'Bangku jabatan · Anyam' }]

const mostCompared = 5
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const bench = await findBench(db, params.positionId)
    if (!bench) throw errors.position.noBench()
    const people = await listBenchLines(db, bench.position_id)
    const after = people.findIndex(p => p.employee_id === query.get('setelah'))
    const shown = people.slice(after + 1, after + 1 + pageSize)
    const asked = query.getAll('banding').slice(0, mostCompared)
    const compared = asked.length > 0 ? people.filter(p => asked.includes(p.employee_id)) : people.slice(0, 4)
    const seesPeople = actor.role !== 'leader'
    return {
      bench,
      people: shown,
      total: people.length,
      from: after + 2,
      next: people.length > after + 1 + shown.length ? (shown.at(-1)?.employee_id ?? null) : null,
      compared,
      chain: seesPeople ? chainFrom({ id: bench.position_id, name: bench.name }, await listSuccessors(db)) : [],
      on,
      mayChange: actor.role === 'hr_officer' || actor.role === 'committee',
      mayPrepare: actor.role === 'hr_officer',
      seesPeople,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { positionId } = params
    if (values._intent === 'withdraw')
      await run(withdrawCandidate, { positionId, employeeId: values.employeeId, reason: values.reason })
    else await run(addCandidate, { positionId, employeeId: values.employeeId, reason: values.reason })
    return redirect(href('/suksesi/:positionId', { positionId }))
  })

/** The first thing that stands between a person and the post, in words. */
const nearestBlocker = (p: BenchLine): string => {
  const [first] = p.judgement.readiness.blockers
  if (!first) return 'Semua syarat dan kompetensi terpenuhi'
  const more = p.judgement.readiness.blockers.length - 1
  return `${requirementWords(first.label)}${more > 0 ? `, dan ${more} hal lain` : ''}`
}

export default function BenchPage() {
  const { bench, people, total, from, next, compared, chain, on, mayChange, mayPrepare, seesPeople } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const ready = bench.ready_now
  return (
    <>
      <PageHead
        title={ready === 0 ? `${bench.name} belum punya penerus siap` : `${ready} penerus siap untuk ${bench.name}`}
        scope={
          <>
            {[bench.echelon ? `${bench.tier} (${bench.echelon})` : bench.tier, bench.unit_name]
              .filter(Boolean)
              .join(', ')}
            . {bench.incumbent_name ? `Dijabat ${bench.incumbent_name}. ` : ''}
            <FigureInWords words={stateWords(bench, on)} figure={stateFigure(bench, on)} />
            {bench.vacant_on && bench.vacancy_reason === 'retiring' ? `, ${formatDay(bench.vacant_on)}` : ''}.
          </>
        }
        crumbs={[{ label: 'Bangku suksesi', href: href('/suksesi') }, { label: bench.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <div className="summary">
        <span>
          <StateMark state={vacancyMark(bench.vacancy_reason, bench.state)}>
            <FigureInWords words={stateWords(bench, on)} figure={stateFigure(bench, on)} />
          </StateMark>
        </span>
        <BenchBlocks {...benchNumbers(bench)} />
        <span>
          Risiko <Chip tone={riskTone[bench.risk]}>{riskWords[bench.risk]}</Chip>
        </span>
        <span className="quiet">{bench.why}</span>
      </div>
      {!seesPeople ? (
        <Note tone="limits" title="Nama calon tidak ditampilkan di sini">
          Calon yang diusulkan terlihat dalam berkas keputusan yang diajukan kepada Anda.
        </Note>
      ) : people.length === 0 ? (
        <EmptyState title="Belum ada calon di bangku ini">
          Tidak ada orang dalam kelompok talenta dari jenjang di bawahnya. Tambahkan calon dengan alasan.
        </EmptyState>
      ) : (
        <>
          <Section title="Calon menurut jangka waktu">
            <DataTable
              caption="Calon penerus"
              captionHidden
              rows={people}
              rowKey={p => p.employee_id}
              groups={(p, i) => (i === 0 || people[i - 1].horizon !== p.horizon ? horizonWords[p.horizon] : null)}
              columns={[
                {
                  key: 'name',
                  header: 'Calon',
                  cell: p => (
                    <>
                      <a
                        href={href('/suksesi/:positionId/:employeeId', {
                          positionId: bench.position_id,
                          employeeId: p.employee_id,
                        })}
                      >
                        {p.name}
                      </a>
                      <SubLine>
                        {[p.holds_name, p.unit_short_name].filter(Boolean).join(', ')}
                        {p.reason ? ` · ditambahkan: ${p.reason}` : ''}
                      </SubLine>
                      {wishesOf(p) && <SubLine>{wishesOf(p)}</SubLine>}
                    </>
                  ),
                },
                {
                  key: 'horizon',
                  header: 'Kesiapan',
                  cell: p => (
                    <>
                      <StateMark state={horizonMark[p.horizon]}>{horizonWords[p.horizon]}</StateMark>
                      {p.ready_on && p.ready_on > on && (
                        <SubLine>{formatDay(p.ready_on, 'month')}, bila rencana terlaksana</SubLine>
                      )}
                    </>
                  ),
                },
                {
                  key: 'score',
                  header: 'Skor',
                  number: true,
                  cell: p => <Figure figure={p.judgement.readiness.score} asLink unit={false} />,
                },
                { key: 'why', header: 'Mengapa', wide: true, cell: p => nearestBlocker(p) },
                {
                  key: 'eligible',
                  header: 'Memenuhi syarat',
                  cell: p => <Figure figure={p.judgement.eligibility.figure} asLink />,
                },
              ]}
            />
            {total > pageSize && (
              <Pager
                shown={people.length}
                total={total}
                from={Math.max(from, 1)}
                unit="calon"
                nextHref={
                  next ? `${href('/suksesi/:positionId', { positionId: bench.position_id })}?setelah=${next}` : null
                }
                previousHref={from > 1 ? href('/suksesi/:positionId', { positionId: bench.position_id }) : null}
              />
            )}
          </Section>
          <Domino links={chain} first={bench} />
          <Comparison bench={bench} people={people} compared={compared} most={mostCompared} />
        </>
      )}
      {mayPrepare && people.some(p => isKnown(p.judgement.eligibility.figure)) && (
        <Section title="Ajukan keputusan">
          <p className="small-text quiet">Berkas memuat syarat, bukti, dan perbandingan calon pada saat diajukan.</p>
          <LinkButton variant="primary" href={`${href('/keputusan/baru')}?jabatan=${bench.position_id}`}>
            Siapkan berkas
          </LinkButton>
        </Section>
      )}
      {mayChange && (
        <Section title="Tambah calon di luar kelompok talenta">
          <form method="post" className="form">
            <FormKey />
            <TextInput
              name="employeeId"
              label="NIP pegawai"
              inputMode="numeric"
              value={answer?.values.employeeId}
              error={answer?.fields.employeeId}
            />
            <TextInput
              name="reason"
              label="Alasan"
              hint="Misalnya: pernah menjabat Plt di jabatan ini."
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions note="Syarat orang ini dinilai dengan cara yang sama.">
              <Button name="_intent" value="add">
                Tambah calon
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
