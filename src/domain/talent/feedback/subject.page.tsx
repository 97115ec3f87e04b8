import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { changeFeedbackRaters } from './agree-raters.ts'
import { findResultIn, findRound, findSubject, listRaterRows, listReplies, rulesOn } from './feedback.store.ts'
import { groupWords, originWords, replyStateWords, standingWords, subjectStateWords } from './feedback-words.ts'
import { FeedbackResultView } from './result.view.tsx'
import { shownResult } from './shown-result.ts'

export const meta = () => [{ title: 'Umpan balik seorang pegawai · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, look }) => {
    const round = await findRound(db, params.roundId)
    const subject = await findSubject(db, params.roundId, params.employeeId)
    if (!round || !subject) throw errors.feedback.notFound()
    const person = await db.one<{ name: string; position_name: string | null; unit: string }>(
      sql`select name, position_name, unit_short_name as unit from workforce.v_people where id = ${subject.employee_id}`,
    )
    look({ action: 'membuka umpan balik 360°', employeeId: subject.employee_id })
    const { body } = rulesOn(round.opened_on)
    const replies = await listReplies(db, round.id, subject.employee_id)
    const result = await findResultIn(db, round.id, subject.employee_id)
    const isOwn = subject.employee_id === actor.employeeId
    return {
      round,
      subject,
      person,
      isOwn,
      mayConfirm: actor.role === 'hr_officer' && !isOwn && subject.state === 'proposed',
      mayChange: actor.role === 'hr_officer' && !isOwn && subject.state === 'confirmed',
      // Who answered about oneself stays unsaid, whatever the role.
      raters: isOwn
        ? []
        : (await listRaterRows(db, round.id, subject.employee_id)).map(r => {
            const reply = replies.find(a => a.id === r.id)
            return {
              ...r,
              reply: reply?.state ?? null,
              declined:
                reply?.state === 'declined'
                  ? [body.declines.find(d => d.code === reply.decline_code)?.label, reply.decline_note]
                      .filter(Boolean)
                      .join('. ')
                  : null,
            }
          }),
      result: result && subject.state !== 'confirmed' ? shownResult(result) : null,
      isSaved: query.get('pesan') === 'tersimpan',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const ids = { roundId: params.roundId, employeeId: params.employeeId }
    await run(
      changeFeedbackRaters,
      values.act === 'remove'
        ? { act: 'remove', ...ids, raterRowId: values.raterRowId, reason: values.reason }
        : { act: 'add', ...ids, nip: values.nip, group: values.group as 'rekan' },
    )
    return redirect(`${href('/talenta/umpan-balik/:roundId/:employeeId', ids)}?pesan=tersimpan`)
  })

export default function SubjectPage() {
  const { round, subject, person, isOwn, mayConfirm, mayChange, raters, result, isSaved } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`Umpan balik 360° ${person.name}`}
        scope={`${[person.position_name, person.unit].filter(Boolean).join(', ')}. ${subjectStateWords[subject.state]}.`}
        crumbs={[
          { label: 'Umpan balik 360°', href: href('/talenta/umpan-balik') },
          { label: round.name, href: href('/talenta/umpan-balik/:roundId', { roundId: round.id }) },
          { label: person.name },
        ]}
        actions={
          mayConfirm && (
            <LinkButton
              href={href('/umpan-balik/tim/:roundId/:employeeId', {
                roundId: round.id,
                employeeId: subject.employee_id,
              })}
              variant="primary"
            >
              Konfirmasi penilai
            </LinkButton>
          )
        }
      />
      {isSaved && <StatusLine>Perubahan penilai tersimpan.</StatusLine>}
      <ErrorSummary problems={problemsOf(answer)} />
      {subject.state === 'excluded' && <Note tone="limits" title={subject.exclude_reason ?? 'Tidak diikutkan'} />}
      {isOwn && (
        <Note title="Putaran ini tentang Anda">
          Penilai dan jawabannya diurus oleh orang lain. Hasil Anda ada di jalur Anda.
        </Note>
      )}
      {result && <FeedbackResultView result={result} />}
      {raters.length > 0 && (
        <Section
          title="Penilai"
          note={
            subject.confirmed_on
              ? `dikonfirmasi ${subject.confirmed_by_name}, ${formatDay(subject.confirmed_on, 'short')}`
              : 'belum dikonfirmasi'
          }
        >
          <DataTable
            caption="Penilai"
            captionHidden
            rows={raters}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: r => (
                  <>
                    {r.rater_name}
                    <SubLine>
                      {groupWords[r.rater_group]}, {originWords[r.origin]}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r => (
                  <>
                    <StateMark state={r.reply === 'answered' ? 'known' : r.reply === 'asked' ? 'unknown' : 'border'}>
                      {r.reply ? replyStateWords[r.reply] : standingWords[r.standing]}
                    </StateMark>
                    {(r.declined || r.answer_reason) && <SubLine>{r.declined ?? r.answer_reason}</SubLine>}
                  </>
                ),
              },
              ...(mayChange
                ? [
                    {
                      key: 'act',
                      header: 'Tindakan',
                      phoneLabel: '',
                      wide: true,
                      cell: (r: (typeof raters)[number]) =>
                        r.rater_group !== 'diri' && (r.reply === 'asked' || r.reply === 'declined') ? (
                          <form method="post" className="row">
                            <FormKey />
                            <input type="hidden" name="raterRowId" value={r.id} />
                            <input
                              className="field"
                              name="reason"
                              aria-label={`Alasan menarik ${r.rater_name}`}
                              placeholder="Alasan menarik"
                            />
                            <Button small name="act" value="remove">
                              Tarik
                            </Button>
                          </form>
                        ) : null,
                    },
                  ]
                : []),
            ]}
          />
          {mayChange && (
            <form method="post" className="form" noValidate>
              <FormKey />
              <TextInput
                name="nip"
                label="Tambah penilai, NIP"
                inputMode="numeric"
                value={answer?.values.act === 'add' ? answer.values.nip : undefined}
                error={answer?.fields.nip}
              />
              <Select
                name="group"
                label="Sebagai"
                options={[
                  { value: 'rekan', label: 'Rekan' },
                  { value: 'bawahan', label: 'Bawahan' },
                ]}
                value={answer?.values.group ?? 'rekan'}
                error={answer?.fields.group}
              />
              <FormActions>
                <Button name="act" value="add">
                  Undang penilai ini
                </Button>
              </FormActions>
            </form>
          )}
        </Section>
      )}
    </>
  )
}
