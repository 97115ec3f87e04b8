import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Tree, type TreeNode } from '#ui/kit/tree.tsx'
import { withdrawCandidate } from '../bench/add-candidate.ts'
import { findBench, findJudgement } from '../bench/bench.store.ts'
import { horizonMark, horizonWords } from '../bench/bench-words.ts'
import { type RequirementLine, requirementLines, requirementWords, topLines } from '../eligibility/tree-words.ts'
import { errors } from '../errors.ts'

export const meta = () => [{ title: 'Kesiapan calon · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const { positionId, employeeId } = params
    const bench = await findBench(db, positionId)
    const found = bench ? await findJudgement(db, positionId, employeeId) : null
    if (!bench || !found) throw errors.candidate.notFound()
    look({
      action: 'membuka kesiapan calon',
      employeeId,
      subjectKind: 'succession.readiness',
      subjectId: positionId,
    })
    return {
      ...found,
      postName: bench.name,
      positionId,
      employeeId,
      on,
      mayChange: actor.role === 'hr_officer' || actor.role === 'committee',
      mayPrepare: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { positionId, employeeId } = params
    await run(withdrawCandidate, { positionId, employeeId, reason: values.reason })
    return redirect(href('/suksesi/:positionId', { positionId }))
  })

const Sources = ({ line }: { line: RequirementLine }) => (
  <>
    {line.fact}
    {line.sources.slice(0, 3).map(s => (
      <span key={`${s.kind}${s.id}`} className="tiny">
        <br />
        <a href={`/catatan/${s.kind}/${encodeURIComponent(s.id)}`}>{s.label}</a>
      </span>
    ))}
    {line.sources.length > 3 && <span className="tiny faint"> dan {line.sources.length - 3} catatan lain</span>}
  </>
)

const nodeOf = (line: RequirementLine): TreeNode => ({
  label: line.label,
  answer: line.answer,
  fact: <Sources line={line} />,
  fix: line.fix,
  children: line.children.length > 0 ? line.children.map(nodeOf) : undefined,
})

export default function CandidatePage() {
  const { name, judgement, postName, positionId, employeeId, on, as_of, mayChange, mayPrepare } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { eligibility, readiness, levels, isDefaultStandard } = judgement
  const tree = requirementLines(eligibility.figure, eligibility.fixes)
  const met = topLines(tree).filter(l => l.answer === true).length
  return (
    <>
      <PageHead
        title={`${name}: ${horizonWords[readiness.horizon].toLowerCase()} untuk ${postName}`}
        scope={
          readiness.readyOn && readiness.readyOn > on
            ? `Siap paling cepat ${formatDay(readiness.readyOn)}, bila rencana terlaksana. Dinilai ${formatDay(as_of)}.`
            : `Dinilai ${formatDay(as_of)} dari catatan yang ada.`
        }
        crumbs={[
          { label: 'Bangku suksesi', href: href('/suksesi') },
          { label: postName, href: href('/suksesi/:positionId', { positionId }) },
          { label: name },
        ]}
        actions={
          mayPrepare && (
            <LinkButton variant="primary" href={`${href('/keputusan/baru')}?jabatan=${positionId}&orang=${employeeId}`}>
              Siapkan berkas
            </LinkButton>
          )
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          <>
            <Section title="Kesiapan">
              <Figure figure={readiness.score} size="lead" compare="dari 100, menurut standar jabatan" />
              <DefinitionList
                facts={[
                  {
                    term: 'Jangka waktu',
                    value: (
                      <StateMark state={horizonMark[readiness.horizon]}>{horizonWords[readiness.horizon]}</StateMark>
                    ),
                  },
                  { term: 'Memenuhi syarat', value: <Figure figure={eligibility.figure} asLink /> },
                  {
                    term: 'Kotak talenta',
                    value:
                      judgement.box === null ? <StateMark state="unknown">Belum diketahui</StateMark> : judgement.box,
                  },
                  {
                    term: 'Siap pada',
                    value: readiness.readyOn ? (
                      formatDay(readiness.readyOn)
                    ) : (
                      <StateMark state="unknown">Belum ada tanggal</StateMark>
                    ),
                  },
                ]}
              />
              {readiness.limits.map(l => (
                <p key={l} className="tiny faint gap-2">
                  {l.replace(/\d{4}-\d{2}-\d{2}/g, d => formatDay(d))}
                </p>
              ))}
            </Section>
            {mayChange && (
              <Section title="Keluarkan dari bangku">
                <form method="post" className="form">
                  <FormKey />
                  <TextInput name="reason" label="Alasan" error={answer?.fields.reason} value={answer?.values.reason} />
                  <Button variant="danger" name="_intent" value="withdraw">
                    Keluarkan calon
                  </Button>
                </form>
              </Section>
            )}
          </>
        }
      >
        <Section
          title="Syarat: terpenuhi, tidak, belum diketahui"
          note={`${met} dari ${topLines(tree).length} terpenuhi`}
          end={<Figure figure={eligibility.figure} />}
        >
          <Tree nodes={[nodeOf(tree)]} label={`Syarat ${postName}`} />
          {eligibility.alternatives.length > 0 && (
            <p className="small-text quiet gap-3">
              Cara lain: {eligibility.alternatives.map(a => a.map(requirementWords).join(' dan ')).join('; atau ')}.
            </p>
          )}
        </Section>
        <Section title="Yang menghalangi" note="dan kapan teratasi">
          {readiness.blockers.length === 0 ? (
            <StateMark state="known">Tidak ada yang menghalangi</StateMark>
          ) : (
            <DataTable
              caption="Penghalang"
              captionHidden
              rows={readiness.blockers}
              rowKey={b => b.kind + b.label}
              columns={[
                {
                  key: 'what',
                  header: 'Penghalang',
                  cell: b => (
                    <>
                      {requirementWords(b.label)}
                      {b.isPermanent && <SubLine>tidak dapat diperbaiki</SubLine>}
                    </>
                  ),
                },
                { key: 'act', header: 'Yang perlu dilakukan', wide: true, cell: b => b.action },
                {
                  key: 'on',
                  header: 'Paling cepat',
                  cell: b => (b.on ? formatDay(b.on) : <StateMark state="unknown">Belum ada tanggal</StateMark>),
                },
              ]}
            />
          )}
        </Section>
        <Section
          title="Kompetensi terhadap standar jabatan"
          note={
            isDefaultStandard ? 'jabatan ini belum punya standar sendiri; dipakai level baku jenjangnya' : undefined
          }
        >
          <DataTable
            caption="Kompetensi"
            captionHidden
            rows={levels}
            rowKey={l => l.code}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: l => (
                  <>
                    {l.name}
                    <SubLine>
                      {l.code}, {l.importance}
                    </SubLine>
                  </>
                ),
              },
              { key: 'standard', header: 'Standar', number: true, cell: l => l.standard },
              {
                key: 'level',
                header: 'Level resmi',
                number: true,
                cell: l => <Figure figure={l.level} asLink unit={false} />,
              },
            ]}
          />
        </Section>
      </TwoColumn>
    </>
  )
}
