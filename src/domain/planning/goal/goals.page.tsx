import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { listGoals } from './goal.store.ts'
import { registerGoal } from './register-goal.ts'

export const meta = () => [{ title: 'Sasaran strategis · Anyam' }]
const weightWords: Record<number, string> = { 1: '1, pendukung', 2: '2, penting', 3: '3, utama' }

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const goals = await listGoals(db)
    return {
      goals,
      editing: goals.find(g => g.id === query.get('ubah')) ?? null,
      mayEdit: actor.role === 'hr_officer' || actor.role === 'leader',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(registerGoal, {
      goalId: values.goalId ?? null,
      name: values.name,
      basis: values.basis,
      weight: values.weight,
    })
    return redirect(href('/diklat/sasaran'))
  })

export default function GoalsPage() {
  const { goals, editing, mayEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const value = (name: string, own?: string | number) =>
    answer ? (answer.values[name] ?? null) : own === undefined ? null : String(own)
  const alone = goals.filter(g => g.programmes.length === 0)
  return (
    <>
      <PageHead
        title={
          goals.length === 0
            ? 'Belum ada sasaran strategis'
            : alone.length === 0
              ? 'Semua sasaran sudah memiliki program'
              : `Belum ada program untuk ${alone[0].name}${alone.length > 1 ? ' dan lainnya' : ''}`
        }
        scope="Sasaran dari dokumen perencanaan. Program dan rencana individu merujuk kepadanya."
      />
      <TwoColumn
        side={
          mayEdit && (
            <Section title={editing ? 'Ubah sasaran' : 'Tambah sasaran'}>
              <form method="post" className="form">
                <FormKey />
                {editing && <input type="hidden" name="goalId" value={editing.id} />}
                <ErrorSummary problems={problemsOf(answer)} />
                <TextInput
                  name="name"
                  label="Nama sasaran"
                  value={value('name', editing?.name)}
                  error={answer?.fields.name}
                />
                <TextInput
                  name="basis"
                  label="Dokumen dasar"
                  hint="Misalnya: RPJMD 2025–2029, sasaran 3."
                  value={value('basis', editing?.basis)}
                  error={answer?.fields.basis}
                />
                <Select
                  name="weight"
                  label="Bobot"
                  options={Object.entries(weightWords).map(([v, label]) => ({ value: v, label }))}
                  value={value('weight', editing?.weight)}
                  error={answer?.fields.weight}
                />
                <FormActions>
                  <Button variant="primary">Simpan sasaran</Button>
                  {editing && <LinkButton href={href('/diklat/sasaran')}>Batal</LinkButton>}
                </FormActions>
              </form>
            </Section>
          )
        }
      >
        {goals.length === 0 ? (
          <EmptyState title="Belum ada sasaran">Tambahkan sasaran dari RPJMD atau rencana strategis.</EmptyState>
        ) : (
          <DataTable
            caption="Sasaran strategis"
            captionHidden
            rows={goals}
            rowKey={g => g.id}
            columns={[
              {
                key: 'name',
                header: 'Sasaran',
                cell: g => (
                  <>
                    {mayEdit ? <a href={`${href('/diklat/sasaran')}?ubah=${g.id}`}>{g.name}</a> : g.name}
                    <SubLine>{g.basis}</SubLine>
                  </>
                ),
              },
              { key: 'weight', header: 'Bobot', cell: g => weightWords[g.weight] },
              {
                key: 'programmes',
                header: 'Program',
                wide: true,
                cell: g =>
                  g.programmes.length === 0
                    ? 'belum ada'
                    : g.programmes.map((p, i) => (
                        <span key={p.id}>
                          {i > 0 && ', '}
                          <a href={href('/diklat/program/:programmeId', { programmeId: p.id })}>{p.name}</a>
                        </span>
                      )),
              },
            ]}
          />
        )}
      </TwoColumn>
    </>
  )
}
