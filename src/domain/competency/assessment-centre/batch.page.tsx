import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark, type StateShape } from '#ui/kit/state-mark.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { errors } from '../errors.ts'
import { printed } from '../gap/organisation.store.ts'
import { measuredOf, takesPart } from './assessment-centre.model.ts'
import { batchAgreement, batchCount } from './centre.figures.ts'
import {
  findBatch,
  listAssignments,
  listBatchAssessors,
  listMeasures,
  listParticipants,
  myAssessorId,
  type Participant,
  rulesOfBatch,
} from './centre.store.ts'
import {
  batchStateWords,
  complexityWords,
  measureKindWords,
  participantStateWords,
  purposeWords,
  spanWords,
  whyWords,
} from './centre-words.ts'
import { closeBatch } from './close-batch.ts'
import { inviteParticipants } from './invite-participants.ts'
import { startBatch } from './start-batch.ts'

export const meta = () => [{ title: 'Gelombang asesmen · Anyam' }]

const told: Record<string, string> = {
  diubah: 'Perubahan tersimpan.',
  instrumen: 'Instrumen tersimpan.',
  diundang: 'Undangan terkirim dan orangnya diberi tahu.',
  dimulai: 'Gelombang berjalan. Asesor dapat mulai mencatat.',
  ditutup: 'Gelombang ditutup. Hasil tercatat dan tiap peserta mendapat laporannya.',
  kepentingan: 'Pernyataan Anda tercatat.',
  dikirim: 'Penilaian terkirim.',
  terbuka: 'Semua asesor sudah mengirim. Sidang integrasi peserta ini dapat dimulai.',
  disepakati: 'Kesepakatan tersimpan.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on }) => {
    const batch = await findBatch(db, params.batchId)
    if (!batch) throw errors.batch.notFound()
    const { body } = rulesOfBatch(batch)
    const people = await listParticipants(db, batch.id)
    const assignments = await listAssignments(db, batch.id)
    const assessors = await listBatchAssessors(db, batch.id)
    const me = actor.role === 'assessor' ? await myAssessorId(db, batch.id) : null
    const isOffice = actor.role === 'hr_officer' || actor.role === 'auditor'
    const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
    const names = new Map(measures.map(m => [m.code, m.name]))
    const seesAgreement = batch.state === 'closed' ? isOffice || me !== null : me !== null || actor.role === 'auditor'
    const found = seesAgreement ? await batchAgreement(db, batch.id) : null
    const figure = (what: Parameters<typeof batchCount>[0]) => printed(batchCount(what, batch.id, people, on))
    return {
      on,
      batch,
      use: body.uses.find(u => u.code === batch.use_code)?.name ?? batch.use_code,
      isOffice,
      mayKeep: actor.role === 'hr_officer',
      me,
      mustDeclare:
        me !== null &&
        batch.state !== 'closed' &&
        assessors.some(
          a => a.assessor_id === me.id && people.some(p => a.declared_on === null || p.invited_on > a.declared_on),
        ),
      told: told[query.get('pesan') ?? ''] ?? null,
      figures: {
        takePart: figure('take-part'),
        asking: figure('asking'),
        opened: figure('opened'),
        agreed: figure('agreed'),
      },
      people: people
        .filter(
          p =>
            isOffice || !me || me.isLead || assignments.some(a => a.participant_id === p.id && a.assessor_id === me.id),
        )
        .map(p => {
          const mine = assignments.filter(a => a.participant_id === p.id)
          return {
            ...p,
            assessors: mine.map(a => ({ name: a.assessor_name, hasSent: a.submitted_at !== null })),
            isMine: mine.some(a => a.assessor_id === me?.id),
            iHaveSent: mine.some(a => a.assessor_id === me?.id && a.submitted_at !== null),
          }
        }),
      assessors,
      instruments: batch.matrix.map(line => ({
        name: body.instruments.find(i => i.code === line.instrument)?.name ?? line.instrument,
        measures: line.codes.map(c => names.get(c) ?? c),
      })),
      kinds: (['competency', 'potential', 'leadership'] as const).filter(k => measures.some(m => m.kind === k)),
      agreement:
        found && found.ratings.length > 0
          ? {
              alpha: { ...found.agreement.figure, mechanism: { kind: 'record' as const }, parts: [] },
              word: found.agreement.word,
              severity: found.severity.figures.map(f => ({
                ...f,
                figure: { ...f.figure, mechanism: { kind: 'record' as const }, parts: [] },
              })),
              flags: found.severity.flags,
            }
          : null,
      next: nextStep(batch, people, assessors, assignments, body.leastAssessors, on),
    }
  })

