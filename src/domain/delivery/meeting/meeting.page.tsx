import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { meetingWords } from '../delivery-words.ts'
import { errors } from '../errors.ts'
import { confirmMeeting, correctMeeting } from './confirm-meeting.ts'
import { findMeeting } from './meeting.store.ts'

export const meta = () => [{ title: 'Pertemuan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const meeting = await findMeeting(db, params.meetingId)
    if (!meeting) throw errors.meeting.notFound()
    look({
      action: 'membuka catatan pertemuan',
      employeeId: meeting.employee_id,
      subjectKind: 'delivery.meeting',
      subjectId: meeting.id,
    })
    return {
      meeting,
      mayConfirm:
        ['asn', 'supervisor', 'hr_officer', 'facilitator'].includes(actor.role) &&
        !meeting.is_confirmed &&
        (meeting.logged_by === null || meeting.logged_by !== actor.employeeId),
      mayCorrect: ['hr_officer', 'facilitator'].includes(actor.role),
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const meetingId = params.meetingId
    if (values._intent === 'confirm') await run(confirmMeeting, { meetingId })
    else
      await run(correctMeeting, {
        meetingId,
        heldOn: dayFromForm(values.heldOn, 'heldOn'),
        topic: values.topic,
        tookPlace: values.tookPlace !== 'tidak',
        seenLevel: values.seenLevel ?? null,
        reason: values.reason,
      })
    return redirect(href('/pendampingan/pertemuan/:meetingId', { meetingId: String(meetingId) }))
  })

export default function MeetingPage() {
  const { meeting, mayConfirm, mayCorrect, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`${meetingWords[meeting.kind]} ${meeting.name}, ${formatDay(meeting.held_on)}`}
        scope={
          meeting.is_confirmed
            ? 'Sudah dikonfirmasi. Paling banyak dua pertemuan sebulan menambah JP.'
            : 'Belum dikonfirmasi, jadi belum dihitung.'
        }
        crumbs={[{ label: 'Coaching dan mentoring', href: href('/pendampingan') }, { label: meeting.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          mayConfirm && (
            <Section title="Konfirmasi">
              <p className="small-text quiet">Benarkah pertemuan ini berlangsung seperti tercatat?</p>
              <form method="post">
                <FormKey />
                <Button variant="primary" wide name="_intent" value="confirm">
                  Konfirmasi pertemuan
                </Button>
              </form>
            </Section>
          )
        }
      >
        <Section>
          <DefinitionList
            facts={[
              { term: 'Peserta', value: meeting.name },
              { term: meeting.kind === 'coaching' ? 'Coach' : 'Mentor', value: meeting.guide_name },
              { term: 'Lama', value: meeting.minutes ? `${meeting.minutes} menit` : 'tidak dicatat' },
              { term: 'Pokok bahasan', value: meeting.topic },
              { term: 'Yang disepakati', value: meeting.agreement ?? 'tidak dicatat' },
              ...(meeting.seen_level === null
                ? []
                : [
                    {
                      term: 'Level yang terlihat',
                      value: (
                        <>
                          {meeting.competency_name}, level {meeting.seen_level}
                          <SubLine>{meeting.seen_example}</SubLine>
                        </>
                      ),
                    },
                  ]),
              { term: 'Program', value: meeting.programme_name ?? 'bukan bagian program' },
              {
                term: 'Keadaan',
                value: meeting.is_confirmed ? (
                  <StateMark state="known">dikonfirmasi</StateMark>
                ) : (
                  <StateMark state="unknown">menunggu</StateMark>
                ),
              },
              ...(meeting.correction_reason ? [{ term: 'Alasan perbaikan', value: meeting.correction_reason }] : []),
            ]}
          />
        </Section>
        {mayCorrect && (
          <details className="disclosure" open={answer?.values._intent === 'correct'}>
            <summary>Perbaiki catatan</summary>
            <form method="post" className="form">
              <FormKey />
              <DateField
                name="heldOn"
                label="Tanggal pertemuan"
                max={on}
                value={answer?.values.heldOn ?? meeting.held_on}
                error={answer?.fields.heldOn}
              />
              <Textarea
                name="topic"
                label="Pokok bahasan"
                value={answer?.values.topic ?? meeting.topic}
                error={answer?.fields.topic}
              />
              {meeting.seen_level !== null && (
                <Select
                  name="seenLevel"
                  label={`Level ${meeting.competency_name} yang terlihat`}
                  value={answer?.values.seenLevel ?? String(meeting.seen_level)}
                  error={answer?.fields.seenLevel}
                  options={[1, 2, 3, 4, 5].map(n => ({ value: String(n), label: `Level ${n}` }))}
                />
              )}
              <RadioList
                name="tookPlace"
                label="Apakah pertemuan berlangsung?"
                value={answer?.values.tookPlace ?? 'ya'}
                choices={[
                  { value: 'ya', label: 'Ya' },
                  { value: 'tidak', label: 'Tidak', hint: 'JP dan bukti dari pertemuan ini ditarik.' },
                ]}
              />
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
