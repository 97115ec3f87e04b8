import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { versionOn } from '#core/rule-set/rule-set.ts'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { loadRules } from '#platform/rules/load-rules.ts'
import { load } from '#platform/web/page.ts'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { certaintyWords, roomWords } from './rule-words.ts'

export const meta = () => [{ title: 'Aturan · Anyam' }]

type OwnRule = {
  id: string
  author_name: string | null
  approver_name: string | null
  subject: string
  code: string
  version: string
  legal_basis: string
  valid_from: string
  valid_until: string | null
}

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, on, visit }) => {
    const shipped = [...loadRules().entries()].flatMap(([subject, sets]) =>
      sets.map(set => {
        const holding = versionOn(set, on)
        const version =
          set.versions.find(v => v.version === holding?.reference.version) ?? set.versions[set.versions.length - 1]
        return {
          subject,
          code: set.code,
          title: set.title,
          version: version.version,
          holds: holding !== null,
          validFrom: version.validFrom,
          legalBasis: version.legalBasis,
          lastConfirmed: version.lastConfirmed,
          certainty: version.certainty,
          versions: set.versions.length,
        }
      }),
    )
    const own = await db.rows<OwnRule>(
      sql`select id, subject, code, version, legal_basis, valid_from, valid_until, author_name, approver_name from platform.rule_sets order by subject, code, valid_from desc`,
    )
    return { shipped, own, mayReadPolicies: visit.mayOpen('/talenta/aturan') }
  })

export default function RulesPage() {
  const { shipped, own, mayReadPolicies } = useLoaderData<typeof loader>()
  const rooms = [...new Set(shipped.map(rule => rule.subject.split('/')[0]))]
  return (
    <>
      <PageHead
        title={`${shipped.length} perangkat aturan, masing-masing dengan dasar hukum dan tanggalnya`}
        scope="Setiap angka menyebut aturan dan versi yang dipakainya. Hasil lama tidak berubah ketika aturan baru berlaku."
      />
      {own.length > 0 && (
        <Section title="Aturan instansi Anda" note="mendahului aturan bawaan dengan kode yang sama">
          <DataTable
            caption="Aturan instansi"
            captionHidden
            rows={own}
            rowKey={row => `${row.subject} ${row.code} ${row.version}`}
            columns={[
              {
                key: 'code',
                header: 'Aturan',
                cell: row => (
                  <>
                    {row.subject === 'talent/score' && mayReadPolicies ? (
                      <a href={href('/talenta/aturan/:versionId', { versionId: row.id })}>{row.code}</a>
                    ) : (
                      row.code
                    )}
                    <SubLine>{row.subject}</SubLine>
                  </>
                ),
              },
              { key: 'version', header: 'Versi', cell: row => row.version },
              {
                key: 'from',
                header: 'Berlaku',
                cell: row =>
                  `${formatDay(row.valid_from, 'short')}${row.valid_until ? ` sampai ${formatDay(row.valid_until, 'short')}` : ''}`,
              },
              { key: 'basis', header: 'Dasar', cell: row => row.legal_basis, wide: true },
              { key: 'author', header: 'Penyusun', cell: row => row.author_name ?? 'tidak tercatat' },
              { key: 'approver', header: 'Penyetuju', cell: row => row.approver_name ?? 'tidak tercatat' },
            ]}
          />
        </Section>
      )}
      {rooms.map(room => (
        <Section key={room} title={roomWords[room] ?? room}>
          <DataTable
            caption={`Aturan ${roomWords[room] ?? room}`}
            captionHidden
            rows={shipped.filter(rule => rule.subject.startsWith(`${room}/`))}
            rowKey={row => `${row.subject} ${row.code}`}
            columns={[
              {
                key: 'title',
                header: 'Aturan',
                cell: row => (
                  <>
                    <a
                      href={`${href('/pengaturan/aturan/:room/:subject', { room, subject: row.subject.split('/')[1] })}?kode=${encodeURIComponent(row.code)}`}
                    >
                      {row.title}
                    </a>
                    <SubLine>
                      {row.code}, versi {row.version}
                    </SubLine>
                  </>
                ),
              },
              { key: 'from', header: 'Berlaku sejak', cell: row => formatDay(row.validFrom, 'short') },
              { key: 'basis', header: 'Dasar hukum', cell: row => row.legalBasis, wide: true },
              {
                key: 'sure',
                header: 'Kepastian',
                cell: row => (
                  <Chip tone={row.certainty === 'ours' ? 'unknown' : 'plain'}>{certaintyWords[row.certainty]}</Chip>
                ),
              },
              { key: 'confirmed', header: 'Diperiksa', cell: row => formatDay(row.lastConfirmed, 'short') },
            ]}
          />
        </Section>
      ))}
    </>
  )
}
