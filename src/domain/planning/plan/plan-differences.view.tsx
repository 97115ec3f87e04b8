import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { VersionDifference } from './carry-over.ts'

/** What a version changes against the one before, each with its reason. */
export const PlanDifferences = ({ differences, reason }: { differences: VersionDifference[]; reason: string }) => (
  <Section title="Yang berubah dari versi sebelumnya">
    <DataTable
      caption="Perubahan"
      captionHidden
      rows={differences}
      rowKey={d => d.verb + d.item.id}
      columns={[
        { key: 'verb', header: 'Perubahan', cell: d => <Chip>{d.verb}</Chip> },
        { key: 'item', header: 'Kegiatan', cell: d => d.item.title },
        { key: 'why', header: 'Alasan', wide: true, cell: d => d.why ?? reason },
      ]}
    />
  </Section>
)
