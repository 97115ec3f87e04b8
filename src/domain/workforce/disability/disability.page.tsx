import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { declareDisability } from './declare-disability.ts'
import { findStatement } from './disability.store.ts'

export const meta = () => [{ title: 'Pernyataan disabilitas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query }) => ({
    held: actor.employeeId ? await findStatement(db, actor.employeeId) : null,
    isKept: query.get('pesan') === 'tersimpan',
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(declareDisability, { answer: values.answer })
    return redirect(`${href('/hak-saya/disabilitas')}?pesan=tersimpan`)
  })

export default function DisabilityPage() {
  const { held, isKept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isKnown = held !== null && held.isDisabled !== null
  return (
    <>
      <PageHead
        title={
          !isKnown
            ? 'Disabilitas Anda tidak tercatat'
            : held.isDisabled
              ? 'Tercatat: penyandang disabilitas'
              : 'Tercatat: tanpa disabilitas'
        }
        scope={
          !isKnown
            ? held
              ? `Pernyataan ditarik ${formatDay(held.statedOn)}. Isinya sudah dihapus.`
              : 'Mengisi halaman ini tidak wajib dan tidak mengubah nilai Anda.'
            : `${held.source === 'self' ? 'Dinyatakan sendiri' : 'Dibawa daftar pegawai instansi'}, ${formatDay(held.statedOn)}.`
        }
        crumbs={[{ label: 'Hak saya atas data', href: href('/hak-saya') }, { label: 'Pernyataan disabilitas' }]}
      />
      {isKept && (
        <Note live title="Pernyataan tersimpan">
          Anda dapat mengubah atau menariknya kapan saja.
        </Note>
      )}
      <Section title="Untuk apa, dan siapa yang membaca">
        <ul className="lines small-text">
          <li>Dipakai hanya untuk menghitung laporan keadilan, bersama orang lain dan tanpa nama.</li>
          <li>Kelompok yang kecil ditutup, sehingga tidak menunjuk seorang pun.</li>
          <li>Atasan, pengelola, komite, dan auditor tidak dapat membukanya.</li>
          <li>Tidak pernah menjadi bahan nilai, kotak, atau suksesi. Sebuah pengujian menjaganya.</li>
          <li>Dasar: UU 8/2016 tentang Penyandang Disabilitas dan UU 27/2022.</li>
        </ul>
      </Section>
      <form method="post" className="form gap-5">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <RadioList
          name="answer"
          label="Pernyataan Anda (tidak wajib)"
          choices={[
            { value: 'yes', label: 'Saya penyandang disabilitas' },
            { value: 'no', label: 'Saya bukan penyandang disabilitas' },
            ...(isKnown
              ? [
                  {
                    value: 'withdraw',
                    label: 'Tarik pernyataan',
                    hint: 'Isinya dihapus; daftar pegawai tidak mengisinya lagi.',
                  },
                ]
              : []),
          ]}
          value={answer?.values.answer}
          error={answer?.fields.answer}
        />
        <FormActions>
          <Button variant="primary">Simpan pernyataan</Button>
          <LinkButton href={href('/hak-saya')}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
