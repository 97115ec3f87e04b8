import { formatDay } from '#core/text/format.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { Effect, ObjectionFile } from './objection.store.ts'
import { effectKindWords, effectStateWords } from './objection-words.ts'

export type ShownEffect = Effect & {
  /** Where it leads, when the reader may go there. */
  link: string | null
  isMine: boolean
}

/** What a granted objection touched, in the order of the chain, with who looks at it and what became of it. */
export const Effects = ({ effects }: { effects: readonly ShownEffect[] }) => (
  <DataTable
    caption="Yang tersentuh"
    captionHidden
    rows={[...effects]}
    rowKey={e => e.id}
    columns={[
      { key: 'kind', header: 'Bagian', cell: e => effectKindWords[e.kind] },
      {
        key: 'what',
        header: 'Yang tersentuh',
        wide: true,
        cell: e => (e.link ? <a href={e.link}>{e.label}</a> : e.label),
      },
      {
        key: 'owner',
        header: 'Ditinjau oleh',
        cell: e => (
          <>
            {e.owner_name}
            {e.state === 'open' && <SubLine>sampai {formatDay(e.due_on, 'short')}</SubLine>}
          </>
        ),
      },
      {
        key: 'state',
        header: 'Keadaan',
        cell: e => (
          <>
            <StateMark state={e.state === 'open' ? 'border' : 'known'}>{effectStateWords[e.state]}</StateMark>
            {e.outcome && (
              <SubLine>
                {e.outcome} ({e.settled_by_name}, {e.settled_on ? formatDay(e.settled_on, 'short') : ''})
              </SubLine>
            )}
          </>
        ),
      },
      {
        key: 'act',
        header: 'Tindakan',
        phoneLabel: '',
        cell: e => (e.isMine && e.state === 'open' ? <a href={`/sanggah/tinjau/${e.id}`}>Tinjau</a> : null),
      },
    ]}
  />
)

/** Papers of an objection; named only, where the reader may not open them. */
export const Papers = ({ files }: { files: readonly (ObjectionFile & { mayOpen: boolean })[] }) => (
  <ul className="side-links">
    {files.map(f => (
      <li key={f.id}>
        {f.mayOpen ? <a href={`/sanggah/berkas/${f.id}`}>{f.name}</a> : `${f.name} (dibuka oleh pengelola)`}
      </li>
    ))}
  </ul>
)
