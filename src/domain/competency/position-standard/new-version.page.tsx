import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { findVersion, listRequirements, listVersions } from './position-standard.store.ts'
import { setStandard } from './set-standard.ts'
import { EffectNote, type PreviewAnswer } from './standard-effect.view.tsx'
import { formLines, standardInputOf } from './standard-form.store.ts'
import { LikePosts, StandardFields } from './standard-form.view.tsx'
import { previewForm } from './standard-form-preview.ts'
import { findTitle, listLikePosts } from './standard-title.store.ts'
import { extraLines, likeWords } from './standard-words.ts'

export const meta = () => [{ title: 'Versi baru standar jabatan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on }) => {
    const standard = await findVersion(db, params.standardId)
    if (!standard) throw errors.standard.notFound()
    const from = query.get('dari')
    const source = (from ? await findVersion(db, from) : null) ?? standard
    const title = await findTitle(db, standard.position_name)
    const newest = (await listVersions(db, standard.position_name)).find(v => v.withdrawn_on === null)
    const { lines, others } = await formLines(db, await listRequirements(db, source.id), standard.family)
    return {
      standard,
      source,
      earliest: newest && newest.valid_from >= on ? addDays(newest.valid_from, 1) : on,
      coming: newest && newest.valid_from > on && newest.id !== standard.id ? newest.valid_from : null,
      like: (await listLikePosts(db, title, 6)).filter(p => p.standardId !== source.id),
      lines,
      others,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, visit, actor }) => {
    if (values._intent === 'preview') return previewForm(visit, actor, values)
    const { id } = await run(setStandard, standardInputOf(values, dayFromForm))
    return redirect(`${href('/kompetensi/standar/:standardId', { standardId: id })}?pesan=ditetapkan`)
  })

export default function NewVersionPage() {
  const { standard, source, earliest, coming, like, lines, others } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as (FormAnswer & Partial<PreviewAnswer>) | undefined
  const path = href('/kompetensi/standar/:standardId', { standardId: standard.id })
  return (
    <>
      <PageHead
        title={`Versi baru: ${standard.position_name}`}
        scope="Versi lama tetap terbaca, dan kesenjangan yang dihitung dengannya tidak berubah."
        crumbs={[
          { label: 'Standar jabatan', href: href('/kompetensi/standar') },
          { label: standard.position_name, href: path },
          { label: 'Versi baru' },
        ]}
      />
      {answer?.preview ? <EffectNote preview={answer.preview} /> : <ErrorSummary problems={problemsOf(answer)} />}
      <TwoColumn
        side={
          <Section title="Salin dari jabatan serupa">
            {like.length === 0 ? (
              <p className="quiet">Belum ada standar dari jenjang atau urusan yang sama.</p>
            ) : (
              <LikePosts
                posts={like}
                hrefOf={id =>
                  `${href('/kompetensi/standar/:standardId/versi-baru', { standardId: standard.id })}?${new URLSearchParams({ dari: id })}`
                }
                words={likeWords}
              />
            )}
          </Section>
        }
      >
        {coming && (
          <p className="small-text">
            Sudah ada versi yang berlaku mulai {formatDay(coming)}. Versi ini menyusul sesudahnya.
          </p>
        )}
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="positionName" value={standard.position_name} />
          {source.id !== standard.id && <input type="hidden" name="copiedFrom" value={source.id} />}
          <StandardFields
            lines={lines}
            others={others}
            extra={extraLines}
            earliest={earliest}
            answer={answer}
            values={{
              educationMinimum: source.education_minimum,
              rankMinimum: source.rank_minimum,
              trainingRequired: source.training_required,
              experienceRequired: source.experience_required,
              validFrom: earliest,
            }}
          />
          <FormActions>
            <Button name="_intent" value="preview" formNoValidate>
              Lihat akibatnya dahulu
            </Button>
            <Button variant="primary">Tetapkan versi ini</Button>
            <LinkButton href={path}>Kembali</LinkButton>
          </FormActions>
        </form>
      </TwoColumn>
    </>
  )
}
