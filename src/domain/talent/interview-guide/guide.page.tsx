import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Checkbox, CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { purposeWords } from '../nomination/nomination-words.ts'
import { guideProblems } from './guide.model.ts'
import { findGuide, listGuideQuestions, listQuestions, listSubjects } from './guide.store.ts'
import { guideStateWords } from './guide-words.ts'
import { changeGuide } from './keep-guide.ts'

export const meta = () => [{ title: 'Panduan wawancara · Anyam' }]

const isId = (text: string) => /^[0-9a-f-]{36}$/i.test(text)

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query }) => {
    const guide = isId(params.guideId) ? await findGuide(db, params.guideId) : null
    if (!guide) throw notFound('Panduan')
    const subjects = await listSubjects(db, guide.competency_ids)
    const chosen = await listGuideQuestions(db, guide)
    const bank = await listQuestions(db)
    return {
      guide,
      chosen,
      subjects: subjects.map(s => ({ ...s, offered: bank.filter(q => q.competency_id === s.id) })),
      others: (await listSubjects(db)).filter(s => !guide.competency_ids.includes(s.id)),
      problems: guideProblems(
        subjects,
        chosen.map(q => ({ id: q.id, competencyId: q.competency_id, state: q.state, text: q.text })),
      ),
      isSaved: query.get('pesan') === 'tersimpan',
      mayWrite: actor.role === 'hr_officer' && guide.state !== 'retired',
      maySchedule: actor.role === 'hr_officer' && guide.state === 'ready',
      mayRevive: actor.role === 'hr_officer' && guide.state === 'retired',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    await run(changeGuide, {
      guideId: params.guideId,
      competencyIds: form.getAll('competencyIds').map(String),
      questionIds: form.getAll('questionIds').map(String),
      state: values.state,
    })
    return redirect(`${href('/talenta/wawancara/panduan/:guideId', { guideId: params.guideId })}?pesan=tersimpan`)
  })

export default function GuidePage() {
  const { guide, chosen, subjects, others, problems, isSaved, mayWrite, maySchedule, mayRevive } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const picked = new Set(chosen.map(q => q.id))
  return (
    <>
      <PageHead
        title={guide.name}
        scope={`${purposeWords[guide.purpose]}, untuk ${guide.position_name ?? guide.family ?? 'semua jabatan'}. ${guideStateWords[guide.state]}, diubah ${formatDay(guide.changed_on)}.`}
        crumbs={[{ label: 'Panduan', href: href('/talenta/wawancara/panduan') }, { label: guide.name }]}
        actions={
          <>
            {chosen.length > 0 && (
              <LinkButton
                href={href('/talenta/wawancara/panduan/:guideId/cetak.pdf', { guideId: guide.id })}
                icon="print"
              >
                Cetak panduan
              </LinkButton>
            )}
            {maySchedule && (
              <LinkButton href={`${href('/talenta/wawancara/baru')}?panduan=${guide.id}`} variant="primary">
                Jadwalkan wawancara
              </LinkButton>
            )}
          </>
        }
      />
      {isSaved && <StatusLine>Panduan tersimpan.</StatusLine>}
      {answer && <Note tone="risk" title={answer.fields.questionIds ?? answer.message} live />}
      {problems.length > 0 && (
        <Note tone="limits" title={`${problems.length} hal lagi sebelum panduan siap`}>
          <ul>
            {problems.map(p => (
              <li key={p}>{p}</li>
            ))}
          </ul>
        </Note>
      )}
      {mayWrite ? (
        <form method="post" className="form">
          <FormKey />
          {subjects.map(s => (
            <Section key={s.id} title={s.name} note={s.code}>
              <Checkbox name="competencyIds" value={s.id} checked label="Kompetensi ini ditanyakan" />
              {s.offered.length === 0 ? (
                <p className="small-text quiet">
                  Bank belum punya pertanyaan.{' '}
                  <a href={`${href('/talenta/wawancara/bank/baru')}?kompetensi=${s.id}`}>Tulis pertanyaan</a>
                </p>
              ) : (
                <CheckboxList
                  name="questionIds"
                  id={`questions-${s.id}`}
                  label={`Pertanyaan untuk ${s.name}`}
                  optional
                  choices={s.offered.map(q => ({ value: q.id, label: q.text, hint: q.probe ?? undefined }))}
                  values={s.offered.filter(q => picked.has(q.id)).map(q => q.id)}
                />
              )}
            </Section>
          ))}
          <details>
            <summary>Tambah kompetensi</summary>
            <CheckboxList
              name="competencyIds"
              label="Kompetensi lain"
              optional
              choices={others.map(s => ({ value: s.id, label: `${s.code} ${s.name}` }))}
            />
          </details>
          <FormActions note="Wawancara yang sudah dijadwalkan tetap memakai pertanyaannya semula.">
            <Button variant="primary" name="state" value="ready">
              Simpan dan siap dipakai
            </Button>
            <Button name="state" value="draft">
              Simpan sebagai susunan
            </Button>
            <Button name="state" value="retired" variant="quiet">
              Tidak dipakai lagi
            </Button>
          </FormActions>
        </form>
      ) : (
        <>
          {subjects.map(s => (
            <Section key={s.id} title={s.name} note={s.code}>
              <ol>
                {chosen
                  .filter(q => q.competency_id === s.id)
                  .map(q => (
                    <li key={q.id}>{q.text}</li>
                  ))}
              </ol>
            </Section>
          ))}
          {mayRevive && (
            <form method="post" className="form">
              <FormKey />
              {subjects.map(s => (
                <input key={s.id} type="hidden" name="competencyIds" value={s.id} />
              ))}
              {chosen.map(q => (
                <input key={q.id} type="hidden" name="questionIds" value={q.id} />
              ))}
              <FormActions>
                <Button name="state" value="draft">
                  Susun lagi
                </Button>
              </FormActions>
            </form>
          )}
        </>
      )}
    </>
  )
}
