import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findWishes, listTargets } from '../aspiration/aspiration.store.ts'
import { guidanceWords, movesWords, retirementWords } from '../aspiration/aspiration-words.ts'
import { errors } from '../errors.ts'
import { listPlans, planStateWords } from './career-plan.store.ts'
import { PlanView } from './plan-steps.view.tsx'
import { answerCareerPlan } from './write-career-plan.ts'

export const meta = () => [{ title: 'Aspirasi dan rencana karier · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, look }) => {
    const person = /^[0-9a-f-]{36}$/i.test(params.employeeId)
      ? await db.find<{ id: string; name: string; position_name: string | null; unit: string }>(
          sql`select id, name, position_name, unit_short_name as unit from workforce.v_people where id = ${params.employeeId}`,
        )
      : null
    if (!person) throw errors.careerPlan.notFound()
    look({ action: 'aspirasi dan rencana karier', employeeId: person.id })
    const plans = await listPlans(db, person.id)
    const now = plans.find(p => p.state === 'written' || p.state === 'seen') ?? null
    const wishes = await findWishes(db, person.id)
    return {
      person,
      targets: await listTargets(db, person.id),
      wishes: wishes && {
        moves: movesWords[wishes.moves],
        places: wishes.places.join(', '),
        movesFrom: wishes.moves_from,
        guidance: wishes.guidance.map(g => guidanceWords[g]).join('; '),
        retirement: retirementWords[wishes.retirement],
        retiresOn: wishes.retires_on,
        note: wishes.note,
        statedOn: wishes.stated_on,
      },
      now: now && { ...now, word: planStateWords[now.state] },
      earlier: plans.filter(p => p !== now).map(p => ({ ...p, word: planStateWords[p.state] })),
      mayAnswer: actor.role === 'supervisor' && person.id !== actor.employeeId && now?.state === 'written',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(answerCareerPlan, { planId: values.planId, note: values.note })
    return redirect(href('/talenta/aspirasi/:employeeId', { employeeId: params.employeeId }))
  })

export default function CareerPlanPage() {
  const { person, targets, wishes, now, earlier, mayAnswer } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const held = targets.filter(t => !t.withdrawn_on)
  return (
    <>
      <PageHead
        title={`Aspirasi ${person.name}`}
        scope={[person.position_name, person.unit].filter(Boolean).join(', ')}
        crumbs={[{ label: 'Aspirasi', href: href('/talenta/aspirasi') }, { label: person.name }]}
      />
      <Section title="Jabatan sasaran">
        {held.length === 0 ? (
          <p className="small-text quiet">Belum dinyatakan.</p>
        ) : (
          <DataTable
            caption="Jabatan sasaran"
            captionHidden
            rows={held}
            rowKey={t => t.id}
            columns={[
              {
                key: 'name',
                header: 'Jabatan',
                cell: t => (
                  <>
                    {t.name}
                    <SubLine>{[t.tier, t.unit].filter(Boolean).join(', ')}</SubLine>
                  </>
                ),
              },
              {
                key: 'from',
                header: 'Mulai',
                cell: t => (t.wanted_from ? formatDay(t.wanted_from, 'month') : 'kapan saja'),
              },
              { key: 'on', header: 'Dinyatakan', cell: t => formatDay(t.stated_on, 'short') },
              { key: 'note', header: 'Catatan', wide: true, cell: t => t.note ?? 'tidak ada' },
            ]}
          />
        )}
      </Section>
      <Section title="Keinginan lain">
        {wishes ? (
          <DefinitionList
            facts={[
              { term: 'Pindah', value: [wishes.moves, wishes.places].filter(Boolean).join(': ') },
              ...(wishes.movesFrom ? [{ term: 'Pindah mulai', value: formatDay(wishes.movesFrom) }] : []),
              { term: 'Pembimbingan', value: wishes.guidance || 'tidak dinyatakan' },
              {
                term: 'Pensiun',
                value: wishes.retiresOn ? `${wishes.retirement}, ${formatDay(wishes.retiresOn)}` : wishes.retirement,
              },
              { term: 'Dinyatakan', value: formatDay(wishes.statedOn) },
            ]}
          />
        ) : (
          <p className="small-text quiet">Belum dinyatakan. Tidak dinyatakan bukan berarti tidak bersedia.</p>
        )}
      </Section>
      <Section title="Rencana karier" note={now?.word}>
        {now ? <PlanView plan={now} /> : <p className="small-text quiet">Belum ditulis.</p>}
        {mayAnswer && now && (
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="planId" value={now.id} />
            {answer && <Note tone="risk" title={answer.message} live />}
            <Textarea
              name="note"
              label="Tanggapan Anda"
              hint="Apa yang dapat Anda bantu, dan apa yang perlu dibicarakan. Dibaca orangnya."
              rows={3}
              value={answer?.values.note}
              error={answer?.fields.note}
            />
            <FormActions>
              <Button variant="primary">Simpan tanggapan</Button>
            </FormActions>
          </form>
        )}
        {earlier.map(p => (
          <details key={p.id}>
            <summary>
              Versi {p.version}, {p.word.toLowerCase()}
            </summary>
            <PlanView plan={p} />
          </details>
        ))}
      </Section>
    </>
  )
}
