import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listGuides } from '../interview-guide/guide.store.ts'
import { purposeWords } from '../nomination/nomination-words.ts'
import { interviewRules } from './interview.rules.ts'
import { scheduleInterview } from './schedule-interview.ts'

export const meta = () => [{ title: 'Jadwalkan wawancara · Anyam' }]

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/i.test(text)

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const nominationId = query.get('usulan')
    const nomination = isId(nominationId)
      ? await db.find<{ id: string; nip: string; name: string; cycle_id: string | null }>(
          sql`select n.id, p.nip, p.name, n.cycle_id from talent.nominations n join workforce.v_people p on p.agency_id = n.agency_id and p.id = n.employee_id where n.id = ${nominationId}`,
        )
      : null
    const person = query.get('pegawai')
    const candidate = isId(person)
      ? await db.find<{ nip: string; name: string }>(sql`select nip, name from workforce.v_people where id = ${person}`)
      : null
    const { body } = await holdingFor(db, interviewRules, on)
    return {
      on,
      least: body.leastInterviewers,
      most: body.mostInterviewers,
      guides: (await listGuides(db)).filter(g => g.state === 'ready'),
      guideId: query.get('panduan'),
      nomination,
      candidate: nomination ?? candidate,
      cycles: await db.rows<{ id: string; name: string }>(
        sql`select id, name from talent.cycles where state <> 'TUTUP' order by as_of desc limit 20`,
      ),
      positions: await db.rows<{ id: string; name: string; unit: string | null }>(
        sql`select id, name, unit_short_name as unit from workforce.v_positions where tier in ('JPT Pratama', 'Administrator', 'Pengawas', 'JF Ahli Madya', 'JF Ahli Utama') and is_key order by name, unit_short_name limit 300`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(scheduleInterview, {
      guideId: values.guideId,
      candidateNip: values.candidateNip,
      cycleId: values.cycleId,
      nominationId: values.nominationId,
      targetPositionId: values.targetPositionId,
      heldOn: dayFromForm(values.heldOn, 'heldOn'),
      startsAt: values.startsAt,
      place: values.place,
      interviewers: values.interviewers,
    })
    return redirect(href('/talenta/wawancara/:interviewId', { interviewId: id }))
  })

export default function ScheduleInterviewPage() {
  const { on, least, most, guides, guideId, nomination, candidate, cycles, positions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const crumbs = [{ label: 'Wawancara', href: href('/talenta/wawancara') }, { label: 'Jadwalkan' }]
  if (guides.length === 0)
    return (
      <>
        <PageHead title="Jadwalkan wawancara" crumbs={crumbs} />
        <EmptyState
          title="Belum ada panduan yang siap"
          action={
            <LinkButton href={href('/talenta/wawancara/panduan')} variant="primary">
              Buka panduan
            </LinkButton>
          }
        >
          Wawancara terstruktur memerlukan panduan dengan pertanyaan untuk tiap kompetensi.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={candidate ? `Jadwalkan wawancara ${candidate.name}` : 'Jadwalkan wawancara'}
        scope="Calon dan pewawancara langsung diberi tahu. Calon membaca kompetensi yang ditanyakan, bukan pertanyaannya."
        crumbs={crumbs}
      />
      <form method="post" className="form">
        <FormKey />
        {nomination && <input type="hidden" name="nominationId" value={nomination.id} />}
        <ErrorSummary problems={problemsOf(answer)} />
        <Select
          name="guideId"
          label="Panduan"
          options={guides.map(g => ({
            value: g.id,
            label: `${g.name} (${purposeWords[g.purpose].toLowerCase()}, ${g.question_ids.length} pertanyaan)`,
          }))}
          value={answer?.values.guideId ?? guideId}
          error={error('guideId')}
        />
        <TextInput
          name="candidateNip"
          label="NIP calon"
          inputMode="numeric"
          value={answer?.values.candidateNip ?? candidate?.nip}
          error={error('candidateNip')}
        />
        <Select
          name="targetPositionId"
          label="Jabatan sasaran"
          optional
          placeholder="Tidak untuk satu jabatan"
          options={positions.map(p => ({ value: p.id, label: `${p.name}${p.unit ? `, ${p.unit}` : ''}` }))}
          value={answer?.values.targetPositionId}
          error={error('targetPositionId')}
        />
        <Select
          name="cycleId"
          label="Siklus"
          optional
          placeholder="Di luar siklus"
          options={cycles.map(c => ({ value: c.id, label: c.name }))}
          value={answer?.values.cycleId ?? nomination?.cycle_id}
          error={error('cycleId')}
        />
        <DateField name="heldOn" label="Tanggal" min={on} value={answer?.values.heldOn} error={error('heldOn')} />
        <TextInput
          name="startsAt"
          label="Jam"
          hint="Contoh: 09:00"
          value={answer?.values.startsAt}
          error={error('startsAt')}
        />
        <TextInput name="place" label="Tempat" value={answer?.values.place} error={error('place')} />
        <Textarea
          name="interviewers"
          label="NIP pewawancara"
          hint={`Satu per baris, ${least} sampai ${most} orang. Yang pertama menjadi ketua. Atasan dan bawahan langsung calon ditolak.`}
          rows={4}
          value={answer?.values.interviewers}
          error={error('interviewers')}
        />
        <FormActions note="Pewawancara menyatakan kepentingannya sebelum menilai.">
          <Button variant="primary">Jadwalkan dan beri tahu</Button>
          <LinkButton href={href('/talenta/wawancara')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
