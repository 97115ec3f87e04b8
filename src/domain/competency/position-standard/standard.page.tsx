import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { LevelCells } from '#ui/kit/levels.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { kindWords } from '../dictionary/dictionary.page.tsx'
import { findStandard, listRequirements } from './position-standard.store.ts'

export const meta = () => [{ title: 'Standar jabatan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const standard = await findStandard(db, params.standardId)
    if (!standard) throw notFound('Standar jabatan')
    return { standard, requirements: await listRequirements(db, standard.id) }
  })

export default function StandardPage() {
  const { standard: s, requirements } = useLoaderData<typeof loader>()
  const must = requirements.filter(r => r.importance === 'mutlak').length
  return (
    <>
      <PageHead
        title={`${s.position_name}: ${requirements.length} kompetensi disyaratkan`}
        scope={`Berlaku sejak ${formatDay(s.valid_from)}${must > 0 ? `; ${must} di antaranya mutlak` : ''}.`}
        crumbs={[
          { label: 'Kompetensi' },
          { label: 'Standar jabatan', href: href('/kompetensi/standar') },
          { label: s.position_name },
        ]}
      />
      <TwoColumn
        side={
          <Section title="Persyaratan lain">
            <DefinitionList
              facts={[
                { term: 'Jenjang', value: s.tier ?? 'belum dicatat' },
                { term: 'Urusan', value: s.family ?? 'belum dicatat' },
                { term: 'Pendidikan', value: s.education_minimum ?? 'belum dicatat' },
                { term: 'Pangkat', value: s.rank_minimum ?? 'belum dicatat' },
                { term: 'Pelatihan', value: s.training_required ?? 'belum dicatat' },
                { term: 'Pengalaman', value: s.experience_required ?? 'belum dicatat' },
                { term: 'Dasar penetapan', value: s.approval_basis ?? 'belum dicatat' },
              ]}
            />
          </Section>
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
              { key: 'importance', header: 'Tingkat penting', cell: r => r.importance },
            ]}
          />
        </Section>
      </TwoColumn>
    </>
  )
}
