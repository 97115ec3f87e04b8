import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { type Wording, wordingDifferences } from './competency-version.model.ts'
import { findCompetencyVersion, listCompetencyVersions } from './competency-version.store.ts'
import { decideProposal } from './decide-version.ts'
import { findCompetency } from './dictionary.store.ts'
import { changeWords, proposalWords, toldOfDictionary } from './dictionary-words.ts'
import { isAuthor, withdrawProposal } from './propose-version.ts'
import { WordingChanges } from './wording-changes.view.tsx'

export const meta = () => [{ title: 'Usulan kamus · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor }) => {
    const version = await findCompetencyVersion(db, params.versionId)
    if (!version) throw errors.dictionary.notFound()
    const competency = await findCompetency(db, version.competency_id)
    const earlier = (await listCompetencyVersions(db, version.competency_id)).find(
      v => v.state === 'approved' && v.change !== 'retire' && v.id !== version.id && v.valid_from <= version.valid_from,
    )
    const before: Wording | null =
      earlier ??
      (version.change === 'new' || !competency
        ? null
        : { ...competency, definition: competency.definition ?? '', levels: [] })
    const isOpen = version.state === 'submitted'
    return {
      version,
      isKnown: competency !== null,
      differences: version.change === 'retire' ? [] : wordingDifferences(before, version),
      told: toldOfDictionary[query.get('pesan') ?? ''] ?? null,
      isOwn: isAuthor(version, actor),
      mayDecide: isOpen && !isAuthor(version, actor) && ['hr_officer', 'leader'].includes(actor.role),
      mayWithdraw: isOpen && isAuthor(version, actor) && actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const path = href('/kompetensi/kamus/usulan/:versionId', { versionId: String(params.versionId) })
    if (values._intent === 'withdraw') {
      await run(withdrawProposal, { versionId: params.versionId, reason: values.reason })
      return redirect(`${path}?pesan=ditarik`)
    }
    await run(decideProposal, { versionId: params.versionId, decision: values.decision, reason: values.reason })
    return redirect(`${path}?pesan=diputuskan`)
  })

export default function ProposalPage() {
  const { version: v, differences, told, isOwn, isKnown, mayDecide, mayWithdraw } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`${changeWords[v.change]}: ${v.name}`}
        scope={`Usulan ${v.author_name}, ${formatDay(v.submitted_on)}; ${proposalWords[v.state]}.`}
        crumbs={[
          { label: 'Kamus', href: href('/kompetensi/kamus') },
          ...(isKnown
            ? [{ label: v.name, href: href('/kompetensi/kamus/:competencyId', { competencyId: v.competency_id }) }]
            : []),
          { label: 'Usulan' },
        ]}
      />
      <StatusLine>{told}</StatusLine>
      <TwoColumn
        side={
          <Section title="Keputusan">
            {v.decided_by_name && v.decided_on && (
              <Note tone="limits" title={`${v.decided_by_name}, ${formatDay(v.decided_on)}: ${proposalWords[v.state]}`}>
                {v.decision_reason}
              </Note>
            )}
            {v.state === 'submitted' && isOwn && (
              <p className="small-text quiet">Diputuskan orang lain: pengelola kepegawaian atau pimpinan.</p>
            )}
            {mayDecide && (
              <form method="post" className="form">
                <FormKey />
                <ErrorSummary problems={problemsOf(answer)} />
                <RadioList
                  name="decision"
                  label="Keputusan Anda"
                  boxed
                  choices={[
                    { value: 'approved', label: 'Setuju', hint: 'Berlaku pada tanggalnya, paling awal hari ini.' },
                    { value: 'refused', label: 'Tolak', hint: 'Pengusulnya membaca alasan Anda.' },
                  ]}
                  value={answer?.values.decision}
                  error={answer?.fields.decision}
                />
                <Textarea
                  name="reason"
                  label="Alasan"
                  rows={3}
                  value={answer?.values.reason}
                  error={answer?.fields.reason}
                />
                <FormActions>
                  <Button variant="primary">Simpan keputusan</Button>
                </FormActions>
              </form>
            )}
            {mayWithdraw && (
              <details className="disclosure" open={answer !== undefined}>
                <summary>Tarik usulan</summary>
                <form method="post" className="form">
                  <FormKey />
                  <input type="hidden" name="_intent" value="withdraw" />
                  <Textarea
                    name="reason"
                    label="Alasan"
                    rows={2}
                    value={answer?.values.reason}
                    error={answer?.fields.reason ?? answer?.message}
                  />
                  <FormActions>
                    <Button variant="danger">Tarik usulan ini</Button>
                  </FormActions>
                </form>
              </details>
            )}
          </Section>
        }
      >
        <DefinitionList
          facts={[
            { term: 'Mulai berlaku', value: formatDay(v.valid_from) },
            { term: 'Dasar penetapan', value: v.basis },
            { term: 'Alasan', value: v.reason },
            ...(v.change === 'retire' ? [{ term: 'Pengganti', value: v.successor ?? 'tanpa pengganti' }] : []),
          ]}
        />
        {v.change !== 'retire' && (
          <Section title="Yang berubah">
            <WordingChanges differences={differences} />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
