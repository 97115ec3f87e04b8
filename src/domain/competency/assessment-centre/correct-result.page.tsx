import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { listReports } from './centre-report.store.ts'
import { levelText } from './centre-words.ts'
import { correctResult } from './correct-result.ts'

export const meta = () => [{ title: 'Koreksi hasil asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look }) => {
    const [report] = await listReports(db, params.participantId)
    if (!report) throw errors.report.notFound()
    look({
      action: 'koreksi laporan asesmen',
      employeeId: report.employee_id,
      subjectKind: 'competency.report',
      subjectId: report.id,
    })
    return {
      participantId: report.participant_id,
      name: report.content.person.name,
      version: report.version,
      levels: [...report.content.levels, ...report.content.aspects, ...report.content.leadership].map(l => ({
        code: l.code,
        name: l.name,
        level: l.level,
      })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(correctResult, {
      participantId: params.participantId,
      levels: Object.entries(values).flatMap(([name, level]) =>
        name.startsWith('level:') ? [{ code: name.slice('level:'.length), level: Number(level) }] : [],
      ),
      reason: values.reason,
      basis: values.basis,
    })
    return redirect(
      `${href('/kompetensi/asesmen/laporan/:participantId', { participantId: params.participantId })}?pesan=dikoreksi`,
    )
  })

export default function CorrectResultPage() {
  const { participantId, name, levels } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/asesmen/laporan/:participantId', { participantId })
  return (
    <>
      <PageHead
        title={`Koreksi hasil asesmen ${name}`}
        scope="Koreksi menjadi versi baru. Versi lama tetap tersimpan, dan siklus yang sudah dibekukan tidak berubah."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: 'Laporan', href: path },
          { label: 'Koreksi' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        {levels.map(l => (
          <Select
            key={l.code}
            name={`level:${l.code}`}
            label={l.name}
            hint={`Sekarang: ${levelText(l.level)}.`}
            optional
            placeholder="Tidak diubah"
            options={[0, 1, 2, 3, 4, 5].map(n => ({ value: String(n), label: `Level ${n}` }))}
            value={answer?.values[`level:${l.code}`]}
          />
        ))}
        <Textarea
          name="reason"
          label="Alasan"
          hint="Dibaca orangnya."
          rows={3}
          value={answer?.values.reason}
          error={answer?.fields.reason ?? null}
        />
        <TextInput
          name="basis"
          label="Dasar koreksi"
          hint="Nomor berita acara atau surat ketua asesor."
          value={answer?.values.basis}
          error={answer?.fields.basis ?? null}
        />
        <FormActions>
          <Button variant="primary">Simpan versi baru</Button>
          <LinkButton href={path}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
