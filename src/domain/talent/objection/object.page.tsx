import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findCurrentCycle, findCycle } from '../cycle/cycle.ts'
import { findNomination } from '../nomination/nomination.store.ts'
import { nominationStateWords, purposeWords } from '../nomination/nomination-words.ts'
import { objectionRules } from './objection.rules.ts'
import { listObjections } from './objection.store.ts'
import { objectionStateWords } from './objection-words.ts'
import { submitObjection } from './submit-objection.ts'

export const meta = () => [{ title: 'Ajukan sanggahan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const id = query.get('siklus')
    const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
    const asked = query.get('usulan')
    const found = asked ? await findNomination(db, asked) : null
    const nomination = found?.employee_id === actor.employeeId && found.decided_on ? found : null
    const { body } = await holdingFor(db, objectionRules, on)
    return {
      days: body.answerWithinWorkingDays,
      cycle,
      nomination,
      mine: actor.employeeId ? await listObjections(db, { employeeId: actor.employeeId }) : [],
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(submitObjection, {
      cycleId: values.cycleId ?? null,
      nominationId: values.nominationId ?? null,
      statement: values.statement,
    })
    return redirect(href('/talenta/sanggah/baru'))
  })

export default function ObjectPage() {
  const { cycle, nomination, mine, days } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const open = mine.some(
    o =>
      o.state === 'submitted' && (nomination ? o.nomination_id === nomination.id : o.cycle_id === (cycle?.id ?? null)),
  )
  if (!cycle && !nomination)
    return (
      <EmptyState alone title="Belum ada hasil yang dapat disanggah">
        Peta talenta belum dihitung.
      </EmptyState>
    )
  return (
    <>
      <PageHead
        title={nomination ? 'Tidak sependapat dengan keputusan usulan?' : 'Ada hasil yang keliru?'}
        scope={`${nomination ? `${purposeWords[nomination.purpose]}, ${nominationStateWords[nomination.state].toLowerCase()}` : `${cycle?.name}${cycle?.objection_until ? `. Sanggahan diterima sampai ${formatDay(cycle.objection_until)}` : ''}`}. Dijawab paling lambat ${days} hari kerja oleh orang yang tidak ikut memutus.`}
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Sanggahan' }]}
      />
      {mine.length > 0 && (
        <Section title="Sanggahan Anda">
          {mine.map(o => (
            <Note
              key={o.id}
              tone={o.state === 'submitted' ? 'due' : 'plain'}
              title={`${o.about}: ${objectionStateWords[o.state].toLowerCase()}${o.state === 'submitted' ? `, dijawab paling lambat ${formatDay(o.due_on)}` : ''}`}
            >
              {o.statement}
              {o.answer && <p>Jawaban: {o.answer}</p>}
            </Note>
          ))}
        </Section>
      )}
      {!open && (
        <form method="post" className="form">
          <FormKey />
          {nomination ? (
            <input type="hidden" name="nominationId" value={nomination.id} />
          ) : (
            cycle && <input type="hidden" name="cycleId" value={cycle.id} />
          )}
          <ErrorSummary problems={problemsOf(answer)} />
          <Textarea
            name="statement"
            label="Bagian mana yang keliru, dan mengapa"
            hint={
              nomination
                ? 'Sebutkan kriteria mana yang menurut Anda terpenuhi, dan buktinya. Bila diterima, orang lain memutus ulang.'
                : 'Sebutkan catatan yang seharusnya dipakai, misalnya nomor sertifikat atau tahun SKP.'
            }
            rows={7}
            value={answer?.values.statement}
            error={answer?.fields.statement}
          />
          <FormActions note="Sanggahan tidak memengaruhi penilaian Anda.">
            <Button variant="primary">Kirim sanggahan</Button>
          </FormActions>
        </form>
      )}
    </>
  )
}
