import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { findClass, findEnrolment } from './class.store.ts'
import { completeEnrolment, correctEnrolment } from './complete-enrolment.ts'

export const meta = () => [{ title: 'Hasil peserta · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look }) => {
    const found = await findClass(db, params.classId)
    const enrolment = await findEnrolment(db, params.enrolmentId)
    if (!found || !enrolment || enrolment.class_id !== found.id) throw errors.class.notEnrolled()
    look({
      action: 'membuka hasil kelas',
      employeeId: enrolment.employee_id,
      subjectKind: 'delivery.enrolment',
      subjectId: enrolment.id,
    })
    return { found, enrolment, isDone: enrolment.state === 'passed' || enrolment.state === 'failed' }
  })

/** "31,5" and "31.5" alike. */
const number = (text: string | undefined) => (text === undefined ? null : text.trim().replace(',', '.'))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const result = {
      enrolmentId: params.enrolmentId,
      attendedJp: number(values.attendedJp) ?? 'kosong',
      scoreBefore: number(values.scoreBefore),
      scoreAfter: number(values.scoreAfter),
      result: values.result,
      certificate: values.certificate ?? null,
    }
    if (values._intent === 'correct') await run(correctEnrolment, { ...result, reason: values.reason })
    else await run(completeEnrolment, result)
    return redirect(href('/diklat/kelas/:classId', { classId: String(params.classId) }))
  })

export default function ResultPage() {
  const { found, enrolment, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const typed = (name: string, now: number | string | null) =>
    answer?.values[name] ?? (now === null ? undefined : String(now))
  const back = href('/diklat/kelas/:classId', { classId: found.id })
  return (
    <>
      <PageHead
        title={isDone ? `Perbaiki hasil ${enrolment.name}` : `Hasil ${enrolment.name}`}
        scope={`${found.name}, selesai ${formatDay(found.ends_on)}${found.jp ? `, ${found.jp} JP` : ''}.`}
        crumbs={[{ label: found.name, href: back }, { label: enrolment.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {isDone && (
        <Note title="Hasil ini sudah dicatat">
          Perbaikan menggantinya. Bila menjadi belum lulus, bukti kompetensi dan JP dari kelas ini ditarik.
        </Note>
      )}
      <form method="post" className="form">
        <FormKey />
        <TextInput
          name="attendedJp"
          label="JP hadir"
          unit={found.jp ? `dari ${found.jp} JP` : 'JP'}
          value={typed('attendedJp', enrolment.attended_jp)}
          error={answer?.fields.attendedJp}
        />
        <TextInput
          name="scoreBefore"
          label="Nilai tes awal"
          hint="0 sampai 100. Kosongkan bila tidak ikut."
          optional
          value={typed('scoreBefore', enrolment.score_before)}
          error={answer?.fields.scoreBefore}
        />
        <TextInput
          name="scoreAfter"
          label="Nilai tes akhir"
          hint="0 sampai 100. Kosongkan bila tidak ikut."
          optional
          value={typed('scoreAfter', enrolment.score_after)}
          error={answer?.fields.scoreAfter}
        />
        <RadioList
          name="result"
          label="Hasil"
          value={answer?.values.result ?? (isDone ? enrolment.state : null)}
          error={answer?.fields.result}
          choices={[
            { value: 'passed', label: 'Lulus', hint: 'Menambah JP dan bukti kompetensi.' },
            { value: 'failed', label: 'Belum lulus' },
          ]}
        />
        <TextInput
          name="certificate"
          label="Nomor sertifikat"
          hint={
            isDone
              ? 'Kosongkan bila nomor yang sudah tercatat tetap berlaku.'
              : 'Tanpa nomor sertifikat, JP belum dihitung.'
          }
          optional
          value={typed('certificate', enrolment.certificate)}
          error={answer?.fields.certificate}
        />
        {isDone && (
          <Textarea
            name="reason"
            label="Alasan perbaikan"
            value={answer?.values.reason}
            error={answer?.fields.reason}
          />
        )}
        <FormActions>
          <Button variant="primary" name="_intent" value={isDone ? 'correct' : 'complete'}>
            {isDone ? 'Simpan perbaikan' : 'Simpan hasil'}
          </Button>
          <LinkButton href={back} variant="quiet">
            Batal
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
