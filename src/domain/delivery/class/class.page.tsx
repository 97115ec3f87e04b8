import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { enrolmentWords } from '../delivery-words.ts'
import { errors } from '../errors.ts'
import { giveReaction } from '../reaction/give-reaction.ts'
import { ReactionForm, ReactionSummary } from '../reaction/reaction.view.tsx'
import { listTallies, reactionFigures } from '../reaction/reaction-figures.ts'
import { cancelClass } from './cancel-class.ts'
import { findClass, hasReacted, listEnrolments, listPeopleForClass } from './class.store.ts'
import { classFigures } from './class-figures.ts'
import { enrolPeople } from './open-class.ts'

export const meta = () => [{ title: 'Kelas · Anyam' }]
type Source = 'rencana' | 'program' | 'cari'

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const found = await findClass(db, params.classId)
    if (!found) throw errors.class.notFound()
    const rows = await listEnrolments(db, found.id)
    const asked = query.get('dari')
    const source: Source = asked === 'cari' || (asked === 'program' && found.programme_id) ? asked : 'rencana'
    const search = query.get('cari')?.trim() || undefined
    const isHr = actor.role === 'hr_officer'
    const isOver = found.ends_on <= on && found.state !== 'cancelled'
    const mine = rows.find(r => r.employee_id === actor.employeeId && r.state !== 'withdrawn')
    const seesReactions = ['hr_officer', 'facilitator', 'committee', 'auditor'].includes(actor.role)
    return {
      own: mine && isOver ? { enrolmentId: mine.id, given: await hasReacted(db, mine.id) } : null,
      reactions: seesReactions && isOver ? reactionFigures(found.id, await listTallies(db, found.id), on) : null,
      found,
      rows,
      figures: classFigures(found.id, rows, on),
      source,
      search,
      candidates: isHr ? await listPeopleForClass(db, found, source, search) : [],
      isHr,
      mayMark: (isHr || actor.role === 'facilitator') && found.ends_on <= on,
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const classId = String(params.classId)
    if (values._intent === 'cancel') {
      await run(cancelClass, { classId, reason: values.reason })
      return redirect(href('/diklat/kelas/:classId', { classId }))
    }
    if (values._intent === 'reaction') {
      await run(giveReaction, {
        enrolmentId: values.enrolmentId,
        material: values.material,
        facilitator: values.facilitator,
        use: values.use,
      })
      return redirect(href('/diklat/kelas/:classId', { classId }))
    }
    await run(enrolPeople, { classId, employeeIds: form.getAll('employeeIds').map(String) })
    return redirect(href('/diklat/kelas/:classId', { classId }))
  })

