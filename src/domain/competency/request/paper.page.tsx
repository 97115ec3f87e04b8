import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addMonths } from '#core/values/day.ts'
import { notFound } from '#platform/refusal.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { checkPaper } from './check-paper.ts'
import { findPaper } from './request.store.ts'
import { paperState } from './request-words.ts'

export const meta = () => [{ title: 'Bukti kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, look, on }) => {
    const paper = await findPaper(db, params.evidenceId)
    if (!paper) throw notFound('Bukti')
    look({
      action: 'bukti kompetensi',
      employeeId: paper.employee_id,
      subjectKind: 'competency.evidence',
      subjectId: paper.id,
    })
    const source = evidenceRules.on(on).body.sources.find(s => s.source === 'certificate')
    return {
      paper,
      until: paper.valid_until ?? (source ? addMonths(paper.observed_on, source.validMonths) : null),
      stronger: evidenceRules
        .on(on)
        .body.sources.filter(s => source && s.canBeOfficial && s.precedence < source.precedence)
        .map(s => s.name.toLowerCase()),
      canCheck:
        actor.role === 'hr_officer' &&
        paper.employee_id !== actor.employeeId &&
        !paper.is_verified &&
        !paper.is_replaced,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(checkPaper, {
      evidenceId: params.evidenceId,
      decision: values.decision,
      level: values.level ?? null,
      validUntil: dayFromForm(values.validUntil, 'validUntil') ?? null,
      reason: values.reason ?? null,
    })
    return redirect(`${href('/kompetensi/permintaan')}?pesan=diperiksa`)
  })

export default function PaperPage() {
  const { paper, canCheck, until, stronger } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`${paper.name}, level ${paper.level}: ${paperState(paper)}`}
        scope={`${paper.person}, ${paper.unit}.`}
        crumbs={[{ label: 'Permintaan', href: href('/kompetensi/permintaan') }, { label: 'Bukti' }]}
        actions={
          paper.file_id ? (
            <LinkButton href={href('/kompetensi/bukti/:evidenceId/berkas', { evidenceId: paper.id })}>
              Unduh berkas
            </LinkButton>
          ) : null
        }
      />
      {paper.correction_reason && (
        <Note tone="due" title="Belum dapat dipakai">
          {paper.correction_reason}
        </Note>
      )}
      <DefinitionList
        facts={[
          { term: 'Nama dan penerbit', value: paper.note ?? '–' },
          { term: 'Terbit', value: formatDay(paper.observed_on) },
          {
            term: 'Berlaku sampai',
            value: until
              ? `${formatDay(until)}${paper.valid_until ? '' : ', menurut aturan sumber'}`
              : 'belum diketahui',
          },
          ...(paper.claimed_level !== null && paper.claimed_level !== paper.level
            ? [{ term: 'Dinyatakan', value: `level ${paper.claimed_level}` }]
            : []),
          ...(paper.check_note ? [{ term: 'Catatan pemeriksa', value: paper.check_note }] : []),
          ...(paper.checked_by_name && paper.checked_on
            ? [{ term: 'Diperiksa', value: `${paper.checked_by_name}, ${formatDay(paper.checked_on)}` }]
            : []),
        ]}
      />
      <p className="small-text quiet gap-2">
        Setelah diperiksa, bukti ini berdiri sebagai sertifikat dan tidak dirata-ratakan. Yang lebih kuat:{' '}
        {stronger.join(', ')}.
      </p>
      {canCheck && (
        <Section title="Hasil pemeriksaan">
          {answer && <Note tone="risk" title={answer.message} live />}
          <form method="post" className="form">
            <FormKey />
            <RadioList
              name="decision"
              label="Setelah dibandingkan dengan penerbitnya"
              boxed
              choices={[
                { value: 'accepted', label: 'Benar', hint: 'Dipakai mulai hari ini menurut urutan sumber.' },
                { value: 'rejected', label: 'Belum dapat dipakai', hint: 'Orangnya membaca alasan yang Anda tulis.' },
              ]}
              value={answer?.values.decision}
              error={answer?.fields.decision}
            />
            <Select
              name="level"
              label="Level yang diakui"
              hint="Boleh lebih rendah daripada yang dinyatakan, dengan alasan."
              optional
              placeholder={`Seperti yang dinyatakan, level ${paper.level}`}
              value={answer?.values.level}
              error={answer?.fields.level}
              options={[1, 2, 3, 4, 5]
                .filter(l => l < paper.level)
                .map(l => ({ value: String(l), label: `Level ${l}` }))}
            />
            <DateField
              name="validUntil"
              label="Berlaku sampai"
              hint="Kosongkan bila sama dengan yang tertulis."
              optional
              value={answer?.values.validUntil}
              error={answer?.fields.validUntil}
            />
            <Textarea
              name="reason"
              label="Alasan"
              hint="Wajib bila belum dapat dipakai, atau bila level atau masa berlakunya Anda ubah."
              optional
              rows={3}
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions>
              <Button variant="primary">Simpan hasil</Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
