import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { differences } from '#core/rule-set/rule-set.ts'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { DiffList } from '#ui/kit/diff-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { decidePolicy } from './decide-policy.ts'
import { submitPolicy, withdrawPolicy } from './draft-policy.ts'
import { policyIssues } from './policy.model.ts'
import { cyclesBy, listPolicies, replacedBy } from './policy.store.ts'
import { PolicyContents } from './policy-contents.view.tsx'
import { findPreview, movedFigure, seesPolicyMoves } from './policy-preview.store.ts'
import { sayDifference, standingTone, standingWords } from './policy-words.ts'

export const meta = ({ loaderData }: { loaderData?: { policy: { code: string; version: string } } }) => [
  {
    title: `${loaderData ? `${loaderData.policy.code} versi ${loaderData.policy.version}` : 'Aturan talenta'} · Anyam`,
  },
]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit }) => {
    const policies = await listPolicies(db, on)
    const policy = policies.find(p => p.id === params.versionId)
    if (!policy) throw errors.policy.notFound()
    const base = policies.find(p => p.id === policy.basedOn) ?? null
    // While somebody wrote, another version may have been approved: what is compared below is not what would be replaced.
    const isOpen = policy.standing === 'draft' || policy.standing === 'submitted'
    const replaced = isOpen ? replacedBy(policies, policy) : null
    const isAuthor =
      (policy.authorAccountId !== null && policy.authorAccountId === actor.accountId) ||
      (policy.authorEmployeeId !== null && policy.authorEmployeeId === actor.employeeId)
    const preview = policy.isOwn ? await findPreview(db, policy.id) : null
    return {
      policy,
      preview: preview
        ? {
            cycleName: preview.cycleName,
            isStale: preview.isStale,
            moved: await movedFigure(db, preview, {}, seesPolicyMoves(actor.role)),
          }
        : null,
      maySeeMoves: actor.role !== 'committee',
      // What was proposed, unless that day has passed.
      earliest: [policy.validFrom, on].sort()[1],
      base: base ? { id: base.id, code: base.code, version: base.version } : null,
      changes: base ? differences(base.rules, policy.rules).map(d => sayDifference(d, policy.rules)) : [],
      replaced:
        replaced && replaced.id !== base?.id
          ? {
              id: replaced.id,
              code: replaced.code,
              version: replaced.version,
              changes: differences(replaced.rules, policy.rules).map(d => sayDifference(d, policy.rules)),
            }
          : null,
      issues: policy.standing === 'draft' ? policyIssues(policy.rules) : [],
      cycles: await cyclesBy(db, policy.code, policy.version),
      isAuthor,
      mayOpenCycle: visit.mayOpen('/talenta'),
      mayEdit: isAuthor && actor.role === 'hr_officer' && policy.standing === 'draft',
      mayWithdraw:
        isAuthor && actor.role === 'hr_officer' && (policy.standing === 'draft' || policy.standing === 'submitted'),
      mayDecide:
        !isAuthor && (actor.role === 'hr_officer' || actor.role === 'leader') && policy.standing === 'submitted',
      mayDraft: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, params, run }) => {
    const policyId = params.versionId
    if (values._intent === 'submit') await run(submitPolicy, { policyId })
    else if (values._intent === 'withdraw') await run(withdrawPolicy, { policyId, reason: values.withdrawReason })
    else
      await run(decidePolicy, {
        policyId,
        decision: values.decision,
        reason: values.reason,
        validFrom: dayFromForm(values.validFrom, 'validFrom') ?? null,
      })
    return redirect(href('/talenta/aturan/:versionId', { versionId: policyId }))
  })

