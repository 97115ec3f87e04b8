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
import { decideNomination } from './decide-nomination.ts'
import { listNominations } from './nomination.store.ts'
import { nominationStateWords, purposeWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Usulan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const rows = await listNominations(db, { limit: 200, page: 1 })
    return {
      rows,
      open: rows.find(r => r.id === query.get('putuskan') && r.state === 'submitted') ?? null,
      mayDecide: actor.role !== 'auditor',
      mayNominate: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(decideNomination, { nominationId: values.nominationId, decision: values.decision, reason: values.reason })
    return redirect(href('/talenta/usulan'))
  })

export default function NominationPage() {
  const { rows, open, mayDecide, mayNominate } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const waiting = rows.filter(r => r.state === 'submitted').length
  return (
    <>
      <PageHead
        title={waiting > 0 ? `${waiting} usulan menunggu keputusan` : 'Tidak ada usulan yang menunggu'}
        scope="Tiap tujuan diputus sendiri dengan alasan tertulis. Orang yang diusulkan diberi tahu."
        actions={
          mayNominate && (
            <LinkButton href={href('/talenta/usulan/baru')} icon="add">
              Usulkan orang
            </LinkButton>
          )
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {open && mayDecide && (
        <Section title={`Putuskan usulan ${open.name}`} note={purposeWords[open.purpose]}>
          <blockquote className="note">{open.rationale}</blockquote>
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="nominationId" value={open.id} />
            <RadioList
              name="decision"
              label="Keputusan"
              across
              choices={[
                { value: 'accepted', label: 'Diterima' },
                { value: 'declined', label: 'Belum diterima' },
              ]}
              value={answer?.values.decision}
              error={answer?.fields.decision}
            />
            <Textarea
              name="reason"
              label="Alasan"
              hint="Dibaca oleh orang yang diusulkan."
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions>
              <Button variant="primary">Simpan keputusan</Button>
              <LinkButton href={href('/talenta/usulan')}>Batal</LinkButton>
            </FormActions>
          </form>
        </Section>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Belum ada usulan">Atasan, pegawai sendiri, dan pengelola dapat mengusulkan.</EmptyState>
      ) : (
        <DataTable
          caption="Usulan"
          captionHidden
          rows={rows}
          rowKey={r => r.id}
          selected={r => r.id === open?.id}
          columns={[
            {
              key: 'name',
              header: 'Nama dan jabatan',
              cell: r => (
                <>
                  {r.name}
                  <SubLine>
                    {r.position_name ?? ''}, {r.unit_short_name}
                  </SubLine>
                </>
              ),
            },
            { key: 'purpose', header: 'Tujuan', cell: r => purposeWords[r.purpose] },
            {
              key: 'by',
              header: 'Pengusul',
              cell: r => (
                <>
                  {r.nominator}
                  <SubLine>{formatDay(r.nominated_on, 'short')}</SubLine>
                </>
              ),
            },
            {
              key: 'why',
              header: 'Alasan',
              wide: true,
              cell: r => (r.rationale.length > 160 ? `${r.rationale.slice(0, 157)}…` : r.rationale),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: r =>
                r.state === 'submitted' ? (
                  <StateMark state="border">{nominationStateWords[r.state]}</StateMark>
                ) : (
                  <>
                    {nominationStateWords[r.state]}
                    {r.decision_reason && <SubLine>{r.decision_reason}</SubLine>}
                  </>
                ),
            },
            {
              key: 'act',
              header: 'Tindakan',
              phoneLabel: '',
              cell: r => (
                <ul className="side-links">
                  {r.state === 'submitted' && mayDecide && (
                    <li>
                      <a href={`${href('/talenta/usulan')}?putuskan=${r.id}`}>Putuskan</a>
                    </li>
                  )}
                  {mayNominate && (r.state === 'submitted' || r.state === 'accepted') && r.purpose !== 'programme' && (
                    <li>
                      <a href={`${href('/talenta/wawancara/baru')}?usulan=${r.id}`}>Jadwalkan wawancara</a>
                    </li>
                  )}
                </ul>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