type NextStep = {
  text: string
  act: 'instruments' | 'assessors' | 'invite' | 'answer' | 'start' | 'close' | 'wait' | null
}

/** What holds the batch now, by name. */
const nextStep = (
  batch: NonNullable<Awaited<ReturnType<typeof findBatch>>>,
  people: readonly Participant[],
  assessors: Awaited<ReturnType<typeof listBatchAssessors>>,
  assignments: Awaited<ReturnType<typeof listAssignments>>,
  least: number,
  on: string,
): NextStep => {
  if (batch.state === 'closed' || batch.state === 'cancelled') return { text: '', act: null }
  const here = people.filter(takesPart)
  if (batch.state === 'running')
    return here.every(p => p.state === 'agreed')
      ? { text: 'Semua hasil sudah disepakati. Gelombang dapat ditutup.', act: 'close' }
      : { text: 'Menunggu penilaian asesor dan sidang integrasi.', act: 'wait' }
  if (batch.matrix.length === 0) return { text: 'Pilih instrumen dan apa yang diukurnya.', act: 'instruments' }
  if (here.length === 0) return { text: 'Belum ada peserta yang diundang.', act: 'invite' }
  if (here.some(p => p.state === 'asks-other-day'))
    return { text: 'Ada peserta yang meminta hari lain. Jawab permintaannya.', act: 'answer' }
  if (!assessors.some(a => a.is_lead)) return { text: 'Tunjuk asesor, salah satunya sebagai ketua.', act: 'assessors' }
  if (here.some(p => assignments.filter(a => a.participant_id === p.id).length < least))
    return { text: 'Bagi setiap peserta kepada sedikitnya dua asesor.', act: 'assessors' }
  return on < batch.starts_on
    ? { text: `Semua siap. Gelombang dapat dimulai pada ${formatDay(batch.starts_on)}.`, act: 'wait' }
    : { text: 'Semua siap. Gelombang dapat dimulai.', act: 'start' }
}

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const here = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: params.batchId })
    if (values._intent === 'start') {
      await run(startBatch, { batchId: params.batchId })
      return redirect(`${here}?pesan=dimulai`)
    }
    if (values._intent === 'close') {
      await run(closeBatch, { batchId: params.batchId })
      return redirect(`${here}?pesan=ditutup`)
    }
    await run(inviteParticipants, { batchId: params.batchId, nips: values.nips ?? '' })
    return redirect(`${here}?pesan=diundang#peserta`)
  })

const shapes: Record<Participant['state'], StateShape> = {
  invited: 'unknown',
  confirmed: 'known',
  'asks-other-day': 'border',
  withdrawn: 'no',
  absent: 'no',
  present: 'border',
  agreed: 'known',
  reported: 'known',
}

