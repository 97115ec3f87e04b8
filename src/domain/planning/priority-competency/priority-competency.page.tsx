import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { listGoals } from '../goal/goal.store.ts'
import { declarePriority, linkGoalCompetency, withdrawPriority } from './declare-priority.ts'
import { countOf, listDeclared, listPeople, listStandings, membersOf } from './priority-competency.store.ts'
import { kindWords, linkWords, listWords } from './priority-competency-words.ts'

export const meta = () => [{ title: 'Mengapa kompetensi ini · Anyam' }]

const lists = ['holders', 'leaving', 'later', 'learners', 'others', 'short', 'unknown'] as const
/** Names printed of a list; the count says how many there are. */
const mostNames = 20

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on }) => {
    const standing = (await listStandings(db)).find(s => s.id === params.competencyId)
    if (!standing) throw errors.priorityCompetency.notFound()
    const names = new Map(
      (
        await listPeople(
          db,
          standing,
          lists.flatMap(l => membersOf(standing, l).slice(0, mostNames)),
        )
      ).map(p => [p.id, p]),
    )
    return {
      id: standing.id,
      name: standing.name,
      kind: standing.kind,
      wanted: standing.wanted,
      points: standing.points,
      asked: countOf(standing, 'asked', on),
      lists: lists.map(what => ({
        what,
        count: countOf(standing, what, on),
        people: membersOf(standing, what)
          .slice(0, mostNames)
          .flatMap(id => names.get(id) ?? []),
      })),
      goals: (await listGoals(db)).map(g => ({
        id: g.id,
        name: g.name,
        basis: g.basis,
        link: standing.goals.find(own => own.id === g.id)?.link ?? 0,
      })),
      decisions: await listDeclared(db, standing.id),
      mayEdit: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const competencyId = String(params.competencyId)
    if (values._intent === 'link')
      await run(linkGoalCompetency, { goalId: values.goalId, competencyId, weight: values.weight })
    else if (values._intent === 'withdraw')
      await run(withdrawPriority, { priorityId: values.priorityId, reason: values.reason })
    else await run(declarePriority, { competencyId, declaredBy: values.declaredBy, reason: values.reason })
    return redirect(href('/diklat/kompetensi-prioritas/:competencyId', { competencyId }))
  })

