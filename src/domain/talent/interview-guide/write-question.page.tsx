import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listSubjects, startAnchors } from './guide.store.ts'
import { anchorsOf, QuestionFields } from './question-fields.view.tsx'
import { writeQuestion } from './write-question.ts'

export const meta = () => [{ title: 'Tulis pertanyaan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const subjects = await listSubjects(db)
    const chosen = subjects.find(s => s.id === query.get('kompetensi')) ?? null
    return { subjects, chosen, anchors: chosen ? startAnchors(chosen.code, on) : [] }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { questionId } = await run(writeQuestion, {
      competencyId: values.competencyId,
      text: values.text,
      probe: values.probe,
      anchors: anchorsOf(values),
    })
    return redirect(href('/talenta/wawancara/bank/:questionId', { questionId }))
  })

export default function WriteQuestionPage() {
  const { subjects, chosen, anchors } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const bank = href('/talenta/wawancara/bank')
  return (
    <>
      <PageHead
        title={chosen ? `Pertanyaan untuk ${chosen.name}` : 'Untuk kompetensi apa?'}
        scope="Satu pertanyaan menilai satu kompetensi. Semua calon untuk tujuan yang sama mendapat pertanyaan yang sama."
        crumbs={[{ label: 'Bank pertanyaan', href: bank }, { label: 'Tulis pertanyaan' }]}
      />
      {chosen ? (
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="competencyId" value={chosen.id} />
          <ErrorSummary problems={problemsOf(answer)} />
          <QuestionFields answer={answer} question={null} anchors={anchors} />
          <FormActions>
            <Button variant="primary">Simpan pertanyaan</Button>
            <LinkButton href={href('/talenta/wawancara/bank/baru')}>Ganti kompetensi</LinkButton>
          </FormActions>
        </form>
      ) : (
        <form method="get" className="form">
          <Select
            name="kompetensi"
            label="Kompetensi"
            options={subjects.map(s => ({
              value: s.id,
              label: s.name,
              group: s.kind === 'technical' ? 'Teknis' : s.kind === 'managerial' ? 'Manajerial' : 'Sosial kultural',
            }))}
          />
          <FormActions>
            <Button variant="primary">Lanjut</Button>
            <LinkButton href={bank}>Batal</LinkButton>
          </FormActions>
        </form>
      )}
    </>
  )
}
