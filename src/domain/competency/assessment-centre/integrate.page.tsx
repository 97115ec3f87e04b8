import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { agreeLevels } from './agree-levels.ts'
import { measuredOf, spreadOf } from './assessment-centre.model.ts'
import { batchAgreement } from './centre.figures.ts'
import {
  findBatch,
  findParticipant,
  listAgreed,
  listAssignments,
  listBehaviour,
  listMeasures,
  listRatings,
  myAssessorId,
  rulesOfBatch,
} from './centre.store.ts'
import { levelText, measureKindWords } from './centre-words.ts'

export const meta = () => [{ title: 'Sidang integrasi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, look }) => {
    const participant = await findParticipant(db, params.participantId)
    const batch = participant && (await findBatch(db, participant.batch_id))
    if (!participant || !batch) throw errors.participant.notFound()
    if (!participant.opened_at) throw errors.rating.notOpened()
    const me = actor.role === 'assessor' ? await myAssessorId(db, batch.id) : null
    const assignments = (await listAssignments(db, batch.id)).filter(a => a.participant_id === participant.id)
    const isMine = assignments.some(a => a.assessor_id === me?.id)
    if (actor.role === 'assessor' && !me?.isLead && !isMine) throw errors.rating.notYours()
    look({
      action: 'sidang integrasi',
      employeeId: participant.employee_id,
      subjectKind: 'competency.participant',
      subjectId: participant.id,
    })
    const { body } = rulesOfBatch(batch)
    const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
    const ratings = await listRatings(db, participant.id)
    const notes = await listBehaviour(db, participant.id)
    const agreed = new Map((await listAgreed(db, participant.id)).map(a => [a.code, a]))
    const found = await batchAgreement(db, batch.id)
    const instrumentName = (code: string) => body.instruments.find(i => i.code === code)?.name ?? code
    return {
      participant,
      batch: { id: batch.id, name: batch.name, state: batch.state },
      mayAgree: Boolean(me?.isLead) && batch.state === 'running',
      wide: body.wideDifference,
      scale: body.scale,
      assessors: assignments.map(a => ({ id: a.assessor_id, name: a.assessor_name })),
      rows: measures.map(m => {
        const levels = assignments.map(a => ({
          assessor: a.assessor_id,
          level: ratings.find(r => r.code === m.code && r.assessor_id === a.assessor_id)?.level ?? null,
        }))
        return {
          ...m,
          levels,
          spread: spreadOf(levels.map(l => l.level)),
          standard: participant.standard?.find(s => s.code === m.code)?.level ?? null,
          notes: notes
            .filter(n => n.code === m.code)
            .map(n => ({
              by: assignments.find(a => a.assessor_id === n.assessor_id)?.assessor_name ?? 'Asesor',
              instrument: instrumentName(n.instrument),
              note: n.note,
            })),
          agreed: agreed.get(m.code) ?? null,
        }
      }),
      alpha: { ...found.agreement.figure, mechanism: { kind: 'record' as const }, parts: [] },
      word: found.agreement.word,
      severity: found.severity.figures
        .filter(f => assignments.some(a => a.assessor_id === f.assessor))
        .map(f => ({ ...f, figure: { ...f.figure, mechanism: { kind: 'record' as const }, parts: [] } })),
      flags: found.severity.flags,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(agreeLevels, {
      participantId: params.participantId,
      levels: Object.entries(values).flatMap(([name, level]) => {
        if (!name.startsWith('agreed:')) return []
        const code = name.slice('agreed:'.length)
        return [{ code, level: level === 'none' ? null : Number(level), reason: values[`reason:${code}`] ?? null }]
      }),
      summary: values.summary,
      advice: values.advice,
    })
    return redirect(
      `${href('/kompetensi/asesmen/gelombang/:batchId', { batchId: values.batchId })}?pesan=disepakati#peserta`,
    )
  })

const spreadWords = (spread: number | null, wide: number) =>
  spread === null ? (
    <StateMark state="unknown">satu penilai saja</StateMark>
  ) : spread === 0 ? (
    <StateMark state="known">sama</StateMark>
  ) : spread < wide ? (
    <StateMark state="border">berbeda satu tingkat</StateMark>
  ) : (
    <StateMark state="risk">berbeda jauh</StateMark>
  )

export default function IntegratePage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { participant, batch, rows, assessors } = data
  const path = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id })
  const options = [
    ...Array.from({ length: data.scale.most - data.scale.least + 1 }, (_, l) => ({
      value: String(data.scale.least + l),
      label: `Level ${data.scale.least + l}`,
    })),
    { value: 'none', label: 'Tidak teramati' },
  ]
  /** Where everybody gave the same level, that level is what the session starts from. */
  const common = (row: (typeof rows)[number]) => {
    const known = row.levels.flatMap(l => (l.level === null ? [] : [l.level]))
    return known.length > 0 && row.spread === 0 ? String(known[0]) : undefined
  }
  const line = (r: (typeof rows)[number]) => (
    <fieldset key={r.code} className="stack">
      <legend>{r.name}</legend>
      <p className="small-text">{r.levels.map((l, i) => `${assessors[i].name}: ${levelText(l.level)}`).join(' · ')}</p>
      <details className="disclosure">
        <summary>Catatan perilaku{r.notes.length === 0 ? ', belum ada' : ''}</summary>
        <ul className="lines">
          {r.notes.map(n => (
            <li key={`${n.by}${n.instrument}`}>
              <span>
                <b>
                  {n.by}, {n.instrument}
                </b>
                <br />
                {n.note}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {data.mayAgree ? (
        <>
          <Select
            name={`agreed:${r.code}`}
            label="Level yang disepakati"
            options={options}
            value={
              answer?.values[`agreed:${r.code}`] ??
              (r.agreed ? (r.agreed.level === null ? 'none' : String(r.agreed.level)) : common(r))
            }
          />
          <TextInput
            name={`reason:${r.code}`}
            label="Alasan"
            hint={
              r.spread !== null && r.spread >= data.wide
                ? 'Wajib, karena penilaian berbeda jauh.'
                : 'Wajib bila levelnya tidak dipilih seorang asesor pun.'
            }
            optional
            value={answer?.values[`reason:${r.code}`] ?? r.agreed?.reason}
            error={answer?.fields[`reason:${r.code}`] ?? null}
          />
        </>
      ) : (
        r.agreed?.reason && <p className="small-text quiet">Alasan kesepakatan: {r.agreed.reason}</p>
      )}
    </fieldset>
  )
  const same = rows.filter(r => r.spread === 0)
  const differing = rows.filter(r => r.spread !== 0)
  return (
    <>
      <PageHead
        title={`Sidang integrasi: ${participant.name}`}
        scope={`${participant.position_name ?? 'jabatan belum dicatat'}, ${participant.unit_name}. Diukur terhadap ${participant.standard_name ?? 'standar jabatannya'}.`}
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: path },
          { label: 'Integrasi' },
        ]}
      />
      <Section title="Berdampingan">
        <DataTable
          caption="Level menurut tiap asesor"
          captionHidden
          phone="scroll"
          rows={rows}
          rowKey={r => r.code}
          groups={(r, i) => (i === 0 || rows[i - 1].kind !== r.kind ? measureKindWords[r.kind] : null)}
          columns={[
            { key: 'name', header: 'Yang dinilai', cell: r => r.name },
            ...assessors.map((a, i) => ({
              key: a.id,
              header: a.name,
              cell: (r: (typeof rows)[number]) => levelText(r.levels[i].level),
            })),
            { key: 'spread', header: 'Perbedaan', cell: r => spreadWords(r.spread, data.wide) },
            {
              key: 'standard',
              header: 'Standar',
              cell: r => (r.standard === null ? '–' : `level ${r.standard}`),
            },
            ...(rows.some(r => r.agreed)
              ? [
                  {
                    key: 'agreed',
                    header: 'Disepakati',
                    cell: (r: (typeof rows)[number]) => (r.agreed ? levelText(r.agreed.level) : 'belum'),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="Kesepakatan dan keketatan" note="atas semua peserta gelombang yang sudah dibuka">
        <p>
          Alfa Krippendorff <Figure figure={data.alpha} origin={false} asLink />
          {data.word ? `, ${data.word}` : ''}. <span className="small-text quiet">{data.alpha.limits.join(' ')}</span>
        </p>
        <ul className="lines pairs">
          {data.severity.map(s => (
            <li key={s.assessor}>
              <span>{s.name}, selisih dari asesor lain untuk orang yang sama</span>
              <Figure figure={s.figure} asLink />
            </li>
          ))}
        </ul>
        {data.flags.map(f => (
          <Note key={f} tone="due" title={f} />
        ))}
      </Section>
      <Section title={data.mayAgree ? 'Catatan perilaku dan kesepakatan' : 'Catatan perilaku'} id="kesepakatan">
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="batchId" value={batch.id} />
          <ErrorSummary problems={problemsOf(answer)} />
          {differing.map(r => line(r))}
          {same.length > 0 && (
            <details className="disclosure" open={differing.length === 0}>
              <summary>Yang dinilai sama oleh semua asesor</summary>
              <div className="stack gap-3">{same.map(r => line(r))}</div>
            </details>
          )}
          {data.mayAgree && (
            <>
              <Textarea
                name="summary"
                label="Kekuatan, dalam kata-kata untuk peserta"
                hint="Santun dan nyata: apa yang terlihat, bukan sifat orangnya."
                rows={4}
                value={answer?.values.summary ?? participant.summary}
                error={answer?.fields.summary ?? null}
              />
              <Textarea
                name="advice"
                label="Saran pengembangan untuk peserta"
                rows={4}
                value={answer?.values.advice ?? participant.advice}
                error={answer?.fields.advice ?? null}
              />
              <FormActions note="Dapat diubah sampai gelombang ditutup.">
                <Button variant="primary">Catat kesepakatan</Button>
                <LinkButton href={path}>Kembali</LinkButton>
              </FormActions>
            </>
          )}
        </form>
      </Section>
    </>
  )
}
