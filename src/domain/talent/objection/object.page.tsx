import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { mostPaperBytes } from '#domain/competency/request/paper.model.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { FileField, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findCurrentCycle, findCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { findNomination } from '../nomination/nomination.store.ts'
import { nominationStateWords, purposeWords } from '../nomination/nomination-words.ts'
import { Effects, Papers } from './effects.view.tsx'
import { objectionRules } from './objection.rules.ts'
import { listEffects, listObjectionFiles, listObjections } from './objection.store.ts'
import { objectionStateWords } from './objection-words.ts'
import { mostFiles, submitObjection } from './submit-objection.ts'

export const meta = () => [{ title: 'Ajukan sanggahan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on, visit }) => {
    const id = query.get('siklus')
    const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
    const asked = query.get('usulan')
    const found = asked ? await findNomination(db, asked) : null
    const nomination = found?.employee_id === actor.employeeId && found.decided_on ? found : null
    const mine = actor.employeeId ? await listObjections(db, { employeeId: actor.employeeId }) : []
    const ids = mine.map(o => o.id)
    const files = await listObjectionFiles(db, ids)
    const effects = await listEffects(db, ids)
    const { body } = await holdingFor(db, objectionRules, on)
    return {
      days: body.answerWithinWorkingDays,
      cycle,
      nomination,
      mine: mine.map(o => ({
        ...o,
        files: files.filter(f => f.objection_id === o.id).map(f => ({ ...f, mayOpen: true })),
        effects: effects
          .filter(e => e.objection_id === o.id)
          .map(e => ({ ...e, link: visit.mayOpen(e.href.split('?')[0]) ? e.href : null, isMine: false })),
      })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run }) => {
    const given = form.getAll('files').flatMap(f => (f !== null && typeof f !== 'string' && f.size > 0 ? [f] : []))
    // Refused before the bytes are read into memory.
    const large = given.find(f => f.size > mostPaperBytes)
    if (large) throw errors.objection.fileSize(large.name)
    const files = []
    for (const f of given.slice(0, mostFiles + 1))
      files.push({ name: f.name.slice(-200), base64: Buffer.from(await f.arrayBuffer()).toString('base64') })
    await run(submitObjection, {
      files,
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
              {o.files.length > 0 && <Papers files={o.files} />}
              {o.effects.length > 0 && <Effects effects={o.effects} />}
            </Note>
          ))}
        </Section>
      )}
      {!open && (
        <form method="post" className="form" encType="multipart/form-data">
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
          <FileField
            name="files"
            label="Berkas pendukung"
            hint="PDF, JPG, atau PNG. Paling banyak tiga berkas, masing-masing 5 MB. Dibaca oleh yang menjawab."
            accept=".pdf,.jpg,.jpeg,.png"
            multiple
            optional
            error={answer?.fields.files}
          />
          <FormActions note="Sanggahan tidak memengaruhi penilaian Anda.">
            <Button variant="primary">Kirim sanggahan</Button>
          </FormActions>
        </form>
      )}
    </>
  )
}
