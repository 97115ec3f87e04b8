import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { findWork } from '#platform/jobs/work.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Icon } from '#ui/kit/icon.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/import.css'
import { outcomeFigure } from '../exchange.figures.ts'
import type { FileKind } from '../workbook/contract.ts'
import { kindSaid, tables } from '../workbook/table/tables.ts'
import { applyImport } from './apply-import.ts'
import { correctImport } from './correct-import.ts'
import { discardImport } from './discard-import.ts'
import { Changed, Findings, HeaderMapping } from './findings.view.tsx'
import { findImport, listImportFiles, listImports } from './import.store.ts'
import { stateWords } from './imports.page.tsx'
import { undoDays } from './judge.ts'
import { judgeImport } from './judge-import.ts'
import { queueApplying, queueJudging } from './queue-import.ts'
import { isMuch, receiveFiles } from './receive-files.ts'
import { UploadForm } from './upload.view.tsx'

export const meta = () => [{ title: 'Hasil uji coba impor · Anyam' }]

/** More rows than this are applied by a worker. */
const longRows = 20_000

const outcomes = ['new', 'changed', 'same', 'rejected'] as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const found = await findImport(db, params.importId)
    if (!found) throw notFound('Kiriman')
    const files = await listImportFiles(db, params.importId)
    const open = Math.min(Math.max(0, Number(query.get('berkas') ?? 0) || 0), Math.max(0, files.length - 1))
    const file = files[open] ?? null
    const all = query.get('semua') === 'ya'
    const judgement = file?.judgement
      ? {
          ...file.judgement,
          rejected: file.judgement.rejected.slice(0, all ? 1000 : 12),
          warnings: file.judgement.warnings.slice(0, all ? 1000 : 8),
          changed: file.judgement.changed.slice(0, all ? 600 : 12),
        }
      : null
    const counts = found.summary.counts
    const work = found.summary.workId ? await findWork(db, found.summary.workId) : null
    const isWaiting = work !== null && (work.state === 'waiting' || work.state === 'running')
    return {
      found,
      work: work && (isWaiting || work.state === 'failed') ? work : null,
      isWaiting,
      open,
      all,
      file: file && { position: file.position, name: file.name },
      judgement,
      hidden: {
        rejected: (file?.judgement?.rejected.length ?? 0) - (judgement?.rejected.length ?? 0),
        warnings: (file?.judgement?.warnings.length ?? 0) - (judgement?.warnings.length ?? 0),
        changed: (file?.judgement?.changed.length ?? 0) - (judgement?.changed.length ?? 0),
      },
      files: files.map(f => ({
        position: f.position,
        name: f.name,
        kind: f.kind,
        said: f.judgement?.kindSaid ?? 'Belum dikenali',
        sheets: (f.judgement?.sheets ?? []).filter(s => s.counted).map(s => ({ name: s.name, headerRow: s.headerRow })),
        counts: f.judgement?.counts ?? null,
        notes: f.judgement?.notes ?? [],
        refused: f.judgement?.refused ?? null,
      })),
      figures: counts ? Object.fromEntries(outcomes.map(o => [o, outcomeFigure(on, found.id, o, counts[o])])) : null,
      before: (await listImports(db, { before: found.made_at, size: 4 })).filter(i => i.state === 'applied'),
      undoUntil: addDays(found.made_at.slice(0, 10), undoDays),
      mayAct: actor.role === 'hr_officer',
      fields: Object.fromEntries(
        tables.map(t => [t.type, t.fields.map(f => ({ value: f.field, label: f.label }))]),
      ) as Record<string, { value: string; label: string }[]>,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const { importId } = params
    const here = href('/data/impor/:importId', { importId })
    if (values._intent === 'apply') {
      const isLong = Number(values.rows ?? 0) > longRows
      if (isLong) await run(queueApplying, { importId })
      else await run(applyImport, { importId })
      return redirect(`${here}?pesan=diterapkan`)
    }
    if (values._intent === 'discard') {
      await run(discardImport, { importId })
      return redirect(href('/data/impor'))
    }
    if (values._intent === 'kind' || values._intent === 'mapping') {
      const mapping = [...form.entries()].flatMap(([name, value]) => {
        const m = /^map\.(\d+)$/.exec(name)
        const header = m ? String(form.get(`header.${m[1]}`) ?? '') : ''
        const was = m ? String(form.get(`was.${m[1]}`) ?? '') : ''
        return m && String(value) !== was ? [{ column: Number(m[1]), header, field: String(value) || null }] : []
      })
      await run(correctImport, {
        importId,
        position: values.position,
        kind: values.kind,
        sheet:
          values.sheet !== undefined || mapping.length > 0
            ? { name: values.sheet ?? '', type: values.type, mapping }
            : null,
      })
      await run(judgeImport, { importId })
      return redirect(`${here}?berkas=${values.position}`)
    }
    const files = await receiveFiles(form)
    const made = await run(isMuch(files) ? queueJudging : judgeImport, { files })
    return redirect(href('/data/impor/:importId', { importId: made.importId }))
  })