export default function BatchPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { batch, people, next, me } = data
  const id = { batchId: batch.id }
  const stages = ['planned', 'running', 'closed'] as const
  const at = stages.indexOf(batch.state as (typeof stages)[number])
  const isPlanned = batch.state === 'planned'
  return (
    <>
      <PageHead
        title={batch.name}
        scope={`${data.use}, ${spanWords(batch.starts_on, batch.ends_on)}, ${batch.place}.`}
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: batch.name }]}
        actions={
          data.mayKeep &&
          isPlanned && (
            <LinkButton href={href('/kompetensi/asesmen/gelombang/:batchId/ubah', id)}>Ubah atau batalkan</LinkButton>
          )
        }
      />
      <StatusLine>{data.told}</StatusLine>
      {answer && (
        <Note tone="risk" title={answer.message} live>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      {batch.state === 'cancelled' ? (
        <Note tone="due" title="Gelombang ini dibatalkan">
          {batch.state_reason}
        </Note>
      ) : (
        <Steps
          label="Tahap gelombang"
          steps={stages.map((s, i) => ({
            title: batchStateWords[s],
            state: i < at || batch.state === 'closed' ? 'done' : i === at ? 'current' : 'later',
            when: s === 'closed' && batch.closed_on ? formatDay(batch.closed_on, 'short') : undefined,
          }))}
        />
      )}
      {data.mayKeep && next.act && (
        <Note
          title={next.text}
          actions={
            next.act === 'start' || next.act === 'close' ? (
              <form method="post">
                <FormKey />
                <Button variant="primary" name="_intent" value={next.act}>
                  {next.act === 'start' ? 'Mulai gelombang' : 'Tutup gelombang dan terbitkan laporan'}
                </Button>
              </form>
            ) : next.act === 'instruments' ? (
              <LinkButton variant="primary" href={href('/kompetensi/asesmen/gelombang/:batchId/instrumen', id)}>
                Pilih instrumen
              </LinkButton>
            ) : next.act === 'assessors' ? (
              <LinkButton variant="primary" href={href('/kompetensi/asesmen/gelombang/:batchId/asesor', id)}>
                Tugaskan asesor
              </LinkButton>
            ) : next.act === 'invite' ? (
              <LinkButton variant="primary" href={href('/kompetensi/asesmen/kalender')}>
                Buka kalender undangan
              </LinkButton>
            ) : undefined
          }
        >
          {next.act === 'close' &&
            'Hasil masuk profil dan peta talenta. Sesudah ditutup, level hanya diubah lewat koreksi beralasan.'}
          {next.act === 'start' && 'Sesudah dimulai, instrumen, standar, dan pembagian peserta tidak berubah lagi.'}
        </Note>
      )}
      {data.mustDeclare && (
        <Note
          tone="due"
          title="Nyatakan dahulu benturan kepentingan Anda"
          actions={
            <LinkButton variant="primary" href={href('/kompetensi/asesmen/gelombang/:batchId/kepentingan', id)}>
              Nyatakan kepentingan
            </LinkButton>
          }
        >
          Tanpa pernyataan, Anda tidak dapat ditugasi menilai peserta.
        </Note>
      )}
      <div className="totals gap-4">
        {(
          [
            ['Peserta', data.figures.takePart],
            ['Minta hari lain', data.figures.asking],
            ['Dinilai semua asesor', data.figures.opened],
            ['Disepakati', data.figures.agreed],
          ] as const
        ).map(([word, figure]) => (
          <div key={word}>
            <span className="small-text quiet">{word}</span>
            <Figure figure={figure} size="middle" unitWord="orang" />
          </div>
        ))}
      </div>
      <Section title="Peserta" id="peserta">
        {people.length === 0 ? (
          <EmptyState title="Belum ada peserta">
            {me
              ? 'Peserta Anda muncul di sini setelah dibagi petugas.'
              : 'Undang dari kalender, atau tuliskan NIP di bawah.'}
          </EmptyState>
        ) : (
          <DataTable
            caption="Peserta gelombang"
            captionHidden
            rows={people}
            rowKey={p => p.id}
            columns={[
              {
                key: 'name',
                header: 'Peserta',
                cell: p => (
                  <>
                    {data.isOffice && p.state === 'reported' ? (
                      <a href={href('/kompetensi/asesmen/laporan/:participantId', { participantId: p.id })}>{p.name}</a>
                    ) : data.isOffice ? (
                      <a href={href('/kompetensi/asesmen/peserta/:participantId', { participantId: p.id })}>{p.name}</a>
                    ) : p.isMine && batch.state === 'running' && !p.opened_at ? (
                      <a href={href('/kompetensi/asesmen/menilai/:participantId', { participantId: p.id })}>{p.name}</a>
                    ) : p.opened_at ? (
                      <a href={href('/kompetensi/asesmen/integrasi/:participantId', { participantId: p.id })}>
                        {p.name}
                      </a>
                    ) : (
                      p.name
                    )}
                    <SubLine>
                      {p.position_name ?? 'jabatan belum dicatat'}, {p.unit_name}
                    </SubLine>
                  </>
                ),
              },
              { key: 'on', header: 'Hari', cell: p => formatDay(p.assessed_on, 'short') },
              ...(data.isOffice
                ? [{ key: 'why', header: 'Sebab', cell: (p: (typeof people)[number]) => whyWords[p.why] }]
                : []),
              {
                key: 'assessors',
                header: 'Asesor',
                wide: true,
                cell: p =>
                  p.assessors.length === 0
                    ? 'belum dibagi'
                    : p.assessors.map(a => (
                        <span key={a.name} className="block">
                          {a.name}: {a.hasSent ? 'sudah mengirim' : 'belum mengirim'}
                          <br />
                        </span>
                      )),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: p => (
                  <StateMark state={shapes[p.state]}>
                    {me && p.isMine && p.state === 'present'
                      ? p.opened_at
                        ? 'Siap integrasi'
                        : p.iHaveSent
                          ? 'Terkirim, menunggu yang lain'
                          : 'Menunggu penilaian Anda'
                      : participantStateWords[p.state]}
                  </StateMark>
                ),
              },
            ]}
          />
        )}
        {data.mayKeep && isPlanned && (
          <form method="post" className="form gap-4">
            <FormKey />
            <ErrorSummary problems={problemsOf(answer?.values._intent === 'invite' ? answer : undefined)} />
            <input type="hidden" name="_intent" value="invite" />
            <Textarea
              name="nips"
              label="Undang menurut NIP"
              hint="Satu atau beberapa NIP, dipisah spasi atau baris baru."
              rows={2}
              value={answer?.values.nips}
              error={answer?.fields.nips ?? null}
            />
            <FormActions>
              <Button>Undang</Button>
              <LinkButton href={href('/kompetensi/asesmen/kalender')}>Pilih dari kalender</LinkButton>
            </FormActions>
          </form>
        )}
      </Section>
      {data.agreement && (
        <Section title="Kesepakatan dan keketatan asesor" id="kesepakatan">
          <p>
            Alfa Krippendorff <Figure figure={data.agreement.alpha} asLink />
            {data.agreement.word ? `, ${data.agreement.word}` : ''}.{' '}
            <span className="small-text quiet">{data.agreement.alpha.limits.join(' ')}</span>
          </p>
          <p className="small-text quiet">
            Di bawah: selisih tiap asesor dari asesor lain untuk orang yang sama. Minus berarti lebih ketat.
          </p>
          <DataTable
            caption="Selisih tiap asesor dari asesor lain untuk orang yang sama"
            captionHidden
            rows={data.agreement.severity}
            rowKey={s => s.assessor}
            columns={[
              { key: 'name', header: 'Asesor', cell: s => s.name },
              {
                key: 'effect',
                header: 'Selisih level',
                number: true,
                cell: s => <Figure figure={s.figure} unit={false} asLink />,
              },
            ]}
          />
          {data.agreement.flags.map(f => (
            <Note key={f} tone="due" title={f} />
          ))}
        </Section>
      )}
      <Section
        title="Asesor"
        end={
          data.mayKeep &&
          batch.state !== 'closed' &&
          batch.state !== 'cancelled' && (
            <a href={href('/kompetensi/asesmen/gelombang/:batchId/asesor', id)}>Tugaskan dan bagi</a>
          )
        }
      >
        {data.assessors.length === 0 ? (
          <p className="quiet">Belum ada asesor yang ditugaskan.</p>
        ) : (
          <DataTable
            caption="Asesor gelombang"
            captionHidden
            rows={data.assessors}
            rowKey={a => a.assessor_id}
            columns={[
              { key: 'name', header: 'Nama', cell: a => a.name },
              { key: 'lead', header: 'Tugas', cell: a => (a.is_lead ? 'Ketua, memimpin sidang integrasi' : 'Asesor') },
              {
                key: 'declared',
                header: 'Pernyataan kepentingan',
                cell: a =>
                  a.declared_on ? (
                    <StateMark state="known">{formatDay(a.declared_on, 'short')}</StateMark>
                  ) : (
                    <StateMark state="unknown">Belum menyatakan</StateMark>
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title="Instrumen dan yang diukur"
        end={
          data.mayKeep &&
          isPlanned && <a href={href('/kompetensi/asesmen/gelombang/:batchId/instrumen', id)}>Ubah instrumen</a>
        }
      >
        {data.instruments.length === 0 ? (
          <p className="quiet">Belum ada instrumen yang dipilih.</p>
        ) : (
          <DataTable
            caption="Instrumen dan yang diukur"
            captionHidden
            rows={data.instruments}
            rowKey={i => i.name}
            columns={[
              { key: 'name', header: 'Instrumen', cell: i => i.name },
              { key: 'measures', header: 'Mengukur', wide: true, cell: i => i.measures.join('; ') },
            ]}
          />
        )}
      </Section>
      <Section title="Tentang gelombang">
        <DefinitionList
          facts={[
            { term: 'Penyelenggara', value: batch.provider },
            { term: 'Kategori metode', value: complexityWords[batch.complexity] },
            { term: 'Kategori JPM', value: purposeWords[batch.purpose] },
            { term: 'Standar', value: batch.standard ?? 'standar jabatan masing-masing peserta' },
            { term: 'Yang dinilai', value: data.kinds.map(k => measureKindWords[k]).join(', ') || 'belum dipilih' },
            {
              term: 'Kursi',
              value: (
                <Recorded kind="competency.batch" id={batch.id}>
                  {batch.seats}
                </Recorded>
              ),
            },
            { term: 'Narahubung', value: batch.contact },
            { term: 'Direncanakan', value: batch.planned_by_name },
            ...(batch.closed_on
              ? [{ term: 'Ditutup', value: `${batch.closed_by_name}, ${formatDay(batch.closed_on)}` }]
              : []),
          ]}
        />
      </Section>
    </>
  )
}
