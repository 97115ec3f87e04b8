import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { answerObjection } from './answer-objection.ts'
import { listObjections } from './objection.store.ts'
import { objectionStateWords } from './objection-words.ts'

export const meta = () => [{ title: 'Sanggah · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const rows = await listObjections(db)
    return {
      rows,
      on,
      open: rows.find(r => r.id === query.get('jawab') && r.state === 'submitted') ?? null,
      mayAnswer: actor.role !== 'auditor',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(answerObjection, { objectionId: values.objectionId, decision: values.decision, answer: values.answer })
    return redirect(href('/talenta/sanggah'))
  })

export default function ObjectionPage() {
  const { rows, open, mayAnswer, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const waiting = rows.filter(r => r.state === 'submitted')
  const late = waiting.filter(r => r.due_on < on).length
  return (
    <>
      <PageHead
        title={
          waiting.length > 0
            ? `${waiting.length} sanggahan menunggu jawaban${late > 0 ? `, ${late} lewat batas` : ''}`
            : 'Tidak ada sanggahan yang menunggu'
        }
        scope="Sanggahan dijawab dengan alasan oleh orang yang tidak ikut memutus hasilnya."
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {open && mayAnswer && (
        <Section
          title={`Jawab sanggahan ${open.name}`}
          note={open.about}
          end={
            open.nomination_id ? (
              <a href={href('/talenta/usulan/:nominationId', { nominationId: open.nomination_id })}>Isi usulan</a>
            ) : (
              <a
                href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: open.employee_id })}?siklus=${open.cycle_id}`}
              >
                Mengapa kotak ini
              </a>
            )
          }
        >
          <blockquote className="note">{open.statement}</blockquote>
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="objectionId" value={open.id} />
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
            <FormActions>
              <Button variant="primary">Kirim jawaban</Button>
              <LinkButton href={href('/talenta/sanggah')}>Batal</LinkButton>
            </FormActions>
          </form>
        </Section>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Belum ada sanggahan">
          Setiap orang dapat menyanggah hasilnya sendiri dari halaman alasan kotak.
        </EmptyState>
      ) : (
        <DataTable
          caption="Sanggahan"
          captionHidden
          rows={rows}
          rowKey={r => r.id}
          selected={r => r.id === open?.id}
          columns={[
            {
              key: 'name',
              header: 'Nama',
              cell: r => (
                <>
                  {r.name}
                  <SubLine>{r.unit_short_name}</SubLine>
                </>
              ),
            },
            { key: 'about', header: 'Tentang', cell: r => r.about },
            {
              key: 'what',
              header: 'Isi',
              wide: true,
              cell: r => (r.statement.length > 200 ? `${r.statement.slice(0, 197)}…` : r.statement),
            },
            {
              key: 'due',
              header: 'Batas jawab',
              cell: r =>
                r.state === 'submitted' ? (
                  <StateMark state={r.due_on < on ? 'risk' : 'border'}>{formatDay(r.due_on)}</StateMark>
                ) : (
                  formatDay(r.due_on)
                ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: r => (
                <>
                  {objectionStateWords[r.state]}
                  {r.answer && <SubLine>{r.answer}</SubLine>}
                </>
              ),
            },
            {
              key: 'act',
              header: 'Tindakan',
              phoneLabel: '',
              cell: r =>
                r.state === 'submitted' && mayAnswer ? (
                  <a href={`${href('/talenta/sanggah')}?jawab=${r.id}`}>Jawab</a>
                ) : null,
            },
          ]}
        />
      )}
    </>
  )
}