export default function ClassPage() {
  const { found, rows, figures, source, search, candidates, isHr, mayMark, own, reactions, on } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const here = href('/diklat/kelas/:classId', { classId: found.id })
  const isOver = found.ends_on < on
  return (
    <>
      <PageHead
        title={
          isOver && Number(figures.unmarked.value) > 0 ? (
            <>
              {found.name}: <Figure figure={figures.unmarked} origin={false} asLink /> menunggu hasil
            </>
          ) : isOver ? (
            <>
              {found.name}: <Figure figure={figures.passed} origin={false} asLink /> lulus
            </>
          ) : (
            <>
              {found.name}: <Figure figure={figures.enrolled} origin={false} asLink /> terdaftar
            </>
          )
        }
        scope={
          <>
            {formatDay(found.starts_on)} sampai {formatDay(found.ends_on)}
            {found.jp ? `, ${found.jp} JP` : ', JP belum diketahui'}
            {found.seats ? `, ${found.seats} kursi` : ''}
            {found.programme_name ? `, ${found.programme_name}` : ''}.
          </>
        }
        crumbs={[{ label: 'Jadwal', href: href('/diklat/jadwal') }, { label: found.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {found.state === 'cancelled' && (
        <Note tone="due" title={`Kelas ini dibatalkan ${found.cancelled_on ? formatDay(found.cancelled_on) : ''}`}>
          {found.cancelled_reason}
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Ringkasan">
              <ul className="lines">
                <li>
                  Lulus <Figure figure={figures.passed} origin={false} asLink />
                </li>
                <li>
                  Belum lulus <Figure figure={figures.failed} origin={false} asLink />
                </li>
                <li>
                  Hasil belum dicatat <Figure figure={figures.unmarked} origin={false} asLink />
                </li>
                <li>
                  JP terlaksana <Figure figure={figures.jp} origin={false} asLink />
                </li>
                <li>
                  Kenaikan rata-rata tes <Figure figure={figures.gain} origin={false} asLink />
                </li>
              </ul>
            </Section>
            {reactions && <ReactionSummary figures={reactions} />}
            {isHr && !isOver && found.state !== 'cancelled' && (
              <Section title="Daftarkan peserta">
                <Segment
                  label="Dari"
                  options={[
                    { label: 'Rencana', href: here, current: source === 'rencana' },
                    ...(found.programme_id
                      ? [{ label: 'Program', href: `${here}?dari=program`, current: source === 'program' }]
                      : []),
                    { label: 'Cari', href: `${here}?dari=cari`, current: source === 'cari' },
                  ]}
                />
                {source === 'cari' && (
                  <form method="get" className="form">
                    <input type="hidden" name="dari" value="cari" />
                    <TextInput name="cari" label="Nama atau NIP" value={search} />
                    <Button small>Cari</Button>
                  </form>
                )}
                {candidates.length > 0 ? (
                  <form method="post" className="form">
                    <FormKey />
                    <CheckboxList
                      name="employeeIds"
                      label={source === 'rencana' ? 'Rencananya memuat modul ini' : 'Pilih peserta'}
                      error={answer?.fields.employeeIds}
                      choices={candidates.map(p => ({ value: p.id, label: p.name, hint: p.unit }))}
                    />
                    <Button variant="primary" wide>
                      Daftarkan
                    </Button>
                  </form>
                ) : (
                  <p className="small-text quiet gap-2">
                    {source === 'rencana'
                      ? 'Tidak ada rencana berlaku yang memuat modul ini.'
                      : source === 'cari' && !search
                        ? 'Tuliskan nama atau NIP.'
                        : 'Tidak ada orang lain yang dapat didaftarkan.'}
                  </p>
                )}
              </Section>
            )}
            {isHr &&
              ['open', 'running'].includes(found.state) &&
              Number(figures.passed.value) + Number(figures.failed.value) === 0 && (
                <details className="disclosure" open={answer?.values._intent === 'cancel'}>
                  <summary>Batalkan kelas</summary>
                  <form method="post" className="form">
                    <FormKey />
                    <TextInput
                      name="reason"
                      label="Alasan pembatalan"
                      hint="Kursi dilepas. Peserta diberi tahu dan menerima usul pengganti."
                      value={answer?.values.reason}
                      error={answer?.fields.reason}
                    />
                    <Button name="_intent" value="cancel">
                      Batalkan kelas
                    </Button>
                  </form>
                </details>
              )}
          </>
        }
      >
        {own && <ReactionForm {...own} answer={answer?.values._intent === 'reaction' ? answer : undefined} />}
        <Section title="Peserta">
          {rows.length === 0 ? (
            <p className="quiet">Belum ada peserta yang dapat Anda lihat di kelas ini.</p>
          ) : (
            <DataTable
              caption="Peserta kelas"
              captionHidden
              rows={rows}
              rowKey={r => r.id}
              columns={[
                {
                  key: 'name',
                  header: 'Nama',
                  cell: r => (
                    <>
                      {r.name}
                      <SubLine>
                        {r.unit}
                        {r.has_plan_item ? ' · ada di rencananya' : ''}
                      </SubLine>
                    </>
                  ),
                },
                { key: 'jp', header: 'JP hadir', number: true, cell: r => r.attended_jp ?? '–' },
                { key: 'before', header: 'Tes awal', number: true, cell: r => r.score_before ?? '–' },
                { key: 'after', header: 'Tes akhir', number: true, cell: r => r.score_after ?? '–' },
                {
                  key: 'state',
                  header: 'Hasil',
                  cell: r => (
                    <>
                      {r.state === 'passed' ? (
                        <StateMark state="known">Lulus</StateMark>
                      ) : r.state === 'failed' ? (
                        <StateMark state="no">Belum lulus</StateMark>
                      ) : isOver && r.state !== 'withdrawn' ? (
                        <StateMark state="risk">terlambat dicatat</StateMark>
                      ) : (
                        enrolmentWords[r.state]
                      )}
                      {r.correction_reason && <SubLine>Diperbaiki: {r.correction_reason}</SubLine>}
                    </>
                  ),
                },
                ...(mayMark
                  ? [
                      {
                        key: 'act',
                        header: 'Tindakan',
                        phoneLabel: '',
                        cell: (r: (typeof rows)[number]) => (
                          <a
                            className="button small"
                            href={href('/diklat/kelas/:classId/peserta/:enrolmentId', {
                              classId: found.id,
                              enrolmentId: r.id,
                            })}
                          >
                            {r.state === 'passed' || r.state === 'failed' ? 'Perbaiki' : 'Catat hasil'}
                          </a>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
