import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { fileSizes } from '#platform/files/stored-file.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { answerObjection } from './answer-objection.ts'
import { Effects, Papers } from './effects.view.tsx'
import { findObjection, listEffects, listObjectionFiles } from './objection.store.ts'
import { objectionStateWords } from './objection-words.ts'

export const meta = () => [{ title: 'Sanggahan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit, look }) => {
    const objection = await findObjection(db, params.objectionId)
    if (!objection || objection.employee_id === actor.employeeId) throw errors.objection.notFound()
    look({
      action: 'sanggahan',
      employeeId: objection.employee_id,
      subjectKind: 'talent.objection',
      subjectId: objection.id,
    })
    const files = await listObjectionFiles(db, [objection.id])
    const open = await fileSizes(
      db,
      files.map(f => f.file_id),
    )
    return {
      objection,
      isLate: objection.state === 'submitted' && objection.due_on < on,
      files: files.map(f => ({ ...f, mayOpen: open.has(f.file_id) })),
      effects: (await listEffects(db, [objection.id])).map(e => ({
        ...e,
        link: visit.mayOpen(e.href.split('?')[0]) ? e.href : null,
        isMine: actor.role === 'hr_officer' || e.owner_id === actor.employeeId,
      })),
      mayAnswer: actor.role !== 'auditor',
      mayCorrect: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const objectionId = params.objectionId
    await run(answerObjection, { objectionId, decision: values.decision, answer: values.answer })
    return redirect(href('/talenta/sanggah/:objectionId', { objectionId }))
  })

export default function AnswerObjectionPage() {
  const { objection: o, isLate, files, effects, mayAnswer, mayCorrect } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`Sanggahan ${o.name}`}
        scope={`${o.about}. Masuk ${formatDay(o.submitted_on)}, dijawab paling lambat ${formatDay(o.due_on)}.`}
        crumbs={[
          { label: 'Talenta', href: href('/talenta') },
          { label: 'Sanggah', href: href('/talenta/sanggah') },
          { label: o.name },
        ]}
        actions={
          o.nomination_id ? (
            <LinkButton href={href('/talenta/usulan/:nominationId', { nominationId: o.nomination_id })}>
              Isi usulan
            </LinkButton>
          ) : (
            <LinkButton
              href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: o.employee_id })}?siklus=${o.cycle_id}`}
            >
              Mengapa kotak ini
            </LinkButton>
          )
        }
      />
      {isLate && <Note tone="risk" title="Batas jawab sudah lewat" />}
      <Section title="Yang disanggah">
        <blockquote className="note">{o.statement}</blockquote>
        {files.length > 0 && <Papers files={files} />}
      </Section>
      {o.state === 'submitted' && mayAnswer && (
        <Section title="Jawab">
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(answer)} />
            <RadioList
              name="decision"
              label="Keputusan"
              across
              choices={[
                { value: 'granted', label: 'Diterima' },
                { value: 'rejected', label: 'Ditolak' },
              ]}
              value={answer?.values.decision}
              error={answer?.fields.decision}
            />
            <Textarea
              name="answer"
              label="Jawaban"
              hint="Dibaca oleh penyanggah. Bila diterima, sebutkan data mana yang diperbaiki."
              value={answer?.values.answer}
              error={answer?.fields.answer}
            />
            <FormActions note="Bila diterima, yang tersentuh ditelusuri dan tiap pemiliknya mendapat tugas.">
              <Button variant="primary">Kirim jawaban</Button>
              <LinkButton href={href('/talenta/sanggah')}>Batal</LinkButton>
            </FormActions>
          </form>
        </Section>
      )}
      {o.answer && (
        <Section title={objectionStateWords[o.state]} note={o.answered_on ? formatDay(o.answered_on) : undefined}>
          <p>{o.answer}</p>
        </Section>
      )}
      {o.state === 'granted' && o.cycle_id && (
        <Section title="Yang tersentuh" note="diisi begitu tiap bagian menelusuri">
          {effects.length === 0 ? (
            <p className="quiet">Penelusuran sedang berjalan. Muat ulang halaman ini.</p>
          ) : (
            <Effects effects={effects} />
          )}
          {mayCorrect && effects.some(e => e.kind === 'map' && e.state === 'open') && (
            <p className="small-text gap-3">
              Perbaiki catatannya, lalu hitung ulang peta dengan alasan. Hasilnya menjadi versi baru.{' '}
              <a href={`${href('/talenta')}?siklus=${o.cycle_id}`}>Buka siklus</a>
            </p>
          )}
        </Section>
      )}
    </>
  )
}
