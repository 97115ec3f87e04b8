import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listBenches, listBenchPeople } from '../bench/bench.store.ts'
import { horizonWords } from '../bench/bench-words.ts'
import { errors } from '../errors.ts'
import { findDossier } from './dossier.store.ts'
import { prepareDossier } from './prepare-dossier.ts'

export const meta = () => [{ title: 'Siapkan berkas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const dossierId = query.get('berkas')
    const dossier = dossierId ? await findDossier(db, dossierId) : null
    if (dossierId && !dossier) throw errors.dossier.notFound()
    const positionId = dossier?.position_id ?? query.get('jabatan')
    const benches = await listBenches(db)
    const people = positionId
      ? (await listBenchPeople(db, positionId)).map(({ employee_id, name, horizon, holds_name }) => ({
          id: employee_id,
          name,
          horizon,
          post: holds_name,
        }))
      : []
    return {
      dossier: dossier && {
        id: dossier.id,
        number: dossier.number,
        recommendation: dossier.recommendation,
        considerations: dossier.considerations,
        dissent: dossier.dissent,
        explanation: dossier.explanation_for_person,
        returned: dossier.returned_reason,
        employeeId: dossier.employee_id,
      },
      positionId,
      positionName: benches.find(b => b.position_id === positionId)?.name ?? null,
      benches: benches.map(b => ({ id: b.position_id, name: b.name, unit: b.unit_name })),
      people,
      employeeId: dossier?.employee_id ?? query.get('orang'),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(prepareDossier, {
      dossierId: values.dossierId ?? null,
      positionId: values.positionId,
      employeeId: values.employeeId,
      recommendation: values.recommendation,
      considerations: values.considerations,
      dissent: values.dissent ?? null,
      explanation: values.explanation ?? null,
    })
    return redirect(href('/keputusan/:dossierId', { dossierId: id }))
  })

export default function PrepareDossierPage() {
  const { dossier, positionId, positionName, benches, people, employeeId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Berkas', href: href('/keputusan') }, { label: dossier?.number ?? 'Berkas baru' }]
  if (benches.length === 0)
    return (
      <>
        <PageHead title="Siapkan berkas keputusan" crumbs={crumbs} />
        <EmptyState
          title="Bangku suksesi belum disusun"
          action={
            <LinkButton variant="primary" href={href('/suksesi')}>
              Buka bangku suksesi
            </LinkButton>
          }
        >
          Berkas disusun dari bangku: syarat dan kesiapan calon harus dinilai dahulu.
        </EmptyState>
      </>
    )
  if (!positionId)
    return (
      <>
        <PageHead title="Untuk jabatan mana?" scope="Langkah pertama: pilih jabatan kunci." crumbs={crumbs} />
        <form method="get" className="form">
          <Select
            name="jabatan"
            label="Jabatan kunci"
            options={benches.map(b => ({ value: b.id, label: b.unit ? `${b.name} (${b.unit})` : b.name }))}
          />
          <FormActions>
            <Button variant="primary">Lanjut</Button>
          </FormActions>
        </form>
      </>
    )
  return (
    <>
      <PageHead
        title={dossier ? `Ubah berkas ${dossier.number}` : `Siapkan berkas untuk ${positionName ?? 'jabatan ini'}`}
        scope="Bukti dikumpulkan sendiri dari catatan. Anda menuliskan usulan dan pertimbangannya."
        crumbs={crumbs}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {dossier?.returned && (
        <Note tone="due" title="Dikembalikan oleh pimpinan">
          {dossier.returned}
        </Note>
      )}
      {people.length === 0 ? (
        <EmptyState
          title="Bangku jabatan ini kosong"
          action={<LinkButton href={href('/suksesi/:positionId', { positionId })}>Buka bangku</LinkButton>}
        >
          Tambahkan calon dengan alasan, lalu siapkan berkasnya.
        </EmptyState>
      ) : (
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="positionId" value={positionId} />
          {dossier && <input type="hidden" name="dossierId" value={dossier.id} />}
          {dossier ? (
            <input type="hidden" name="employeeId" value={dossier.employeeId} />
          ) : (
            <Select
              name="employeeId"
              label="Calon yang diusulkan"
              options={people.map(p => ({
                value: p.id,
                label: `${p.name}, ${horizonWords[p.horizon].toLowerCase()}${p.post ? ` (${p.post})` : ''}`,
              }))}
              value={answer?.values.employeeId ?? employeeId}
              error={answer?.fields.employeeId}
            />
          )}
          <TextInput
            name="recommendation"
            label="Usulan"
            hint="Satu kalimat, misalnya: ditempatkan mulai 1 Januari 2027."
            value={answer?.values.recommendation ?? dossier?.recommendation}
            error={answer?.fields.recommendation}
          />
          <Textarea
            name="considerations"
            label="Pertimbangan"
            hint="Mengapa orang ini, dan mengapa bukan calon lain. Jangan sebut nama calon lain."
            value={answer?.values.considerations ?? dossier?.considerations}
            error={answer?.fields.considerations}
          />
          <Textarea
            name="dissent"
            label="Pendapat berbeda"
            optional
            rows={3}
            value={answer?.values.dissent ?? dossier?.dissent}
            error={answer?.fields.dissent}
          />
          <Textarea
            name="explanation"
            label="Penjelasan untuk yang bersangkutan"
            hint="Dibaca orang itu setelah diputus. Bila kosong, disusun dari syarat dan kesiapannya."
            optional
            value={answer?.values.explanation ?? dossier?.explanation}
            error={answer?.fields.explanation}
          />
          <FormActions note="Berkas belum dikirim; Anda dapat memeriksanya dahulu.">
            <Button variant="primary">{dossier ? 'Simpan perubahan' : 'Susun berkas'}</Button>
            <LinkButton href={href('/keputusan')}>Batal</LinkButton>
          </FormActions>
        </form>
      )}
    </>
  )
}
