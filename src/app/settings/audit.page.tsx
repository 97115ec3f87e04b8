import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatTime } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'
import { verifyChain } from '#platform/audit/audit.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { roleWords } from '../shell/role-words.ts'
import { actionWord } from './action-words.ts'
import { countAudit, listActions, listAudit } from './audit.store.ts'

export const meta = () => [{ title: 'Jejak audit · Anyam' }]

const page = 50

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, query, visit }) => {
    const filter = {
      kind: query.get('jenis') || undefined,
      action: query.get('tindakan') || undefined,
      person: query.get('orang') || undefined,
      before: Number(query.get('sebelum')) || undefined,
      limit: page + 1,
    }
    const rows = await listAudit(db, filter)
    const wantsCheck = query.get('periksa') === 'ya'
    return {
      rows: rows.slice(0, page),
      hasMore: rows.length > page,
      total: await countAudit(db),
      actions: await listActions(db),
      filter: { kind: filter.kind ?? '', action: filter.action ?? '', person: filter.person ?? '' },
      chain: wantsCheck ? await verifyChain(db) : null,
      zone: visit.agency?.timeZone ?? 'Asia/Jakarta',
    }
  })

export default function AuditPage() {
  const { rows, hasMore, total, actions, filter, chain, zone } = useLoaderData<typeof loader>()
  const chosen = Object.values(filter).filter(Boolean).length
  const keep = new URLSearchParams(
    Object.entries({ jenis: filter.kind, tindakan: filter.action, orang: filter.person }).filter(([, v]) => v),
  )
  const last = rows[rows.length - 1]
  const when = (at: string) => {
    const moment = new Date(at)
    return `${formatDay(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment), 'short')}, ${formatTime(moment, zone)}`
  }
  return (
    <>
      <PageHead
        title={`${formatNumber(total)} tindakan dan pembukaan data tercatat`}
        scope="Setiap catatan diikat dengan yang sebelumnya. Catatan yang diubah atau dihapus memutus rantai dan terlihat di sini."
        actions={
          <form method="get">
            <button className="button" type="submit" name="periksa" value="ya">
              Periksa rantai
            </button>
          </form>
        }
      />
      {chain && (
        <div className="gap-3">
          {chain.brokenAt === null ? (
            <Note title="Rantai utuh" live>
              {formatNumber(chain.entries)} catatan diperiksa satu per satu; sidik jari setiap catatan cocok.
            </Note>
          ) : (
            <Note tone="risk" title={`Rantai putus pada catatan ${chain.brokenAt}`} live>
              Catatan itu atau yang sebelumnya telah diubah di luar sistem. Laporkan kepada Inspektorat dan simpan
              cadangan.
            </Note>
          )}
        </div>
      )}
      <div className="gap-4">
        <FilterBar
          search={{ name: 'orang', label: 'Nama pelaku atau pemilik data', value: filter.person }}
          filters={[
            {
              name: 'jenis',
              label: 'Jenis',
              chosen: filter.kind ? [filter.kind] : [],
              options: [
                { value: 'act', label: 'Tindakan' },
                { value: 'look', label: 'Pembukaan data' },
              ],
            },
            {
              name: 'tindakan',
              label: 'Tindakan',
              chosen: filter.action ? [filter.action] : [],
              options: actions.map(action => ({ value: action, label: actionWord(action) })),
            },
          ]}
          clearHref={chosen > 0 ? '/pengaturan/jejak-audit' : undefined}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyFiltered what="catatan" count={chosen} clearHref="/pengaturan/jejak-audit" />
      ) : (
        <>
          <DataTable
            caption="Catatan terbaru lebih dahulu"
            captionHidden
            rows={rows}
            rowKey={row => String(row.seq)}
            columns={[
              { key: 'what', header: 'Tindakan', cell: row => actionWord(row.action) },
              { key: 'when', header: 'Waktu', cell: row => when(row.at) },
              {
                key: 'who',
                header: 'Pelaku',
                cell: row => (
                  <>
                    {row.actorName}
                    {row.role !== 'system' && <SubLine>{roleWords[row.role as Role]?.id ?? row.role}</SubLine>}
                  </>
                ),
              },
              { key: 'whose', header: 'Data milik', cell: row => row.employeeName ?? 'bukan data orang' },
              { key: 'reason', header: 'Alasan', cell: row => row.reason ?? '', wide: true, phoneLabel: 'Alasan' },
              { key: 'seq', header: 'Nomor', cell: row => row.seq, number: true },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            unit="catatan"
            nextHref={hasMore && last ? `?${keep}${keep.size > 0 ? '&' : ''}sebelum=${last.seq}` : null}
          />
        </>
      )}
    </>
  )
}
