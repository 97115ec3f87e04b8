import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { endTrainerTraining, trainTrainer } from './train-trainer.ts'
import { listTrainerStandings, orphanCount, trainerDays } from './trainer-succession.store.ts'

export const meta = () => [{ title: 'Penggantian pengajar · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on }) => {
    const rows = await listTrainerStandings(db)
    const year = yearOf(on) + 1
    return {
      rows,
      year,
      orphans: orphanCount(rows, on),
      days: await trainerDays(db, year),
      isHr: actor.role === 'hr_officer',
      modules: await db.rows<{ value: string; label: string }>(
        sql`select id as value, name as label from planning.modules where valid_until is null order by name`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    if (values._intent === 'end')
      await run(endTrainerTraining, { candidateId: values.candidateId, outcome: values.outcome, reason: values.reason })
    else
      await run(trainTrainer, {
        nip: values.nip?.replace(/\s/g, ''),
        moduleId: values.moduleId,
        startsOn: dayFromForm(values.startsOn, 'startsOn'),
        endsOn: dayFromForm(values.endsOn, 'endsOn'),
      })
    return redirect(href('/diklat/fasilitator/pergantian'))
  })

export default function TrainerSuccessionPage() {
  const { rows, year, orphans, days, isHr, modules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isEnding = answer?.values._intent === 'end'
  const lacksTrainers = Number(days.asked.value) > Number(days.free.value)
  const inTraining = rows.flatMap(r => r.candidates.map(c => ({ ...c, module: r.name })))
  return (
    <>
      <PageHead
        title={
          Number(orphans.value) > 0 ? (
            <>
              <Figure figure={orphans} origin={false} asLink unit={false} /> modul akan kehilangan seluruh pengajarnya
            </>
          ) : (
            'Setiap modul masih memiliki pengajar dua tahun ke depan'
          )
        }
        scope="Pengajar yang pensiun atau berhenti dalam 24 bulan, kelas yang direncanakan, dan yang sedang disiapkan."
        crumbs={[{ label: 'Fasilitator', href: href('/diklat/fasilitator') }, { label: 'Penggantian' }]}
      />
      <TwoColumn
        side={
          <>
            <Section title={`Hari pengajar ${year}`}>
              <ul className="lines">
                <li>
                  Belum terisi: <Figure figure={days.asked} origin={false} asLink />
                </li>
                <li>
                  Masih tersedia: <Figure figure={days.free} origin={false} asLink />
                </li>
              </ul>
            </Section>
            {isHr && (
              <Section title="Siapkan pengajar">
                <form method="post" className="form">
                  <FormKey />
                  {!isEnding && <ErrorSummary problems={problemsOf(answer)} />}
                  <TextInput
                    name="nip"
                    label="NIP"
                    value={isEnding ? null : answer?.values.nip}
                    error={answer?.fields.nip}
                  />
                  <Select
                    name="moduleId"
                    label="Modul"
                    placeholder="Pilih modul"
                    options={modules}
                    value={isEnding ? null : answer?.values.moduleId}
                    error={answer?.fields.moduleId}
                  />
                  <DateField
                    name="startsOn"
                    label="Mulai"
                    value={answer?.values.startsOn}
                    error={answer?.fields.startsOn}
                  />
                  <DateField
                    name="endsOn"
                    label="Selesai"
                    value={answer?.values.endsOn}
                    error={answer?.fields.endsOn}
                  />
                  <FormActions>
                    <Button>Catat pelatihan pengajar</Button>
                  </FormActions>
                </form>
              </Section>
            )}
            {isHr && inTraining.length > 0 && (
              <Section title="Akhiri penyiapan">
                <form method="post" className="form">
                  <FormKey />
                  {isEnding && <ErrorSummary problems={problemsOf(answer)} />}
                  <Select
                    name="candidateId"
                    label="Calon pengajar"
                    placeholder="Pilih orang"
                    options={inTraining.map(c => ({ value: c.id, label: `${c.name}, ${c.module}` }))}
                    value={isEnding ? answer?.values.candidateId : null}
                    error={isEnding ? answer?.fields.candidateId : null}
                  />
                  <Select
                    name="outcome"
                    label="Hasil"
                    options={[
                      { value: 'ready', label: 'Siap mengajar' },
                      { value: 'stopped', label: 'Berhenti' },
                    ]}
                    value={isEnding ? answer?.values.outcome : null}
                  />
                  <TextInput
                    name="reason"
                    label="Dasar atau alasan"
                    value={isEnding ? answer?.values.reason : null}
                    error={isEnding ? answer?.fields.reason : null}
                  />
                  <FormActions note="Yang siap didaftarkan sebagai fasilitator.">
                    <Button name="_intent" value="end">
                      Simpan hasil
                    </Button>
                  </FormActions>
                </form>
              </Section>
            )}
          </>
        }
      >
        {lacksTrainers && (
          <Note tone="risk" title="Yang membatasi adalah pengajar, bukan dana">
            Hari mengajar yang diminta kelas {year} melebihi hari yang masih dimiliki fasilitator. Menambah pagu saja
            tidak membuka kelas itu.
          </Note>
        )}
        {rows.length === 0 ? (
          <EmptyState title="Belum ada pengajar terdaftar">
            Daftarkan fasilitator beserta modul yang diajarkannya.
          </EmptyState>
        ) : (
          <DataTable
            caption="Modul dan pengajarnya"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Modul',
                cell: r => (
                  <>
                    <a href={href('/diklat/katalog/:moduleId', { moduleId: r.id })}>{r.name}</a>
                    <SubLine>
                      {r.sessions.length > 0
                        ? `kelas berikutnya ${formatDay(r.sessions[0].starts_on, 'short')}`
                        : 'belum ada kelas'}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'leaving',
                header: 'Berhenti',
                cell: r =>
                  r.leaving.length === 0
                    ? '–'
                    : r.leaving.map(l => `${l.name}, ${formatDay(l.on, 'short')}`).join('; '),
              },
              {
                key: 'remaining',
                header: 'Tetap mengajar',
                wide: true,
                cell: r => r.remaining.join(', ') || 'tidak ada',
              },
              {
                key: 'candidates',
                header: 'Sedang disiapkan',
                cell: r =>
                  r.candidates.map(c => `${c.name}, sampai ${formatDay(c.ends_on, 'short')}`).join('; ') || 'belum ada',
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r =>
                  r.remaining.length > 0 ? (
                    <StateMark state="known">Ada pengajar</StateMark>
                  ) : r.candidates.length > 0 ? (
                    <StateMark state="border">Sedang disiapkan</StateMark>
                  ) : (
                    <StateMark state="risk">Tanpa pengajar</StateMark>
                  ),
              },
            ]}
          />
        )}
      </TwoColumn>
    </>
  )
}
