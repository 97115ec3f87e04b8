import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { unitCommitteeOf } from '../committee/committee-scope.store.ts'
import { errors } from '../errors.ts'
import { changeReferee } from './ask-reference.ts'
import { decideNomination } from './decide-nomination.ts'
import { waitsFor } from './nomination.model.ts'
import { findNomination, listReferences, nominationRulesOn } from './nomination.store.ts'
import { nominationStateWords, purposeWords, referenceStateWords, verdictWords, waitWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Usulan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, look, visit }) => {
    const n = await findNomination(db, params.nominationId)
    if (!n || n.employee_id === actor.employeeId) throw errors.nomination.notFound()
    look({ action: 'usulan', employeeId: n.employee_id })
    const { body } = await nominationRulesOn(db, n.nominated_on)
    const { criteria, secondReference } = body.purposes[n.purpose]
    const references = await listReferences(db, n.id)
    const given = references.find(r => r.state === 'given') ?? null
    const codes = [...criteria, ...n.reasons.filter(r => !criteria.some(c => c.code === r.code))]
    return {
      n,
      references,
      given,
      rows: codes.map(c => ({
        code: c.code,
        label: c.label,
        basis: 'basis' in c ? c.basis : null,
        nominator: n.reasons.find(r => r.code === c.code)?.text ?? null,
        referee: given?.reasons.find(r => r.code === c.code)?.text ?? null,
      })),
      committee: (await unitCommitteeOf(db, n.employee_id))?.name ?? null,
      secondReference,
      wait: n.state === 'submitted' ? waitsFor(secondReference, n.reference_state) : null,
      mayDecide: actor.role !== 'auditor' && n.nominated_by !== actor.employeeId,
      isHr: actor.role === 'hr_officer',
      personHref: visit.mayOpen(`/pegawai/${n.employee_id}`) ? `/pegawai/${n.employee_id}` : null,
      profileHref: visit.mayOpen(`/kompetensi/kesenjangan/${n.employee_id}`)
        ? `/kompetensi/kesenjangan/${n.employee_id}`
        : null,
      programmeHref:
        n.programme_id && visit.mayOpen(`/diklat/program/${n.programme_id}`)
          ? `/diklat/program/${n.programme_id}`
          : null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const nominationId = params.nominationId
    if (values.act === 'referee')
      await run(changeReferee, { nominationId, refereeNip: values.refereeNip, reason: values.reason })
    else await run(decideNomination, { nominationId, decision: values.decision, reason: values.reason })
    return redirect(href('/talenta/usulan/:nominationId', { nominationId }))
  })

