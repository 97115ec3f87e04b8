import { formatNumber } from '#core/text/format.ts'
import { Button } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Icon } from '#ui/kit/icon.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { Finding, SheetJudgement } from '../workbook/contract.ts'
import type { FieldChange, KeptJudgement } from './import.store.ts'

const placeOf = (f: Finding) => (f.sheet ? `${f.sheet}!${f.row}` : String(f.row))

const FindingTable = ({ findings, caption }: { findings: readonly Finding[]; caption: string }) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={findings}
    rowKey={f => `${placeOf(f)} ${f.code} ${f.columnIndex ?? ''}`}
    columns={[
      { key: 'row', header: 'Baris', cell: f => placeOf(f) },
      {
        key: 'value',
        header: 'Kolom dan nilai',
        wide: true,
        cell: f => (
          <>
            <SubLine>{f.column ?? 'seluruh baris'}</SubLine>
            {f.value !== '' && <code className="import-value">{f.value}</code>}
          </>
        ),
      },
      { key: 'wrong', header: 'Apa yang keliru', wide: true, cell: f => f.message },
      { key: 'cure', header: 'Obatnya', wide: true, cell: f => <span className="quiet">{f.cure}</span> },
    ]}
  />
)

const More = ({ count, href }: { count: number; href: string }) =>
  count > 0 ? (
    <p className="small-text gap-2">
      <a href={href}>Lihat {formatNumber(count)} lainnya</a>
    </p>
  ) : null

/** Refused rows and warnings: where, what and the cure. */
export const Findings = ({
  judgement,
  hidden,
  moreHref,
}: {
  judgement: Pick<KeptJudgement, 'rejected' | 'warnings' | 'counts'>
  hidden: { rejected: number; warnings: number }
  moreHref: string
}) => (
  <>
    {judgement.rejected.length > 0 && (
      <Section title={`Ditolak, ${formatNumber(judgement.counts.rejected)} baris: di mana, apa, dan obatnya`}>
        <FindingTable findings={judgement.rejected} caption="Baris yang ditolak" />
        <More count={hidden.rejected} href={moreHref} />
      </Section>
    )}
    {judgement.warnings.length > 0 && (
      <Section title={`Peringatan, ${formatNumber(judgement.counts.warnings)}: diterima dengan catatan`}>
        <FindingTable findings={judgement.warnings} caption="Peringatan pada baris yang diterima" />
        <More count={hidden.warnings} href={moreHref} />
      </Section>
    )}
  </>
)

/** Old beside new, field by field. */
export const Changed = ({
  changed,
  hidden,
  moreHref,
}: {
  changed: readonly FieldChange[]
  hidden: number
  moreHref: string
}) =>
  changed.length === 0 ? null : (
    <Section title="Berubah: lama dan baru">
      <DataTable
        caption="Isi yang berubah, nilai lama di samping nilai baru"
        captionHidden
        rows={changed}
        rowKey={c => `${c.row} ${c.who} ${c.field} ${c.after}`}
        columns={[
          {
            key: 'who',
            header: 'Baris dan catatan',
            cell: c => (
              <>
                {c.who || 'Catatan'}
                {c.row && <SubLine>Baris {c.row}</SubLine>}
              </>
            ),
          },
          { key: 'field', header: 'Kolom', cell: c => c.field },
          {
            key: 'values',
            header: 'Lama dan baru',
            wide: true,
            cell: c => (
              <span className="old-new">
                <del>{c.before ?? 'kosong'}</del> <Icon name="right" label="menjadi" /> <ins>{c.after ?? 'kosong'}</ins>
              </span>
            ),
          },
        ]}
      />
      <More count={hidden} href={moreHref} />
    </Section>
  )

/** What each column was taken for, and the choice of another meaning; corrections are remembered. */
export const HeaderMapping = ({
  sheet,
  fields,
  action,
  position,
}: {
  sheet: SheetJudgement
  fields: readonly { value: string; label: string }[]
  action: string | null
  position: number
}) => {
  const used = sheet.mapping.filter(m => m.field !== null).length
  return (
    <Section
      title={sheet.name ? `Judul kolom, lembar ${sheet.name}` : 'Judul kolom'}
      note={`${used} dikenal, ${sheet.mapping.length - used} tidak dipakai; koreksi diingat untuk judul yang sama`}
    >
      <form method="post" action={action ?? undefined}>
        {action && (
          <>
            <FormKey />
            <input type="hidden" name="_intent" value="mapping" />
            <input type="hidden" name="position" value={position} />
            <input type="hidden" name="sheet" value={sheet.name} />
            <input type="hidden" name="type" value={sheet.type ?? ''} />
          </>
        )}
        <DataTable
          caption="Judul kolom di berkas dan artinya di Anyam"
          captionHidden
          rows={sheet.mapping}
          rowKey={m => String(m.column)}
          columns={[
            { key: 'header', header: 'Di berkas', cell: m => m.header || `Kolom ${m.column + 1}` },
            {
              key: 'field',
              header: 'Menjadi',
              wide: true,
              cell: m =>
                action ? (
                  <>
                    <input type="hidden" name={`header.${m.column}`} value={m.header} />
                    <input type="hidden" name={`was.${m.column}`} value={m.field ?? ''} />
                    <select
                      className="field small-select"
                      name={`map.${m.column}`}
                      defaultValue={m.field ?? ''}
                      aria-label={`Kolom ${m.header || m.column + 1} menjadi`}
                    >
                      <option value="">Tidak dipakai</option>
                      {fields.map(f => (
                        <option key={f.value} value={f.value}>
                          {f.label}
                        </option>
                      ))}
                    </select>
                  </>
                ) : (
                  (m.fieldLabel ?? 'Tidak dipakai')
                ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: m =>
                m.hidden ? (
                  <Chip tone="unknown">Kolom tersembunyi</Chip>
                ) : m.field === null ? (
                  <Chip tone="unknown">Belum dipetakan</Chip>
                ) : m.confidence >= 1 ? (
                  <Chip tone="known">Dikenal</Chip>
                ) : (
                  <Chip>Diduga</Chip>
                ),
            },
          ]}
        />
        {action && (
          <p className="gap-3">
            <Button small>Simpan judul kolom dan periksa ulang</Button>
          </p>
        )}
      </form>
    </Section>
  )
}
