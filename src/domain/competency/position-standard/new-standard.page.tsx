import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { defaultLevelOf } from './position-standard.model.ts'
import { standardRules } from './position-standard.rules.ts'
import { findHolding, findVersion, listRequirements } from './position-standard.store.ts'
import { setStandard } from './set-standard.ts'
import { EffectNote, type PreviewAnswer } from './standard-effect.view.tsx'
import { formLines, standardInputOf } from './standard-form.store.ts'
import { LikePosts, StandardFields } from './standard-form.view.tsx'
import { previewForm } from './standard-form-preview.ts'
import { findTitle, listLikePosts } from './standard-title.store.ts'
import { extraLines, likeWords } from './standard-words.ts'

export const meta = () => [{ title: 'Buat standar jabatan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const name = query.get('jabatan')?.trim() ?? ''
    // Without a post to make it for: the list of those that have none.
    if (!name) throw redirect(href('/kompetensi/standar/belum'))
    const title = await findTitle(db, name)
    if (!title) throw errors.standard.chooseTitle()
    const holding = await findHolding(db, title.name, on)
    if (holding) throw redirect(href('/kompetensi/standar/:standardId/versi-baru', { standardId: holding.id }))
    const from = query.get('dari')
    const source = from ? await findVersion(db, from) : null
    const asked = source ? await listRequirements(db, source.id) : []
    const { lines, others } = await formLines(db, asked, title.family)
    const flat = defaultLevelOf(title.tier, standardRules.on(on).body)
    return {
      on,
      title,
      source,
      like: (await listLikePosts(db, title, 6)).filter(p => p.standardId !== from),
      // Without a source the nine open on the flat level of the tier, as gaps are reckoned now.
      lines: lines.map(l => ({ ...l, level: l.level ?? (source || l.kind === 'technical' ? null : flat) })),
      others,
      flat,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, visit, actor }) => {
    if (values._intent === 'preview') return previewForm(visit, actor, values)
    const { id } = await run(setStandard, standardInputOf(values, dayFromForm))
    return redirect(`${href('/kompetensi/standar/:standardId', { standardId: id })}?pesan=ditetapkan`)
  })

export default function NewStandardPage() {
  const { title, source, like, lines, others, flat, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as (FormAnswer & Partial<PreviewAnswer>) | undefined
  const here = (from?: string) =>
    `${href('/kompetensi/standar/baru')}?${new URLSearchParams({ jabatan: title.name, ...(from ? { dari: from } : {}) })}`
  return (
    <>
      <PageHead
        title={`Standar untuk ${title.name}`}
        scope={[title.tier, title.family].filter(Boolean).join(', ') || 'Jenjang dan urusan belum dicatat.'}
        crumbs={[
          { label: 'Standar jabatan', href: href('/kompetensi/standar') },
          { label: 'Tanpa standar', href: href('/kompetensi/standar/belum') },
          { label: title.name },
        ]}
      />
      {answer?.preview ? <EffectNote preview={answer.preview} /> : <ErrorSummary problems={problemsOf(answer)} />}
      <TwoColumn
        side={
          <Section title="Salin dari jabatan serupa">
            {like.length === 0 ? (
              <p className="quiet">Belum ada standar dari jenjang atau urusan yang sama.</p>
            ) : (
              <LikePosts posts={like} hrefOf={here} words={likeWords} />
            )}
          </Section>
        }
      >
        <p className="small-text quiet">
          {source
            ? `Isian disalin dari ${source.position_name}. Periksa sebelum menyimpan.`
            : flat === null
              ? 'Jenjang jabatan belum dicatat, jadi level awalnya kosong.'
              : 'Level awal sembilan kompetensi adalah level baku jenjangnya.'}
        </p>
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="positionName" value={title.name} />
          {title.tier && <input type="hidden" name="tier" value={title.tier} />}
          {title.family && <input type="hidden" name="family" value={title.family} />}
          {source && <input type="hidden" name="copiedFrom" value={source.id} />}
          <StandardFields
            lines={lines}
            others={others}
            extra={extraLines}
            earliest={on}
            answer={answer}
            values={{
              educationMinimum: source?.education_minimum,
              rankMinimum: source?.rank_minimum,
              trainingRequired: source?.training_required,
              experienceRequired: source?.experience_required,
              validFrom: on,
            }}
          />
          <FormActions>
            <Button name="_intent" value="preview" formNoValidate>
              Lihat akibatnya dahulu
            </Button>
            <Button variant="primary">Tetapkan standar</Button>
            <LinkButton href={href('/kompetensi/standar/belum')}>Kembali</LinkButton>
          </FormActions>
        </form>
      </TwoColumn>
    </>
  )
}
