import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatTime } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import '#ui/style/screens/dossier.css'
import { errors } from '../errors.ts'
import { decideDossier, returnDossier } from './decide-dossier.ts'
import { findDossier, listDossierLooks } from './dossier.store.ts'
import { DossierBody, DossierHead } from './dossier-body.view.tsx'
import { actionWords, dossierStateWords } from './dossier-words.ts'
import { submitDossier } from './prepare-dossier.ts'
import { codeOf, fingerprintOf, shortFingerprint } from './seal.ts'

export const meta = () => [{ title: 'Berkas keputusan · Anyam' }]

const officeRoles = ['hr_officer', 'committee', 'leader', 'auditor'] as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const dossier = await findDossier(db, params.dossierId)
    const isOffice = (officeRoles as readonly string[]).includes(actor.role)
    const isOwn = actor.employeeId !== null && actor.employeeId === dossier?.employee_id
    // One's own dossier opens when it is decided; a draft is for those who prepare and watch.
    if (!dossier?.content || (!isOffice && !(isOwn && dossier.state === 'decided'))) throw errors.dossier.notFound()
    if (isOwn && dossier.state !== 'decided' && actor.role !== 'hr_officer') throw errors.dossier.notFound()
    if (actor.role === 'leader' && dossier.state === 'draft') throw errors.dossier.notFound()
    look({
      action: 'membuka berkas keputusan',
      employeeId: dossier.employee_id,
      subjectKind: 'succession.dossier',
      subjectId: dossier.id,
    })
    const { content, preparer_ids, ...row } = dossier
    const isPreparer = !!actor.employeeId && preparer_ids.includes(actor.employeeId)
    const whole = isOffice
    return {
      row,
      content: whole
        ? content
        : { ...content, considerations: '', dissent: null, comparison: { columns: [], lines: [] }, audit: [] },
      whole,
      seal: row.content_hash
        ? {
            code: codeOf(row.content_hash),
            fingerprint: shortFingerprint(row.content_hash),
            matches: fingerprintOf(content) === row.content_hash,
          }
        : null,
      looks: isOffice ? await listDossierLooks(db, dossier.id) : [],
      mayChange: actor.role === 'hr_officer' && (row.state === 'draft' || row.state === 'returned'),
      mayDecide: actor.role === 'leader' && row.state === 'submitted' && !isOwn && !isPreparer,
      isPreparer: actor.role === 'leader' && row.state === 'submitted' && isPreparer,
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { dossierId } = params
    if (values._intent === 'submit') await run(submitDossier, { dossierId })
    else if (values._intent === 'return') await run(returnDossier, { dossierId, reason: values.returnReason })
    else
      await run(decideDossier, {
        dossierId,
        decision: values.decision,
        reason: values.reason,
        explanation: values.explanation ?? null,
      })
    return redirect(href('/keputusan/:dossierId', { dossierId }))
  })

