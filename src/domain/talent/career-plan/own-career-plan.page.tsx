import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { yearOf } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { listTargets } from '../aspiration/aspiration.store.ts'
import { readersSentence } from '../aspiration/aspiration-words.ts'
import { listPlans, planStateWords } from './career-plan.store.ts'
import { PlanView } from './plan-steps.view.tsx'
import { withdrawCareerPlan, writeCareerPlan } from './write-career-plan.ts'

export const meta = () => [{ title: 'Rencana karier saya · Anyam' }]

const rows = [0, 1, 2, 3]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query, on }) => {
    const plans = actor.employeeId ? await listPlans(db, actor.employeeId) : []
    const now = plans.find(p => p.state === 'written' || p.state === 'seen') ?? null
    const targets = actor.employeeId ? (await listTargets(db, actor.employeeId)).filter(t => !t.withdrawn_on) : []
    return {
      now: now && { ...now, word: planStateWords[now.state] },
      earlier: plans.filter(p => p !== now).map(p => ({ ...p, word: planStateWords[p.state] })),
      // What she aims for stands ready in a first plan.
      offered: now
        ? now.steps
        : targets.map((t, i) => ({
            title: t.unit ? `${t.name}, ${t.unit}` : t.name,
            year: yearOf(on) + 2 * (i + 1),
            need: null,
          })),
      isFirst: plans.length === 0,
      isSaved: query.get('pesan') === 'tersimpan',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    if (values.act === 'withdraw') await run(withdrawCareerPlan, { planId: values.planId })
    else
      await run(writeCareerPlan, {
        goal: values.goal,
        steps: rows
          .filter(i => values[`title:${i}`] || values[`year:${i}`] || values[`need:${i}`])
          .map(i => ({
            title: values[`title:${i}`] ?? '',
            year: values[`year:${i}`] ?? '0',
            need: values[`need:${i}`],
          })),
        reason: values.reason,
      })
    return redirect(`${href('/jalur/rencana-karier')}?pesan=tersimpan`)
  })

export default function OwnCareerPlanPage() {
  const { now, earlier, offered, isFirst, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title={now ? 'Rencana karier saya' : 'Ke mana karier Anda menuju?'}
        scope={`${readersSentence} Setiap perubahan menjadi versi baru, dan dapat ditarik.`}
        crumbs={[
          { label: 'Beranda', href: '/' },
          { label: 'Jabatan sasaran', href: href('/jalur/sasaran') },
          { label: 'Rencana karier' },
        ]}
      />
      {isSaved && <StatusLine>Tersimpan.</StatusLine>}
      {now && (
        <Section title="Rencana sekarang" note={now.word}>
          <PlanView plan={now} />
        </Section>
      )}
      <Section title={isFirst ? 'Tulis rencana' : 'Ubah rencana'}>
        <details open={isFirst || answer !== undefined}>
          <summary>{isFirst ? 'Isi rencana karier' : 'Tulis versi baru'}</summary>
          <form method="post" className="form" noValidate>
            <FormKey />
            <ErrorSummary problems={problemsOf(answer)} />
            <Textarea
              name="goal"
              label="Arah karier"
              hint="Peran apa yang ingin Anda jalankan, dan mengapa."
              rows={3}
              value={answer?.values.goal ?? now?.goal}
              error={error('goal')}
            />
            {rows.map(i => (
              <fieldset key={i} className="stack">
                <legend>{i === 0 ? 'Langkah berikutnya' : `Langkah ke-${i + 1}`}</legend>
                <TextInput
                  name={`title:${i}`}
                  label="Jabatan atau penugasan"
                  optional={i > 0}
                  value={answer?.values[`title:${i}`] ?? offered[i]?.title}
                  error={error(`title:${i}`)}
                />
                <TextInput
                  name={`year:${i}`}
                  label="Tahun"
                  inputMode="numeric"
                  optional={i > 0}
                  value={answer?.values[`year:${i}`] ?? (offered[i] ? String(offered[i].year) : undefined)}
                  error={error(`year:${i}`)}
                />
                <TextInput
                  name={`need:${i}`}
                  label="Yang perlu disiapkan"
                  optional
                  value={answer?.values[`need:${i}`] ?? offered[i]?.need}
                />
              </fieldset>
            ))}
            {!isFirst && (
              <Textarea
                name="reason"
                label="Apa yang berubah"
                rows={2}
                value={answer?.values.reason}
                error={error('reason')}
              />
            )}
            <FormActions>
              <Button variant="primary">Simpan rencana karier</Button>
            </FormActions>
          </form>
        </details>
        {now && (
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="planId" value={now.id} />
            <FormActions>
              <Button variant="quiet" name="act" value="withdraw">
                Tarik rencana ini
              </Button>
            </FormActions>
          </form>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title="Versi sebelumnya">
          {earlier.map(p => (
            <details key={p.id}>
              <summary>
                Versi {p.version}, {p.word.toLowerCase()}
              </summary>
              <PlanView plan={p} />
            </details>
          ))}
        </Section>
      )}
    </>
  )
}