export default function PriorityCompetencyPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const inForce = data.decisions.find(d => d.withdrawn_on === null)
  const failed = (intent: string) => (answer?.values._intent === intent ? answer : undefined)
  return (
    <>
      <PageHead
        title={inForce ? `${data.name}, kompetensi prioritas` : data.name}
        actions={
          <LinkButton href={href('/kompetensi/kamus/:competencyId', { competencyId: data.id })}>
            Buka di kamus
          </LinkButton>
        }
        scope={
          <>
            {kindWords[data.kind]}. <Figure figure={data.points} origin={false} asLink unit={false} /> poin.{' '}
            <Figure figure={data.asked} origin={false} asLink unit={false} /> orang bekerja di jabatan yang memintanya
            {data.wanted && (
              <>
                , paling rendah level <Figure figure={data.wanted} origin={false} asLink unit={false} />
              </>
            )}
            .
          </>
        }
        crumbs={[{ label: 'Kompetensi prioritas', href: href('/diklat/kompetensi-prioritas') }, { label: data.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          <>
            <Section title="Penetapan">
              {data.decisions.length === 0 && <p className="quiet">Belum pernah ditetapkan.</p>}
              {data.decisions.map(d => (
                <div key={d.id}>
                  <p>
                    Ditetapkan {formatDay(d.declared_on)} oleh {d.declared_by_name}.
                  </p>
                  <p className="quiet">{d.reason}</p>
                  {d.withdrawn_on && (
                    <>
                      <p>
                        Dicabut {formatDay(d.withdrawn_on)} oleh {d.withdrawn_by_name}.
                      </p>
                      <p className="quiet">{d.withdrawn_reason}</p>
                    </>
                  )}
                </div>
              ))}
              {data.mayEdit &&
                (inForce ? (
                  <details className="disclosure" open={failed('withdraw') !== undefined}>
                    <summary>Cabut penetapan</summary>
                    <form method="post" className="form">
                      <FormKey />
                      <input type="hidden" name="priorityId" value={inForce.id} />
                      <Textarea
                        name="reason"
                        label="Alasan pencabutan"
                        value={failed('withdraw')?.values.reason}
                        error={failed('withdraw')?.fields.reason}
                      />
                      <FormActions>
                        <Button name="_intent" value="withdraw">
                          Cabut
                        </Button>
                      </FormActions>
                    </form>
                  </details>
                ) : (
                  <form method="post" className="form">
                    <FormKey />
                    <TextInput
                      name="declaredBy"
                      label="Pejabat yang menetapkan"
                      hint="Nama jabatan dan nomor keputusan bila ada."
                      value={failed('declare')?.values.declaredBy}
                      error={failed('declare')?.fields.declaredBy}
                    />
                    <Textarea
                      name="reason"
                      label="Alasan penetapan"
                      value={failed('declare')?.values.reason}
                      error={failed('declare')?.fields.reason}
                    />
                    <FormActions>
                      <Button variant="primary" name="_intent" value="declare">
                        Catat penetapan
                      </Button>
                    </FormActions>
                  </form>
                ))}
            </Section>
            <Section title="Sasaran yang bertumpu padanya">
              {data.goals.length === 0 && (
                <p className="quiet">
                  Belum ada sasaran. <a href={href('/diklat/sasaran')}>Tambahkan sasaran strategis</a>.
                </p>
              )}
              {data.goals.map(g =>
                data.mayEdit ? (
                  <form method="post" className="form" key={g.id}>
                    <FormKey />
                    <input type="hidden" name="goalId" value={g.id} />
                    <Select
                      name="weight"
                      label={g.name}
                      hint={g.basis}
                      value={String(g.link)}
                      options={Object.entries(linkWords).map(([value, label]) => ({ value, label }))}
                    />
                    <FormActions>
                      <Button small name="_intent" value="link">
                        Simpan kaitan
                      </Button>
                    </FormActions>
                  </form>
                ) : (
                  <div key={g.id}>
                    <p>{g.name}</p>
                    <p className="quiet">Kaitan {linkWords[g.link]}</p>
                  </div>
                ),
              )}
            </Section>
          </>
        }
      >
        {data.lists.map(l => (
          <Section key={l.what} title={listWords[l.what].title} end={<Figure figure={l.count} origin={false} asLink />}>
            {l.people.length === 0 ? (
              <p className="quiet">{listWords[l.what].none}</p>
            ) : (
              <DataTable
                caption={listWords[l.what].title}
                captionHidden
                rows={l.people}
                rowKey={p => p.id}
                columns={[
                  {
                    key: 'name',
                    header: 'Nama',
                    cell: p => (
                      <>
                        <a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: p.id })}>{p.name}</a>
                        <SubLine>
                          {p.post ?? 'belum ada jabatan'}, {p.unit}
                        </SubLine>
                      </>
                    ),
                  },
                  ...(l.what === 'holders' || l.what === 'leaving' || l.what === 'later'
                    ? [
                        {
                          key: 'retires',
                          header: 'Pensiun',
                          cell: (p: (typeof l.people)[number]) =>
                            p.retiresOn ? formatDay(p.retiresOn, 'short') : 'belum diketahui',
                        },
                      ]
                    : []),
                  {
                    key: 'level',
                    header: 'Level',
                    number: true,
                    cell: p => <Figure figure={p.level} origin={false} asLink unit={false} />,
                  },
                ]}
              />
            )}
            {Number(l.count.value) > l.people.length && (
              <p className="small-text quiet">Tidak semua nama dicetak di sini.</p>
            )}
          </Section>
        ))}
      </TwoColumn>
    </>
  )
}