export default function DossierPage() {
  const { row, content, whole, seal, looks, mayChange, mayDecide, isPreparer, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isFrozen = row.state === 'submitted' || row.state === 'decided'
  const verb = row.state !== 'decided' ? 'diusulkan' : row.decision === 'approved' ? 'ditempatkan' : 'belum ditempatkan'
  return (
    <>
      <div className="letterhead">
        <span />
        <div>
          <b>{content.agency}</b>
          <br />
          Berkas keputusan {content.number} · data beku {formatDay(content.frozenOn)}
        </div>
        <div>
          Terbatas
          <br />
          dicetak {formatDay(on)}
        </div>
      </div>
      <PageHead
        title={`Mengapa ${content.person.name} ${verb} sebagai ${content.post.name}`}
        scope={
          isFrozen
            ? `Berkas ${content.number}, beku sejak ${formatDay(content.frozenOn)}. Bukti yang datang sesudah itu tidak mengubah berkas ini.`
            : `Berkas ${content.number}, ${dossierStateWords[row.state].toLowerCase()}. Isinya dikumpulkan lagi dan dibekukan saat diajukan.`
        }
        crumbs={[
          ...(whole ? [{ label: 'Berkas', href: href('/keputusan') }] : [{ label: 'Beranda', href: '/' }]),
          { label: content.number },
        ]}
        actions={
          <>
            {seal && <LinkButton href="#keaslian">Periksa keaslian</LinkButton>}
            {whole && isFrozen && <LinkButton href={`/keputusan/${row.id}.pdf`}>Unduh PDF</LinkButton>}
            {mayChange && <LinkButton href={`${href('/keputusan/baru')}?berkas=${row.id}`}>Ubah isian</LinkButton>}
            {mayChange && (
              <form method="post">
                <FormKey />
                <Button variant="primary" name="_intent" value="submit">
                  Ajukan ke pimpinan
                </Button>
              </form>
            )}
          </>
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {row.returned_reason && row.state === 'returned' && (
        <Note tone="due" title="Dikembalikan oleh pimpinan">
          {row.returned_reason}
        </Note>
      )}
      {seal && !seal.matches && (
        <Note tone="risk" title="Sidik isi tidak cocok dengan isi berkas">
          Jangan memakai berkas ini. Hubungi pengelola sistem dan auditor.
        </Note>
      )}
      <div className="sheet">
        <div>
          <DossierHead content={content} state={row.state} />
          {mayDecide && <DecisionForm answer={answer} explanation={content.explanation} />}
          {isPreparer && (
            <Note title="Anda ikut menyusun berkas ini">Putusannya diambil pimpinan yang tidak ikut menyusun.</Note>
          )}
          <DossierBody content={content} whole={whole} />
        </div>
        <aside>
          {seal && (
            <Section title="Periksa keaslian" id="keaslian">
              <div className="verification">
                <p className="tiny quiet">Kode berkas</p>
                <p className="code">{seal.code}</p>
                <p className="tiny quiet">Sidik isi (SHA-256, 16 angka pertama)</p>
                <p className="small-text">
                  <b>{seal.fingerprint}</b>
                </p>
                <ol>
                  <li>
                    <span>Buka Keputusan, lalu masukkan kode.</span>
                  </li>
                  <li>
                    <span>Cocokkan sidik isi dengan kertas ini.</span>
                  </li>
                </ol>
                {seal.matches && (
                  <p className="tiny faint gap-2">Sidik dihitung ulang saat halaman ini dibuka: cocok.</p>
                )}
              </div>
            </Section>
          )}
          <Section title="Aturan yang dipakai">
            <DefinitionList
              facts={[
                ...content.rules.map(r => ({ term: r.title, value: `${r.code} versi ${r.version}` })),
                ...(content.cycle ? [{ term: 'Peta talenta', value: content.cycle.name }] : []),
                { term: 'Potret data', value: formatDay(content.frozenOn) },
              ]}
            />
            <p className="tiny faint gap-2">Versi lebih baru tidak mengubah keputusan ini.</p>
          </Section>
          {content.audit.length > 0 && (
            <Section title="Jejak audit">
              <DefinitionList
                facts={content.audit.map(a => ({
                  term: `${a.number}, ${formatDay(a.on, 'short')}`,
                  value: actionWords[a.action] ?? a.action,
                }))}
              />
            </Section>
          )}
          {looks.length > 0 && (
            <Section title="Siapa membuka berkas ini">
              <DefinitionList
                facts={looks.map(l => ({
                  term: `${formatDay(l.at.slice(0, 10), 'short')}, ${formatTime(new Date(l.at))}`,
                  value: l.actor_name,
                }))}
              />
            </Section>
          )}
        </aside>
      </div>
    </>
  )
}

const DecisionForm = ({ answer, explanation }: { answer: FormAnswer | undefined; explanation: string }) => (
  <Section title="Putusan Anda" id="putusan">
    <form method="post" className="form">
      <FormKey />
      <RadioList
        name="decision"
        label="Putusan"
        across
        choices={[
          { value: 'approved', label: 'Disetujui' },
          { value: 'rejected', label: 'Belum disetujui' },
        ]}
        value={answer?.values.decision}
        error={answer?.fields.decision}
      />
      <Textarea name="reason" label="Alasan" rows={3} value={answer?.values.reason} error={answer?.fields.reason} />
      <Textarea
        name="explanation"
        label="Penjelasan untuk yang bersangkutan"
        hint="Dikirim kepada orang itu bersama putusan."
        value={answer?.values.explanation ?? explanation}
        error={answer?.fields.explanation}
      />
      <FormActions note="Sesudah diputus, isi berkas tidak dapat diubah.">
        <Button variant="primary" name="_intent" value="decide">
          Putuskan
        </Button>
      </FormActions>
    </form>
    <details className="gap-3">
      <summary>Kembalikan kepada pengelola</summary>
      <form method="post" className="form">
        <FormKey />
        <Textarea
          name="returnReason"
          label="Apa yang perlu dilengkapi"
          rows={3}
          value={answer?.values.returnReason}
          error={answer?.values._intent === 'return' ? answer.fields.reason : null}
        />
        <Button name="_intent" value="return">
          Kembalikan berkas
        </Button>
      </form>
    </details>
  </Section>
)
