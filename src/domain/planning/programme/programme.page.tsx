import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { laneWords } from '../plan/plan-words.ts'
import { agreeTarget } from './agree-target.ts'
import { chooseParticipants, scoreNominee } from './choose-participants.ts'
import { ParticipantsTable } from './participants.view.tsx'
import {
  findProgramme,
  listParticipants,
  listProgrammeModules,
  listProgrammeUnits,
  listTargets,
} from './programme.store.ts'
import { programmeFigures } from './programme-figures.ts'
import { programmeStateWords, sideWords } from './programme-words.ts'
import { assignGuides, leaveProgramme, moveProgramme } from './run-programme.ts'

export const meta = () => [{ title: 'Program · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, visit, on }) => {
    const programme = await findProgramme(db, params.programmeId)
    if (!programme) throw errors.programme.notFound()
    const seesAll = ['hr_officer', 'committee', 'leader', 'facilitator', 'auditor'].includes(actor.role)
    return {
      programme,
      on,
      seesAll,
      isHr: actor.role === 'hr_officer',
      seesProgress: visit.mayOpen(`/diklat/program/${programme.id}/kemajuan`),
      seesEvaluation: visit.mayOpen(`/evaluasi/${programme.id}`),
      mayNominate:
        actor.role === 'supervisor' && programme.state === 'nominating' && visit.mayOpen(href('/talenta/usulan/baru')),
      drafts: ['supervisor', 'hr_officer'].includes(actor.role) ? (actor.employeeId ?? 'nobody') : null,
      people: await listParticipants(db, programme.id),
      figures: await programmeFigures(db, programme),
      targets: await listTargets(db, programme.id),
      units: await listProgrammeUnits(db, programme.id),
      modules: seesAll ? await listProgrammeModules(db, programme.id) : [],
      indicators: await db.rows<{ id: string; name: string; unit_of_measure: string }>(
        sql`select id, name, unit_of_measure from workforce.v_indicators order by name`,
      ),
      accepted:
        actor.role === 'hr_officer'
          ? await db.rows<{
              employee_id: string
              name: string
            }>(sql`select n.employee_id, e.name from talent.v_nominations n join workforce.v_people e on e.agency_id = n.agency_id and e.id = n.employee_id
        where n.programme_id = ${programme.id} and n.state in ('accepted', 'submitted') and not exists (select 1 from planning.programme_people p where p.agency_id = n.agency_id and p.programme_id = n.programme_id and p.employee_id = n.employee_id) order by e.name`)
          : [],
    }
  })

const number = (text: string | undefined) => (text ? Number(text.replace(/\./g, '').replace(',', '.')) : null)

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const programmeId = params.programmeId
    if (values._intent === 'target') {
      if (!values.agreedOn) throw errors.programme.agreementDayMissing()
      await run(agreeTarget, {
        programmeId,
        indicatorId: values.indicatorId,
        target: number(values.target),
        baseline: number(values.baseline),
        agreedBy: values.agreedBy,
        agreedOn: dayFromForm(values.agreedOn, 'agreedOn') ?? null,
      })
    } else if (values._intent === 'score') {
      const criteria = Object.fromEntries(
        Object.entries(values)
          .filter(([k]) => k.startsWith('kriteria-'))
          .map(([k, v]) => [k.slice(9), number(v)]),
      )
      await run(scoreNominee, { programmeId, employeeId: values.employeeId, criteria })
    } else if (values._intent === 'choose') await run(chooseParticipants, { programmeId })
    else if (values._intent === 'guides')
      await run(assignGuides, {
        programmeId,
        employeeId: values.employeeId,
        mentorName: values.mentorName,
        coachName: values.coachName,
      })
    else if (values._intent === 'leave')
      await run(leaveProgramme, {
        programmeId,
        employeeId: values.employeeId,
        leftOn: dayFromForm(values.leftOn, 'leftOn'),
        reason: values.reason,
      })
    else if (values._intent === 'move') await run(moveProgramme, { programmeId, state: values.state })
    return redirect(href('/diklat/program/:programmeId', { programmeId }))
  })

const nextStates: Record<string, { value: string; label: string } | undefined> = {
  chosen: { value: 'agreed', label: 'Catat disepakati' },
  agreed: { value: 'running', label: 'Mulai program' },
  running: { value: 'follow-up', label: 'Masuk tindak lanjut' },
  'follow-up': { value: 'closed', label: 'Tutup program' },
}