export default function DecideNominationPage() {
  const data = useLoaderData<typeof loader>()
  const { n, rows, references, given, secondReference, wait, mayDecide, isHr } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isReferee = answer?.values.act === 'referee'
  const old = references.filter(r => r.state === 'declined' || r.state === 'withdrawn')
  const asked = references.find(r => r.state === 'asked')
  return (
    <>
      <PageHead
        title={`${n.name}: ${purposeWords[n.purpose].toLowerCase()}`}
        scope={`Diusulkan ${n.nominator} pada ${formatDay(n.nominated_on)}. Tiap tujuan diputus sendiri dengan alasan tertulis.`}
        crumbs={[
          { label: 'Talenta', href: href('/talenta') },
          { label: 'Usulan', href: href('/talenta/usulan') },
          { label: n.name },
        ]}
      />
      <ErrorSummary problems={problemsOf(answer)} />
      <TwoColumn
        side={
          <>
            <Section title="Orangnya">
              <DefinitionList
                facts={[
                  { term: 'Jabatan', value: [n.position_name, n.unit_short_name].filter(Boolean).join(', ') },
                  { term: 'Yang memutus', value: data.committee ?? 'Komite tingkat instansi' },
                  { term: 'Keadaan', value: wait ? waitWords[wait] : nominationStateWords[n.state] },
                ]}
              />
              <ul className="side-links">
                {data.personHref && (
                  <li>
                    <a href={data.personHref}>Halaman pegawai</a>
                  </li>
                )}
                {data.profileHref && (
                  <li>
                    <a href={data.profileHref}>Kesenjangan kompetensi</a>
                  </li>
                )}
                {data.programmeHref && (
                  <li>
                    <a href={data.programmeHref}>Programnya</a>
                  </li>
                )}
              </ul>
            </Section>
            {secondReference && (
              <Section title="Rekomendasi kedua">
                {given ? (
                  <DefinitionList
                    facts={[
                      { term: 'Oleh', value: given.name ?? n.reference_by_name },
                      { term: 'Mengenal dari', value: given.known_how },
                      { term: 'Pendapat', value: given.verdict ? verdictWords[given.verdict] : '' },
                    ]}
                  />
                ) : (
                  <p className="small-text">
                    {asked
                      ? `${asked.name} diminta menulis sampai ${formatDay(asked.due_on)}.`
                      : 'Belum ada yang diminta.'}
                  </p>
                )}
                {old.map(r => (
                  <p key={r.id} className="small-text quiet">
                    {r.name}: {referenceStateWords[r.state].toLowerCase()}
                    {r.decline_reason ? `. ${r.decline_reason}` : ''}
                  </p>
                ))}
                {isHr && wait && (
                  <details className="disclosure" open={isReferee}>
                    <summary>Minta pejabat lain</summary>
                    <form method="post" className="form">
                      <FormKey />
                      <TextInput
                        name="refereeNip"
                        label="NIP pejabat lain"
                        inputMode="numeric"
                        value={isReferee ? answer?.values.refereeNip : undefined}
                        error={isReferee ? answer?.fields.refereeNip : null}
                      />
                      <Textarea
                        name="reason"
                        id="alasan-ganti"
                        label="Mengapa diganti"
                        rows={2}
                        value={isReferee ? answer?.values.reason : undefined}
                        error={isReferee ? answer?.fields.reason : null}
                      />
                      <FormActions>
                        <Button name="act" value="referee">
                          Minta rekomendasi
                        </Button>
                      </FormActions>
                    </form>
                  </details>
                )}
              </Section>
            )}
          </>
        }
      >
        <Section title="Alasan menurut kriteria">
          {n.reasons.length === 0 ? (
            <p>{n.rationale}</p>
          ) : (
            <DataTable
              caption="Alasan menurut kriteria"
              captionHidden
              rows={rows}
              rowKey={r => r.code}
              columns={[
                {
                  key: 'label',
                  header: 'Kriteria',
                  cell: r => (
                    <>
                      {r.label}
                      {r.basis && <SubLine>{r.basis}</SubLine>}
                    </>
                  ),
                },
                { key: 'by', header: n.nominator, wide: true, cell: r => r.nominator ?? 'tidak ditulis' },
                ...(given
                  ? [
                      {
                        key: 'second',
                        header: `Kedua: ${given.name ?? ''}`,
                        wide: true,
                        cell: (r: (typeof rows)[number]) => r.referee ?? 'tidak ditulis',
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Section>
        <div className="gap-5">
          {n.earlier.map(e => (
            <Note key={e.on + e.by} title={`Dibuka lagi karena sanggahan: ${e.why}`}>
              Sebelumnya {nominationStateWords[e.decision].toLowerCase()} pada {formatDay(e.on)} oleh {e.by}. {e.reason}
            </Note>
          ))}
          {n.state !== 'submitted' ? (
            <Note
              title={`${nominationStateWords[n.state]}${n.decided_on ? ` pada ${formatDay(n.decided_on)} oleh ${n.decided_by_name ?? 'pemutus'}` : ''}`}
            >
              {n.decision_reason}
            </Note>
          ) : wait ? (
            <Note tone="due" title={waitWords[wait]}>
              Kenaikan jabatan baru diputus sesudah pejabat kedua menulis alasannya sendiri.
            </Note>
          ) : mayDecide ? (
            <Section title="Putuskan">
              <form method="post" className="form">
                <FormKey />
                <RadioList
                  name="decision"
                  label="Keputusan"
                  across
                  choices={[
                    { value: 'accepted', label: 'Diterima' },
                    { value: 'declined', label: 'Belum diterima' },
                  ]}
                  value={answer?.values.decision}
                  error={answer?.fields.decision}
                />
                <Textarea
                  name="reason"
                  label="Alasan"
                  hint="Dibaca oleh orang yang diusulkan. Sebutkan kriteria yang menentukan."
                  value={isReferee ? undefined : answer?.values.reason}
                  error={isReferee ? null : answer?.fields.reason}
                />
                <FormActions>
                  <Button variant="primary" name="act" value="decide">
                    Simpan keputusan
                  </Button>
                  <LinkButton href={href('/talenta/usulan')}>Batal</LinkButton>
                </FormActions>
              </form>
            </Section>
          ) : (
            <Note title="Menunggu keputusan orang lain">Pengusul tidak memutus usulannya sendiri.</Note>
          )}
        </div>
        {(n.state === 'submitted' || n.state === 'accepted') && isHr && n.purpose !== 'programme' && (
          <p className="gap-3">
            <LinkButton href={`${href('/talenta/wawancara/baru')}?usulan=${n.id}`}>Jadwalkan wawancara</LinkButton>
          </p>
        )}
      </TwoColumn>
    </>
  )
}
