import '#ui/style/screens/policy.css'
import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { changePolicy, describePolicy } from './draft-policy.ts'
import { findPolicy, partCatalogue } from './policy.store.ts'
import { PolicyFacts } from './policy-facts.view.tsx'
import { BoxFields, CutFields, type FormState, RubricFields, WeightFields } from './policy-fields.view.tsx'
import { sectionFields, sectionsOf } from './policy-form.model.ts'
import { sectionTitle } from './policy-words.ts'

export const meta = () => [{ title: 'Ubah draf aturan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on }) => {
    const policy = await findPolicy(db, params.versionId, on)
    if (!policy) throw errors.policy.notFound()
    if (policy.standing !== 'draft') throw errors.policy.notDraft()
    const wanted = query.get('bagian') ?? 'weights'
    const section = sectionsOf(policy.rules).find(s => s === wanted) ?? (wanted === 'umum' ? null : 'weights')
    return {
      policy: {
        id: policy.id,
        code: policy.code,
        version: policy.version,
        legalBasis: policy.legalBasis,
        validFrom: policy.validFrom,
        purpose: policy.purpose ?? '',
        rules: policy.rules,
      },
      section,
      on,
      filled: section ? sectionFields(section, policy.rules) : {},
      catalogue: partCatalogue(policy.rules),
      sections: sectionsOf(policy.rules).map(s => ({ section: s, title: sectionTitle(s, policy.rules.parts) })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, params, run }) => {
    const policyId = params.versionId
    if (values.section === 'umum')
      await run(describePolicy, {
        policyId,
        version: values.version,
        legalBasis: values.legalBasis,
        validFrom: dayFromForm(values.validFrom, 'validFrom'),
        purpose: values.purpose,
      })
    else await run(changePolicy, { policyId, section: values.section, filled: values })
    return redirect(href('/talenta/aturan/:versionId', { versionId: policyId }))
  })

export default function EditPolicyPage() {
  const { policy, section, filled, catalogue, sections, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const at = href('/talenta/aturan/:versionId', { versionId: policy.id })
  const form: FormState = { filled: answer ? answer.values : filled, wrong: answer?.fields ?? {} }
  const { rules } = policy
  const part = rules.parts.find(p => `rubric:${p.code}` === section)
  const title = section ? sectionTitle(section, rules.parts) : 'Keterangan versi'
  return (
    <>
      <PageHead
        title={title}
        scope={`Draf ${policy.code} versi ${policy.version}. Isian yang keliru dikembalikan dengan barisnya; tidak ada yang hilang.`}
        crumbs={[
          { label: 'Aturan talenta', href: href('/talenta/aturan') },
          { label: `${policy.code} versi ${policy.version}`, href: at },
          { label: 'Ubah' },
        ]}
      />
      <TwoColumn
        sideLabel="Bagian aturan"
        side={
          <Section title="Bagian aturan">
            <ul className="lines section-links">
              <li>
                <a href={`${at}/ubah?bagian=umum`} aria-current={section === null ? 'page' : undefined}>
                  Keterangan versi
                </a>
              </li>
              {sections.map(s => (
                <li key={s.section}>
                  <a
                    href={`${at}/ubah?bagian=${encodeURIComponent(s.section)}`}
                    aria-current={s.section === section ? 'page' : undefined}
                  >
                    {s.title}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        }
      >
        <form method="post" className="form policy-form">
          <FormKey />
          <input type="hidden" name="section" value={section ?? 'umum'} />
          <ErrorSummary problems={problemsOf(answer)} />
          {section === null && (
            <div className="narrow stack">
              <PolicyFacts answer={answer} saved={policy} on={on} />
            </div>
          )}
          {section === 'weights' && <WeightFields form={form} catalogue={catalogue} rules={rules} />}
          {section === 'cuts' && <CutFields form={form} rules={rules} />}
          {section === 'boxes' && <BoxFields form={form} rules={rules} />}
          {part && <RubricFields form={form} part={part} />}
          <FormActions note="Disimpan sebagai draf; belum berlaku bagi siapa pun.">
            <Button variant="primary">Simpan {section === null ? 'keterangan' : 'bagian ini'}</Button>
            <LinkButton href={at}>Batal</LinkButton>
          </FormActions>
        </form>
      </TwoColumn>
    </>
  )
}
