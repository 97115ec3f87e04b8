import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { listVersions } from './guide.store.ts'
import { questionStateWords } from './guide-words.ts'
import { anchorsOf, QuestionFields } from './question-fields.view.tsx'
import { retireQuestion, writeQuestion } from './write-question.ts'

export const meta = () => [{ title: 'Pertanyaan wawancara · Anyam' }]

const isId = (text: string) => /^[0-9a-f-]{36}$/i.test(text)

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const versions = isId(params.questionId) ? await listVersions(db, params.questionId) : []
    if (versions.length === 0) throw notFound('Pertanyaan')
    return { now: versions[0], versions, mayWrite: actor.role === 'hr_officer' }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    if (values.act === 'retired' || values.act === 'current')
      await run(retireQuestion, { questionId: params.questionId, state: values.act, reason: values.retireReason })
    else
      await run(writeQuestion, {
        questionId: params.questionId,
        competencyId: values.competencyId,
        text: values.text,
        probe: values.probe,
        anchors: anchorsOf(values),
        reason: values.reason,
      })
    return redirect(href('/talenta/wawancara/bank/:questionId', { questionId: params.questionId }))
  })

export default function QuestionPage() {
  const { now, versions, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isRetired = now.state === 'retired'
  const isRetiring = answer?.values.act !== undefined
  return (
    <>
      <PageHead
        title={now.text}
        scope={`${now.competency}, versi ${now.version}, ditulis ${now.author_name} pada ${formatDay(now.written_on)}.`}
        crumbs={[
          { label: 'Bank pertanyaan', href: href('/talenta/wawancara/bank') },
          { label: `Versi ${now.version}` },
        ]}
      />
      {isRetired && (
        <Note tone="due" title="Pertanyaan ini dipensiunkan">
          {now.change_reason}
        </Note>
      )}
      {now.probe && <p className="small-text quiet">Pendalaman: {now.probe}</p>}
      <Section title="Isi jawaban per level">
        <DataTable
          caption="Isi jawaban per level"
          captionHidden
          phone="dense"
          rows={now.anchors}
          rowKey={a => String(a.level)}
          columns={[
            { key: 'level', header: 'Level', cell: a => `Level ${a.level}` },
            { key: 'text', header: 'Isi jawaban', wide: true, cell: a => a.text },
          ]}
        />
      </Section>
      {mayWrite && !isRetired && (
        <Section title="Ubah" note="menjadi versi baru">
          <details open={answer !== undefined && !isRetiring}>
            <summary>Ubah kata-katanya</summary>
            <form method="post" className="form">
              <FormKey />
              <input type="hidden" name="competencyId" value={now.competency_id} />
              <ErrorSummary problems={isRetiring ? [] : problemsOf(answer)} />
              <QuestionFields answer={isRetiring ? undefined : answer} question={now} anchors={now.anchors} />
              <Textarea
                name="reason"
                label="Mengapa diubah"
                rows={2}
                value={answer?.values.reason}
                error={answer?.fields.reason}
              />
              <FormActions note="Wawancara yang sudah dijadwalkan tetap memakai kata-kata semula.">
                <Button variant="primary">Simpan versi baru</Button>
              </FormActions>
            </form>
          </details>
        </Section>
      )}
      {mayWrite && (
        <Section title={isRetired ? 'Pakai lagi' : 'Pensiunkan'}>
          <form method="post" className="form">
            <FormKey />
            <Textarea
              name="retireReason"
              label="Alasan"
              rows={2}
              value={answer?.values.retireReason}
              error={isRetiring ? (answer?.fields.reason ?? answer?.message) : null}
            />
            <FormActions>
              <Button name="act" value={isRetired ? 'current' : 'retired'}>
                {isRetired ? 'Pakai lagi' : 'Pensiunkan pertanyaan'}
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
      {versions.length > 1 && (
        <Section title="Versi sebelumnya">
          <DataTable
            caption="Versi pertanyaan"
            captionHidden
            rows={versions.slice(1)}
            rowKey={v => v.id}
            columns={[
              { key: 'version', header: 'Versi', cell: v => `versi ${v.version}` },
              { key: 'text', header: 'Pertanyaan', wide: true, cell: v => v.text },
              { key: 'state', header: 'Keadaan', cell: v => questionStateWords[v.state] },
              { key: 'author', header: 'Penulis', cell: v => `${v.author_name}, ${formatDay(v.written_on, 'short')}` },
            ]}
          />
        </Section>
      )}
    </>
  )
}