/** Where a file's tables stand: every sheet while they are few, else how many and which. */
const placeSaid = (sheets: readonly { name: string; headerRow: number | null }[]): string =>
  sheets.length === 0
    ? 'belum ditemukan'
    : sheets.length > 2
      ? `${sheets.length} lembar, dari "${sheets[0].name}" sampai "${sheets[sheets.length - 1].name}"`
      : sheets.map(s => `lembar "${s.name}"${s.headerRow ? `, judul pada baris ${s.headerRow}` : ''}`).join('; ')

const outcomeWords: Record<(typeof outcomes)[number], [string, string]> = {
  new: ['Baru', 'belum ada di Anyam'],
  changed: ['Berubah', 'lama diganti baru'],
  same: ['Sama', 'dilewati'],
  rejected: ['Ditolak', 'dapat diperbaiki'],
}

export default function ImportPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { found, judgement, file, figures } = data
  const counts = found.summary.counts
  const ready = counts ? counts.new + counts.changed : 0
  const here = href('/data/impor/:importId', { importId: found.id })
  const isOpen = found.state === 'judged' && data.mayAct && !data.isWaiting
  const words =
    found.state === 'uploaded'
      ? 'Berkas sedang diperiksa'
      : found.state === 'applied'
        ? `${formatNumber(ready)} baris sudah diterapkan`
        : found.state === 'undone'
          ? 'Kiriman ini sudah dibatalkan'
          : found.state === 'discarded'
            ? 'Kiriman ini dibuang'
            : ready === 0
              ? 'Tidak ada yang perlu diterapkan: isinya sudah sama'
              : `${formatNumber(ready)} baris siap diterapkan${counts?.rejected ? `; ${formatNumber(counts.rejected)} ditolak dan dapat diperbaiki` : ''}`
  return (
    <>
      <PageHead
        title={words}
        scope={
          found.state === 'judged'
            ? `Uji coba ${data.files.length} berkas, ${formatNumber(counts?.rows ?? 0)} baris. Belum ada data yang berubah. Pemeriksaan ini sama dengan pemeriksaan saat diterapkan.`
            : `${data.files.length} berkas, ${formatNumber(counts?.rows ?? 0)} baris, dikirim ${found.made_by}.`
        }
        crumbs={[
          { label: 'Data' },
          { label: 'Impor', href: href('/data/impor') },
          { label: `Kiriman ${formatDay(found.made_at.slice(0, 10))}` },
        ]}
        actions={
          isOpen ? (
            <form method="post" action={here}>
              <FormKey />
              <input type="hidden" name="_intent" value="discard" />
              <Button variant="danger">Buang kiriman ini</Button>
            </form>
          ) : found.state === 'applied' && data.mayAct ? (
            <LinkButton href={href('/data/impor/:importId/batal', { importId: found.id })}>Batalkan kiriman</LinkButton>
          ) : undefined
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {data.work && (
        <Note
          live
          tone={data.work.state === 'failed' ? 'risk' : 'plain'}
          title={
            data.work.state === 'failed'
              ? 'Pekerjaan ini gagal; tidak ada data yang berubah'
              : (data.work.message ?? 'Menunggu giliran')
          }
        >
          {data.work.total ? (
            <Bar
              tall
              share={data.work.done / data.work.total}
              label={`${formatNumber(Math.round((100 * data.work.done) / data.work.total))} persen selesai`}
            />
          ) : (
            'Halaman ini memperbarui dirinya sendiri.'
          )}
        </Note>
      )}
      {data.isWaiting && <meta httpEquiv="refresh" content="3" />}
      {data.mayAct && <UploadForm action={here} again />}
      <Section title={`${data.files.length} berkas diterima`} note={stateWords[found.state].word}>
        <DataTable
          caption="Berkas dalam kiriman ini"
          captionHidden
          rows={data.files}
          rowKey={f => String(f.position)}
          selected={f => f.position === data.open}
          columns={[
            {
              key: 'name',
              header: 'Isi dan nama berkas',
              cell: f => (
                <>
                  <a href={`${here}?berkas=${f.position}`}>{f.said}</a>
                  <SubLine>{f.name}</SubLine>
                </>
              ),
            },
            {
              key: 'place',
              header: 'Tempat',
              wide: true,
              cell: f => placeSaid(f.sheets),
            },
            { key: 'rows', header: 'Baris', number: true, cell: f => formatNumber(f.counts?.rows ?? 0) },
            { key: 'new', header: 'Baru', number: true, cell: f => formatNumber(f.counts?.new ?? 0) },
            { key: 'changed', header: 'Berubah', number: true, cell: f => formatNumber(f.counts?.changed ?? 0) },
            { key: 'rejected', header: 'Ditolak', number: true, cell: f => formatNumber(f.counts?.rejected ?? 0) },
            {
              key: 'state',
              header: 'Keadaan',
              wide: true,
              cell: f =>
                f.refused ? (
                  <StateMark state="risk">{f.refused.message}</StateMark>
                ) : f.kind === null ? (
                  <StateMark state="unknown">Tidak dikenali</StateMark>
                ) : (f.counts?.rejected ?? 0) > 0 ? (
                  <StateMark state="border">Ada baris ditolak</StateMark>
                ) : (
                  <StateMark state="known">Siap</StateMark>
                ),
            },
          ]}
        />
      </Section>
      <TwoColumn
        side={
          <>
            {file && judgement && (judgement.rejected.length > 0 || judgement.warnings.length > 0) && (
              <Section title="Perbaiki di Excel">
                <p className="small-text quiet">
                  Berkas Anda dikembalikan. Sel yang keliru diberi tanda dan penjelasan; baris lain tidak disentuh.
                </p>
                <p className="gap-3">
                  <LinkButton
                    wide
                    icon="download"
                    href={href('/data/impor/:importId/:position/bertanda', {
                      importId: found.id,
                      position: String(file.position),
                    })}
                  >
                    Unduh berkas bertanda
                  </LinkButton>
                </p>
              </Section>
            )}
            <Section title="Yang terjadi pada sisanya">
              <ul className="next-steps">
                <li>
                  <Icon name="check" />
                  <span>
                    <b>{formatNumber(counts?.same ?? 0)} sama</b> dilewati; tidak ada catatan ganda.
                  </span>
                </li>
                <li>
                  <Icon name="check" />
                  <span>
                    <b>{formatNumber(counts?.skipped ?? 0)} baris ganda</b> di berkas dilewati.
                  </span>
                </li>
                <li>
                  <Icon name="risk" />
                  <span>
                    <b>{formatNumber(counts?.rejected ?? 0)} ditolak.</b> Kirim lagi berkas yang sudah diperbaiki: baris
                    lain akan terbaca sama.
                  </span>
                </li>
                <li>
                  <Icon name="unknown" />
                  <span>
                    <b>{formatNumber(counts?.warnings ?? 0)} peringatan.</b> Kolomnya tetap kosong, tidak pernah menjadi
                    nol.
                  </span>
                </li>
              </ul>
            </Section>
            {data.before.length > 0 && (
              <Section title="Kiriman sebelumnya">
                <DefinitionList
                  facts={data.before.map(i => ({
                    term: formatDay(i.made_at.slice(0, 10)),
                    value: (
                      <a href={href('/data/impor/:importId', { importId: i.id })}>
                        {(i.summary.kinds ?? []).slice(0, 2).join(', ')}
                      </a>
                    ),
                  }))}
                />
                <a className="small-text" href={href('/data/impor')}>
                  Semua kiriman
                </a>
              </Section>
            )}
          </>
        }
      >
        <Section title={found.state === 'judged' ? 'Hasil uji coba' : 'Hasil'}>
          {figures && (
            <ul className="outcomes">
              {outcomes.map(o => (
                <li key={o} className={o}>
                  <b className="small-text">{outcomeWords[o][0]}</b>
                  <b className="lead middle">
                    <Figure figure={figures[o]} unit={false} asLink />
                  </b>
                  <small className="tiny quiet">{outcomeWords[o][1]}</small>
                </li>
              ))}
            </ul>
          )}
          {isOpen && ready > 0 && counts && (
            <form method="post" action={here} className="apply-bar">
              <FormKey />
              <input type="hidden" name="_intent" value="apply" />
              <input type="hidden" name="rows" value={ready} />
              <p className="small-text">
                <b>
                  Terapkan {formatNumber(counts.new)} baru dan {formatNumber(counts.changed)} berubah.
                </b>{' '}
                <span className="quiet">
                  Semua masuk atau tidak satu pun. Dapat dibatalkan utuh selama belum dipakai.
                </span>
              </p>
              <Button variant="primary">Terapkan {formatNumber(ready)} baris</Button>
            </form>
          )}
        </Section>
        {file && judgement && (
          <>
            <Section title={`${judgement.kindSaid}: ${file.name}`}>
              {judgement.refused && (
                <Note tone="risk" title={judgement.refused.message}>
                  Tidak ada isinya yang dibaca.
                </Note>
              )}
              {judgement.notes.map(n => (
                <Note key={n.code} tone="limits">
                  {n.message}
                </Note>
              ))}
              {isOpen && !judgement.refused && (
                <form method="post" action={here} className="row gap-3">
                  <FormKey />
                  <input type="hidden" name="_intent" value="kind" />
                  <input type="hidden" name="position" value={file.position} />
                  <label className="small-text" htmlFor="kind">
                    Isi berkas ini
                  </label>
                  <select id="kind" name="kind" className="field small-select" defaultValue={judgement.kind ?? ''}>
                    {judgement.kind === null && <option value="">Pilih satu</option>}
                    {(Object.keys(kindSaid) as FileKind[]).map(k => (
                      <option key={k} value={k}>
                        {kindSaid[k]}
                      </option>
                    ))}
                  </select>
                  <Button small>Periksa ulang</Button>
                </form>
              )}
            </Section>
            <Findings
              judgement={judgement}
              hidden={data.hidden}
              moreHref={`${here}?berkas=${file.position}&semua=ya`}
            />
            <Changed
              changed={judgement.changed}
              hidden={data.hidden.changed}
              moreHref={`${here}?berkas=${file.position}&semua=ya`}
            />
            {judgement.sheets
              .filter(s => s.counted && s.type && s.mapping.length > 0)
              .map(sheet => (
                <HeaderMapping
                  key={sheet.name}
                  sheet={sheet}
                  fields={data.fields[sheet.type as string] ?? []}
                  action={isOpen ? here : null}
                  position={file.position}
                />
              ))}
          </>
        )}
      </TwoColumn>
    </>
  )
}