export default function ProgrammePage() {
  const {
    programme: p,
    people,
    figures,
    on,
    targets,
    units,
    modules,
    indicators,
    accepted,
    isHr,
    seesAll,
    seesProgress,
    seesEvaluation,
    drafts,
    mayNominate,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const criteria = p.weights.criteria ?? []
  const next = nextStates[p.state]
  const chosen = people.filter(q => q.is_chosen)
  const others = people.filter(q => !q.is_chosen)
  const mayChoose = isHr && ['nominating', 'chosen'].includes(p.state)
  return (
    <>
      <PageHead
        title={p.name}
        scope={
          seesAll ? (
            <>
              <Figure figure={figures.chosen} origin={false} asLink /> terpilih dari{' '}
              <Figure figure={figures.nominees} origin={false} asLink unit={false} /> yang diusulkan.{' '}
              {programmeStateWords[p.state]} sejak {formatDay(p.starts_on)}.
            </>
          ) : (
            `${programmeStateWords[p.state]}, mulai ${formatDay(p.starts_on)}. ${p.purpose ?? ''}`
          )
        }
        crumbs={[{ label: 'Program', href: href('/diklat/program') }, { label: p.code }]}
        actions={
          <>
            {seesProgress && <LinkButton href={`/diklat/program/${p.id}/kemajuan`}>Kemajuan peserta</LinkButton>}
            {seesEvaluation && <LinkButton href={`/evaluasi/${p.id}`}>Evaluasi program</LinkButton>}
            {mayNominate && (
              <LinkButton href={`/talenta/usulan/baru?program=${p.id}&tujuan=programme`} icon="add">
                Usulkan orang
              </LinkButton>
            )}
            {isHr && next && (
              <form method="post">
                <FormKey />
                <input type="hidden" name="state" value={next.value} />
                <Button variant="primary" name="_intent" value="move">
                  {next.label}
                </Button>
              </form>
            )}
          </>
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
            <Section title="Sasaran dan dana">
              <DefinitionList
                facts={[
                  { term: 'Sasaran strategis', value: p.goal_name ?? 'belum dipilih' },
                  { term: 'Dasar', value: p.goal_basis ?? '–' },
                  {
                    term: 'Kursi',
                    value:
                      p.seats === null ? (
                        'belum ditetapkan'
                      ) : (
                        <Recorded kind="planning.programme" id={p.id}>
                          {p.seats}
                        </Recorded>
                      ),
                  },
                  { term: 'Baris anggaran', value: p.budget_line ?? 'belum dipilih' },
                  {
                    term: 'Pengaruh mulai',
                    value: p.effect_from ? formatDay(p.effect_from, 'month') : 'belum ditetapkan',
                  },
                ]}
              />
              {p.purpose && <p className="small-text quiet gap-2">{p.purpose}</p>}
            </Section>
            <Section title="Bobot yang diumumkan">
              <DefinitionList
                facts={criteria.map(c => ({ term: c.label, value: `${formatNumber(c.weight, { digits: 1 })}` }))}
              />
            </Section>
            <Section title="Unit">
              <ul className="lines">
                {units.map(u => (
                  <li key={u.unit_id}>
                    {u.name}{' '}
                    <span className="faint">
                      {sideWords[u.side].toLowerCase()}
                      {u.reason ? `: ${u.reason}` : ''}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        }
      >
        <Section title="Target unit" note="level 4, disepakati sebelum pelatihan pertama">
          {targets.length === 0 ? (
            <p>
              <StateMark state="unknown">Belum ada target yang disepakati</StateMark>
            </p>
          ) : (
            <DataTable
              caption="Target indikator unit"
              captionHidden
              rows={targets}
              rowKey={t => t.indicator_id}
              columns={[
                {
                  key: 'name',
                  header: 'Indikator',
                  cell: t => (
                    <>
                      {t.name}
                      <SubLine>
                        {t.direction === 'lower-better' ? 'makin rendah makin baik' : 'makin tinggi makin baik'}
                      </SubLine>
                    </>
                  ),
                },
                {
                  key: 'baseline',
                  header: 'Nilai awal',
                  number: true,
                  cell: t => (t.baseline === null ? 'belum ada' : formatNumber(t.baseline, { digits: 2 })),
                },
                {
                  key: 'target',
                  header: 'Target',
                  number: true,
                  cell: t => `${formatNumber(t.target, { digits: 2 })} ${t.unit_of_measure}`,
                },
                {
                  key: 'when',
                  header: 'Disepakati',
                  cell: t => (
                    <>
                      {t.agreed_on < p.starts_on ? (
                        formatDay(t.agreed_on, 'short')
                      ) : (
                        <StateMark state="risk">{formatDay(t.agreed_on, 'short')}, sesudah mulai</StateMark>
                      )}
                      <SubLine>{t.agreed_by}</SubLine>
                    </>
                  ),
                },
              ]}
            />
          )}
          {isHr && (
            <details className="disclosure" open={targets.length === 0 || answer?.values._intent === 'target'}>
              <summary>Catat target yang disepakati</summary>
              <form method="post" className="form">
                <FormKey />
                <Select
                  name="indicatorId"
                  label="Indikator"
                  options={indicators.map(i => ({ value: i.id, label: `${i.name} (${i.unit_of_measure})` }))}
                  error={answer?.fields.indicatorId}
                />
                <NumberField name="target" label="Target" error={answer?.fields.target} />
                <NumberField name="baseline" label="Nilai awal" optional error={answer?.fields.baseline} />
                <TextInput
                  name="agreedBy"
                  label="Disepakati oleh"
                  hint="Nama dan jabatan."
                  error={answer?.fields.agreedBy}
                />
                <DateField
                  name="agreedOn"
                  label="Tanggal kesepakatan"
                  hint={`Tanggal pada naskah yang ditandatangani. Program mulai ${formatDay(p.starts_on)}; kesepakatan sesudahnya ditandai dan tidak dihitung sebagai target yang disepakati lebih dahulu.`}
                  max={on}
                  value={answer?.values.agreedOn}
                  error={answer?.fields.agreedOn}
                />
                <FormActions>
                  <Button name="_intent" value="target">
                    Simpan target
                  </Button>
                </FormActions>
              </form>
            </details>
          )}
        </Section>
        {people.length > 0 && (
          <Section
            title={seesAll ? 'Peserta' : drafts ? 'Tim Anda dalam program ini' : 'Anda dalam program ini'}
            note={seesAll ? 'menurut nilai seleksi' : undefined}
          >
            <ParticipantsTable programmeId={p.id} chosen={chosen} others={others} drafts={drafts} />
            {mayChoose && (
              <form method="post" className="row gap-3">
                <FormKey />
                <Button variant="primary" name="_intent" value="choose">
                  Pilih menurut bobot
                </Button>
                <span className="small-text quiet">
                  Kursi diisi dari nilai tertinggi. Yang nilainya belum lengkap tidak dipilih dan disebut namanya.
                </span>
              </form>
            )}
          </Section>
        )}
        {isHr && ['nominating', 'chosen'].includes(p.state) && (
          <Section
            title="Nilai orang yang diusulkan"
            end={<a href={`/talenta/usulan/baru?program=${p.id}&tujuan=programme`}>Usulkan orang</a>}
          >
            <form method="post" className="form">
              <FormKey />
              <Select
                name="employeeId"
                label="Orang"
                options={[...accepted, ...people].map(q => ({ value: q.employee_id, label: q.name }))}
                error={answer?.fields.employeeId}
              />
              {criteria.map(c => (
                <NumberField key={c.code} name={`kriteria-${c.code}`} label={`${c.label} (0–100)`} optional />
              ))}
              <FormActions note="Kriteria yang dikosongkan tetap belum diketahui.">
                <Button name="_intent" value="score">
                  Simpan nilai
                </Button>
              </FormActions>
            </form>
          </Section>
        )}
        {isHr && chosen.length > 0 && (
          <Section title="Pembimbing dan perubahan peserta">
            <details className="disclosure">
              <summary>Tetapkan mentor dan coach</summary>
              <form method="post" className="form">
                <FormKey />
                <Select
                  name="employeeId"
                  label="Peserta"
                  options={chosen.map(q => ({ value: q.employee_id, label: q.name }))}
                />
                <TextInput name="mentorName" label="Mentor" optional />
                <TextInput name="coachName" label="Coach" optional />
                <FormActions>
                  <Button name="_intent" value="guides">
                    Simpan pembimbing
                  </Button>
                </FormActions>
              </form>
            </details>
            <details className="disclosure">
              <summary>Catat peserta yang keluar</summary>
              <form method="post" className="form">
                <FormKey />
                <Select
                  name="employeeId"
                  label="Peserta"
                  options={chosen.filter(q => !q.left_on).map(q => ({ value: q.employee_id, label: q.name }))}
                />
                <DateField name="leftOn" label="Tanggal keluar" />
                <TextInput name="reason" label="Alasan" />
                <FormActions>
                  <Button name="_intent" value="leave">
                    Catat keluar
                  </Button>
                </FormActions>
              </form>
            </details>
          </Section>
        )}
        {modules.length > 0 && (
          <Section title="Jalur belajar">
            <DataTable
              caption="Kegiatan program"
              captionHidden
              rows={modules}
              rowKey={m => m.title + m.share_class}
              groups={(m, i) =>
                i === 0 || modules[i - 1].share_class !== m.share_class
                  ? laneWords[m.share_class as 70 | 20 | 10]
                  : null
              }
              columns={[
                {
                  key: 'title',
                  header: 'Kegiatan',
                  cell: m => (
                    <>
                      {m.title}
                      <SubLine>{m.method}</SubLine>
                    </>
                  ),
                },
                {
                  key: 'when',
                  header: 'Waktu',
                  cell: m =>
                    m.starts_on
                      ? `${formatDay(m.starts_on, 'short')} – ${m.ends_on ? formatDay(m.ends_on, 'short') : ''}`
                      : '–',
                },
                { key: 'jp', header: 'JP', number: true, cell: m => m.jp ?? '–' },
                { key: 'done', header: 'Selesai', number: true, cell: m => `${m.done.length} dari ${m.people.length}` },
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
