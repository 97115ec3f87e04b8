import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { findAssignment } from './assignment.store.ts'
import { confirmAssignment, correctAssignment } from './confirm-assignment.ts'
import { reportAssignment } from './give-assignment.ts'

export const meta = () => [{ title: 'Penugasan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const assignment = await findAssignment(db, params.assignmentId)
    if (!assignment) throw errors.assignment.notFound()
    look({
      action: 'membuka penugasan',
      employeeId: assignment.employee_id,
      subjectKind: 'delivery.assignment',
      subjectId: assignment.id,
    })
    const isOwn = actor.employeeId === assignment.employee_id
    const oversees = ['supervisor', 'hr_officer'].includes(actor.role) && !isOwn
    return {
      assignment,
      on,
      mayReport: (isOwn || oversees) && assignment.confirmed_on === null && assignment.state !== 'stopped',
      mayConfirm: oversees && assignment.finished_on !== null && assignment.confirmed_on === null,
      mayCorrect: oversees,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const assignmentId = params.assignmentId
    if (values._intent === 'confirm') await run(confirmAssignment, { assignmentId })
    else if (values._intent === 'correct')
      await run(correctAssignment, {
        assignmentId,
        dueOn: dayFromForm(values.dueOn, 'dueOn'),
        finishedOn: dayFromForm(values.finishedOn, 'finishedOn') ?? null,
        result: values.result ?? null,
        reason: values.reason,
      })
    else
      await run(reportAssignment, {
        assignmentId,
        progress: values.progress ?? 0,
        finishedOn: dayFromForm(values.finishedOn, 'finishedOn') ?? null,
        result: values.result ?? null,
      })
    return redirect(href('/pendampingan/penugasan/:assignmentId', { assignmentId: String(assignmentId) }))
  })

export default function AssignmentPage() {
  const { assignment: a, on, mayReport, mayConfirm, mayCorrect } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const asked = answer?.values._intent
  const isLate = a.finished_on === null ? a.due_on < on : a.finished_on > a.due_on
  return (
    <>
      <PageHead
        title={
          a.state === 'stopped'
            ? `${a.title} dihentikan`
            : a.finished_on
              ? `${a.title} selesai ${formatDay(a.finished_on)}${isLate ? ', lewat batas' : ', tepat waktu'}`
              : isLate
                ? `${a.title} lewat batas ${formatDay(a.due_on)}`
                : `${a.title} berjalan sampai ${formatDay(a.due_on)}`
        }
        scope={`${a.name}, ${a.unit}${a.programme_name ? `, ${a.programme_name}` : ''}.`}
        crumbs={[{ label: 'Penugasan', href: href('/pendampingan/penugasan') }, { label: a.title }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          mayConfirm && (
            <Section title="Konfirmasi hasil">
              <p className="small-text quiet">
                Setelah dikonfirmasi, kegiatan dalam rencananya selesai. Keliru? Perbaiki dengan alasan.
              </p>
              <form method="post">
                <FormKey />
                <Button variant="primary" wide name="_intent" value="confirm">
                  Konfirmasi selesai
                </Button>
              </form>
            </Section>
          )
        }
      >
        <Section>
          <DefinitionList
            facts={[
              { term: 'Mulai', value: a.starts_on ? formatDay(a.starts_on) : 'tidak dicatat' },
              { term: 'Batas selesai', value: formatDay(a.due_on) },
              { term: 'Kemajuan', value: a.progress === null ? 'belum dilaporkan' : `${a.progress}%` },
              { term: 'Hasil', value: a.result ?? 'belum dilaporkan' },
              { term: 'Nilai paket', value: a.value === null ? 'tidak dicatat' : formatRupiah(a.value) },
              { term: 'Kegiatan rencana', value: a.plan_item_title ?? 'tidak ada' },
              { term: 'Dikonfirmasi', value: a.confirmed_on ? formatDay(a.confirmed_on) : 'belum' },
              ...(a.correction_reason ? [{ term: 'Alasan perbaikan', value: a.correction_reason }] : []),
            ]}
          />
        </Section>
        {mayReport && (
          <Section title="Laporkan kemajuan">
            <form method="post" className="form">
              <FormKey />
              <TextInput
                name="progress"
                id="progress"
                label="Kemajuan"
                unit="persen"
                value={(asked === 'report' ? answer?.values.progress : undefined) ?? String(a.progress ?? 0)}
                error={asked === 'report' ? answer?.fields.progress : undefined}
              />
              <DateField
                name="finishedOn"
                id="report-finished"
                label="Selesai pada"
                hint="Isi bila sudah selesai."
                optional
                max={on}
                value={asked === 'report' ? answer?.values.finishedOn : undefined}
                error={asked === 'report' ? answer?.fields.finishedOn : undefined}
              />
              <Textarea name="result" id="report-result" label="Hasil" optional value={a.result ?? undefined} />
              <FormActions>
                <Button name="_intent" value="report">
                  Kirim laporan
                </Button>
              </FormActions>
            </form>
          </Section>
        )}
        {mayCorrect && (
          <details className="disclosure" open={answer?.values._intent === 'correct'}>
            <summary>Perbaiki</summary>
            <form method="post" className="form">
              <FormKey />
              <DateField
                name="dueOn"
                label="Batas selesai"
                value={answer?.values.dueOn ?? a.due_on}
                error={answer?.fields.dueOn}
              />
              <DateField
                name="finishedOn"
                id="correct-finished"
                label="Selesai pada"
                hint="Kosongkan bila ternyata belum selesai."
                optional
                max={on}
                value={a.finished_on ?? undefined}
                error={asked === 'correct' ? answer?.fields.finishedOn : undefined}
              />
              <Textarea name="result" id="correct-result" label="Hasil" optional value={a.result ?? undefined} />
              <Textarea
                name="reason"
                label="Alasan perbaikan"
                value={answer?.values.reason}
                error={answer?.fields.reason}
              />
              <FormActions>
                <Button name="_intent" value="correct">
                  Simpan perbaikan
                </Button>
              </FormActions>
            </form>
          </details>
        )}
      </TwoColumn>
    </>
  )
}
