import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { Checkbox } from '#ui/kit/choices.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { DiffList } from '#ui/kit/diff-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { LevelCells } from '#ui/kit/levels.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { kindWords } from '../dictionary/dictionary-words.ts'
import { findVersion, listRequirements, listRequirementsOf, listSet, listVersions } from './position-standard.store.ts'
import { type AskedDifference, askedDifferences, lastDays, standings } from './standard-version.model.ts'
import { importanceHints, importanceWords, keptWords, standingWords, toldOfStandards } from './standard-words.ts'
import { keptBecause, takeBackStandard } from './take-back-standard.ts'

export const meta = () => [{ title: 'Standar jabatan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, visit, on }) => {
    const standard = await findVersion(db, params.standardId)
    if (!standard) throw notFound('Standar jabatan')
    const versions = await listVersions(db, standard.position_name)
    const asked = await listRequirementsOf(
      db,
      versions.map(v => v.id),
    )
    const standing = standings(versions, on)
    const last = lastDays(versions)
    const alive = versions.filter(v => v.withdrawn_on === null)
    /** The version that a version replaced, or would have. */
    const before = (v: (typeof versions)[number]) => alive.find(o => o.id !== v.id && o.valid_from < v.valid_from)
    const source = standard.copied_from ? await findVersion(db, standard.copied_from) : null
    const mayWrite = visit.mayOpen(href('/kompetensi/standar/baru'))
    const why = keptBecause(standard, versions, on)
    return {
      standard,
      requirements: await listRequirements(db, standard.id),
      standing: standing.get(standard.id) ?? 'holding',
      until: last.get(standard.id) ?? null,
      holding: versions.find(v => standing.get(v.id) === 'holding')?.id ?? null,
      source: source && { id: source.id, name: source.position_name },
      told: toldOfStandards[query.get('pesan') ?? ''] ?? null,
      mayWrite,
      kept: mayWrite ? why : null,
      mayTakeBack: mayWrite && why === null,
      inSet: standard.set_id ? (await listSet(db, standard.set_id)).filter(v => v.withdrawn_on === null).length : 0,
      versions: versions.map(v => {
        const old = before(v)
        return {
          id: v.id,
          from: v.valid_from,
          until: last.get(v.id) ?? null,
          standing: standing.get(v.id) ?? 'holding',
          madeBy: v.made_by_name,
          madeOn: v.made_on,
          reason: v.reason,
          basis: v.approval_basis,
          withdrawn: v.withdrawn_on && { on: v.withdrawn_on, by: v.withdrawn_by_name, reason: v.withdrawn_reason },
          differences: old ? askedDifferences(asked.get(old.id) ?? [], asked.get(v.id) ?? []) : null,
        }
      }),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(takeBackStandard, {
      standardId: params.standardId,
      wholeSet: values.wholeSet === 'ya',
      reason: values.reason,
    })
    return redirect(
      `${href('/kompetensi/standar/:standardId', { standardId: String(params.standardId) })}?pesan=ditarik`,
    )
  })

const asked = (q: AskedDifference['before']) => (q ? `level ${q.level}, ${importanceWords[q.importance]}` : undefined)

const Differences = ({ differences }: { differences: AskedDifference[] }) => (
  <DiffList
    differences={differences.map(d => ({
      what: d.before === null ? 'Ditambah' : d.after === null ? 'Dihapus' : 'Diubah',
      about: d.name,
      before: asked(d.before),
      after: asked(d.after),
    }))}
  />
)

export default function StandardPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { standard: s, requirements, standing, mayWrite } = data
  const must = requirements.filter(r => r.importance === 'mutlak').length
  return (
    <>
      <PageHead
        title={`${s.position_name}: ${requirements.length} kompetensi disyaratkan`}
        scope={`${
          standing === 'coming'
            ? 'Akan berlaku mulai'
            : standing === 'withdrawn'
              ? 'Ditarik; semula mulai'
              : 'Berlaku sejak'
        } ${formatDay(s.valid_from)}${data.until ? ` sampai ${formatDay(data.until)}` : ''}${must > 0 ? `; ${must} di antaranya mutlak` : ''}.`}
        crumbs={[
          { label: 'Kompetensi' },
          { label: 'Standar jabatan', href: href('/kompetensi/standar') },
          { label: s.position_name },
        ]}
        actions={
          mayWrite && (
            <>
              <LinkButton
                href={`${href('/kompetensi/standar/sekaligus')}?${new URLSearchParams({ dari: s.id, ...(s.family ? { urusan: s.family } : {}), ...(s.tier ? { jenjang: s.tier } : {}) })}`}
              >
                Pakai untuk jabatan lain
              </LinkButton>
              {standing !== 'withdrawn' && (
                <LinkButton
                  variant="primary"
                  href={href('/kompetensi/standar/:standardId/versi-baru', { standardId: s.id })}
                >
                  Buat versi baru
                </LinkButton>
              )}
            </>
          )
        }
      />
      <StatusLine>{data.told}</StatusLine>
      {answer && <Note tone="risk" title={answer.message} live />}
      {standing !== 'holding' && (
        <Note tone="limits" title={`Versi ini ${standingWords[standing]}`}>
          {s.withdrawn_reason && <p>{s.withdrawn_reason}</p>}
          {standing === 'coming' && <p>Sampai hari itu kesenjangan dihitung tanpa versi ini.</p>}
          {data.holding && data.holding !== s.id && (
            <a href={href('/kompetensi/standar/:standardId', { standardId: data.holding })}>Buka versi yang berlaku</a>
          )}
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Persyaratan lain">
              <DefinitionList
                facts={[
                  { term: 'Jenjang', value: s.tier ?? 'belum dicatat' },
                  { term: 'Urusan', value: s.family ?? 'belum dicatat' },
                  { term: 'Pendidikan', value: s.education_minimum ?? 'belum dicatat' },
                  { term: 'Pangkat', value: s.rank_minimum ?? 'belum dicatat' },
                  { term: 'Pelatihan dan sertifikat', value: s.training_required ?? 'belum dicatat' },
                  { term: 'Pengalaman', value: s.experience_required ?? 'belum dicatat' },
                  { term: 'Dasar penetapan', value: s.approval_basis ?? 'belum dicatat' },
                  ...(data.source
                    ? [
                        {
                          term: 'Disalin dari',
                          value: (
                            <a href={href('/kompetensi/standar/:standardId', { standardId: data.source.id })}>
                              {data.source.name}
                            </a>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
            {data.mayTakeBack && (
              <Section title="Tarik versi ini">
                <p className="small-text quiet">
                  Masih dapat ditarik: hari pertamanya belum lewat dan belum ada yang bertumpu padanya.
                </p>
                <details className="disclosure" open={answer !== undefined}>
                  <summary>Tarik dengan alasan</summary>
                  <form method="post" className="form">
                    <FormKey />
                    {data.inSet > 1 && (
                      <Checkbox
                        name="wholeSet"
                        label="Tarik juga versi lain dari penetapan yang sama"
                        checked={answer?.values.wholeSet === 'ya'}
                      />
                    )}
                    <Textarea
                      name="reason"
                      label="Alasan"
                      rows={2}
                      value={answer?.values.reason}
                      error={answer?.fields.reason}
                    />
                    <FormActions>
                      <Button variant="danger">Tarik versi ini</Button>
                    </FormActions>
                  </form>
                </details>
              </Section>
            )}
            {data.kept && data.kept !== 'withdrawn' && (
              <p className="small-text quiet">Tidak dapat ditarik: {keptWords[data.kept]}</p>
            )}
          </>
        }
      >
        <Section title="Kompetensi dan level">
          <DataTable
            caption={`Kompetensi yang disyaratkan ${s.position_name}`}
            captionHidden
            phone="dense"
            rows={requirements}
            rowKey={r => r.competency_id}
            groups={(r, i) => (i === 0 || requirements[i - 1].kind !== r.kind ? kindWords[r.kind] : null)}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: r => (
                  <a href={href('/kompetensi/kamus/:competencyId', { competencyId: r.competency_id })}>{r.name}</a>
                ),
              },
              {
                key: 'cells',
                header: 'Level',
                phoneLabel: '',
                cell: r => <LevelCells required={null} held={r.level} />,
              },
              { key: 'level', header: 'Angka', number: true, cell: r => r.level },
              { key: 'importance', header: 'Tingkat penting', cell: r => importanceWords[r.importance] },
            ]}
          />
          <p className="tiny faint gap-2">
            {Object.entries(importanceHints)
              .map(([key, hint]) => `${importanceWords[key as keyof typeof importanceWords]}: ${hint}`)
              .join('. ')}
            .
          </p>
        </Section>
        <Section title="Riwayat versi">
          {data.versions.map(v => (
            <article key={v.id} className="gap-3">
              <p>
                {v.id === s.id ? (
                  <b>Versi {formatDay(v.from)}</b>
                ) : (
                  <a href={href('/kompetensi/standar/:standardId', { standardId: v.id })}>Versi {formatDay(v.from)}</a>
                )}{' '}
                <Chip tone={v.standing === 'holding' ? 'known' : v.standing === 'coming' ? 'unknown' : 'plain'}>
                  {standingWords[v.standing]}
                </Chip>
                {v.until && <span className="small-text quiet"> sampai {formatDay(v.until)}</span>}
              </p>
              <p className="small-text quiet">
                {v.madeOn ? `${v.madeBy}, ${formatDay(v.madeOn)}. ${v.reason}` : 'Dari impor.'} Dasar:{' '}
                {v.basis ?? 'belum dicatat'}.
              </p>
              {v.withdrawn && (
                <p className="small-text">
                  Ditarik {formatDay(v.withdrawn.on)} oleh {v.withdrawn.by}: {v.withdrawn.reason}
                </p>
              )}
              {v.differences && v.differences.length > 0 && <Differences differences={v.differences} />}
              {v.differences?.length === 0 && (
                <p className="small-text quiet">Kompetensi dan levelnya sama dengan versi sebelumnya.</p>
              )}
            </article>
          ))}
        </Section>
      </TwoColumn>
    </>
  )
}