export default function PolicyPage() {
  const {
    policy,
    base,
    changes,
    issues,
    cycles,
    isAuthor,
    mayOpenCycle,
    mayEdit,
    mayWithdraw,
    mayDecide,
    mayDraft,
    earliest,
    preview,
    maySeeMoves,
    replaced,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const at = href('/talenta/aturan/:versionId', { versionId: policy.id })
  const error = (name: string) => answer?.fields[name] ?? null
  const isOpen = policy.standing === 'draft' || policy.standing === 'submitted'
  return (
    <>
      <PageHead
        title={`${policy.code} versi ${policy.version}: ${standingWords[policy.standing].toLowerCase()}`}
        scope={`${policy.title}. ${policy.legalBasis}`}
        crumbs={[
          { label: 'Aturan talenta', href: href('/talenta/aturan') },
          { label: `${policy.code} versi ${policy.version}` },
        ]}
        actions={
          mayDraft &&
          policy.standing !== 'draft' && (
            <LinkButton href={`${href('/talenta/aturan/baru')}?dari=${encodeURIComponent(policy.id)}`} icon="add">
              Buat draf dari versi ini
            </LinkButton>
          )
        }
      />
      {answer && (
        <Note tone="risk" title={answer.message} live>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Keterangan" end={mayEdit ? <a href={`${at}/ubah?bagian=umum`}>Ubah</a> : undefined}>
              <DefinitionList
                facts={[
                  {
                    term: 'Keadaan',
                    value: <Chip tone={standingTone[policy.standing]}>{standingWords[policy.standing]}</Chip>,
                  },
                  {
                    term: isOpen ? 'Usul berlaku' : 'Berlaku',
                    value: `${formatDay(policy.validFrom)}${policy.validUntil ? ` sampai ${formatDay(policy.validUntil)}` : ''}`,
                  },
                  { term: 'Penyusun', value: policy.isOwn ? (policy.authorName ?? 'tidak tercatat') : 'Bawaan Anyam' },
                  ...(policy.draftedOn ? [{ term: 'Disusun', value: formatDay(policy.draftedOn) }] : []),
                  ...(policy.submittedOn ? [{ term: 'Diajukan', value: formatDay(policy.submittedOn) }] : []),
                  ...(policy.isOwn && policy.approverName
                    ? [
                        {
                          term:
                            policy.standing === 'withdrawn'
                              ? 'Ditarik oleh'
                              : policy.standing === 'refused'
                                ? 'Ditolak oleh'
                                : 'Disetujui oleh',
                          value: `${policy.approverName}${policy.decidedOn ? `, ${formatDay(policy.decidedOn)}` : ''}`,
                        },
                      ]
                    : []),
                  ...(base
                    ? [
                        {
                          term: 'Dibuat dari',
                          value: (
                            <a href={href('/talenta/aturan/:versionId', { versionId: base.id })}>
                              {base.code} versi {base.version}
                            </a>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
              {policy.decisionReason && <p className="small-text gap-3">Alasan: {policy.decisionReason}</p>}
              {policy.note && <p className="small-text quiet gap-3">{policy.note}</p>}
              {cycles.length > 0 && (
                <p className="small-text gap-3">
                  Dipakai oleh{' '}
                  {cycles.map((c, i) => (
                    <span key={c.id}>
                      {i > 0 && ', '}
                      {mayOpenCycle ? <a href={`${href('/talenta')}?siklus=${c.id}`}>{c.name}</a> : c.name}
                    </span>
                  ))}
                  .
                </p>
              )}
            </Section>
            {maySeeMoves && (preview || isOpen) && (
              <Section title="Siapa berpindah">
                {preview ? (
                  <>
                    <p>
                      <Figure figure={preview.moved} origin={false} asLink /> akan berpindah bila versi ini berlaku,
                      dihitung pada {preview.cycleName}.
                    </p>
                    {preview.isStale && (
                      <Note tone="due">Draf sudah diubah sesudah hitungan ini. Hitung ulang sebelum diajukan.</Note>
                    )}
                  </>
                ) : (
                  <p className="small-text quiet">Belum dihitung. Hitung sebelum diajukan.</p>
                )}
                <p className="gap-3">
                  <LinkButton href={`${at}/berpindah`} small>
                    {preview ? 'Lihat siapa dan mengapa' : 'Buka hitungan'}
                  </LinkButton>
                </p>
              </Section>
            )}
            {mayEdit && (
              <Section title="Langkah berikutnya">
                <form method="post" className="stack">
                  <FormKey />
                  <p className="small-text">
                    Yang memutus adalah orang lain. Sesudah diajukan, isinya tidak dapat diubah.
                  </p>
                  <Button variant="primary" name="_intent" value="submit">
                    Ajukan untuk disetujui
                  </Button>
                </form>
              </Section>
            )}
            {mayDecide && (
              <Section title="Keputusan Anda" id="putuskan">
                <form method="post" className="stack">
                  <FormKey />
                  <RadioList
                    name="decision"
                    label="Versi ini"
                    value={answer?.values.decision}
                    error={error('decision')}
                    choices={[
                      { value: 'approved', label: 'Disetujui' },
                      { value: 'refused', label: 'Ditolak' },
                    ]}
                  />
                  <DateField
                    name="validFrom"
                    label="Berlaku mulai"
                    hint="Hanya bila disetujui; tidak berlaku surut."
                    value={answer?.values.validFrom ?? earliest}
                    error={error('validFrom')}
                    optional
                  />
                  <Textarea
                    name="reason"
                    label="Alasan"
                    rows={3}
                    value={answer?.values.reason}
                    error={error('reason')}
                  />
                  <Button variant="primary" name="_intent" value="decide">
                    Catat keputusan
                  </Button>
                </form>
              </Section>
            )}
            {isAuthor && policy.standing === 'submitted' && (
              <Section title="Menunggu orang kedua">
                <p className="small-text">
                  Anda penyusunnya, sehingga orang lain yang memutus: pengelola talenta lain atau pimpinan.
                </p>
              </Section>
            )}
            {mayWithdraw && (
              <details className="disclosure" open={error('withdrawReason') !== null}>
                <summary>Tarik versi ini</summary>
                <form method="post" className="stack">
                  <FormKey />
                  <Textarea
                    name="withdrawReason"
                    label="Alasan menarik"
                    rows={3}
                    value={answer?.values.withdrawReason}
                    error={error('withdrawReason') ?? (answer?.values._intent === 'withdraw' ? error('reason') : null)}
                  />
                  <FormActions>
                    <Button small name="_intent" value="withdraw">
                      Tarik versi
                    </Button>
                  </FormActions>
                </form>
              </details>
            )}
          </>
        }
      >
        {policy.purpose && (
          <Section title="Maksud perubahan">
            <p>{policy.purpose}</p>
          </Section>
        )}
        {issues.length > 0 && (
          <Note tone="due" title={`${issues.length} hal harus dilengkapi sebelum diajukan`}>
            <ul className="lines">
              {issues.map(issue => (
                <li key={issue.message}>
                  <a href={`${at}/ubah?bagian=${encodeURIComponent(issue.section)}#${issue.field}`}>{issue.message}</a>
                </li>
              ))}
            </ul>
          </Note>
        )}
        {replaced && (
          <div className="gap-4">
            <Note
              tone="due"
              title={`Yang digantikan bukan versi asalnya, melainkan ${replaced.code} versi ${replaced.version}`}
            >
              <p>
                Terhadap <a href={href('/talenta/aturan/:versionId', { versionId: replaced.id })}>versi itu</a>, yang
                berubah:
              </p>
              <DiffList
                differences={replaced.changes.map(c => ({
                  what: 'Diubah',
                  about: `${c.what}:`,
                  before: c.before,
                  after: c.after,
                }))}
              />
            </Note>
          </div>
        )}
        {base && (
          <Section
            title={changes.length === 0 ? 'Belum ada yang berubah' : `${changes.length} hal berubah`}
            note={`dibandingkan dengan ${base.code} versi ${base.version}`}
          >
            {changes.length === 0 ? (
              <p className="quiet">Isinya masih sama dengan versi asalnya. Mulailah dari bobot atau ambang.</p>
            ) : (
              <DiffList
                differences={changes.map(c => ({
                  what: 'Diubah',
                  about: `${c.what}:`,
                  before: c.before,
                  after: c.after,
                }))}
              />
            )}
          </Section>
        )}
        <PolicyContents
          rules={policy.rules}
          editHref={mayEdit ? section => `${at}/ubah?bagian=${encodeURIComponent(section)}` : undefined}
        />
      </TwoColumn>
    </>
  )
}
