import { formatTime } from '#core/text/format.ts'
import { Button } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { Room } from './session-room.store.ts'

/** The items in order, with what became of each. */
export const Agenda = ({ room, path, timeZone }: { room: Room; path: string; timeZone: string }) => (
  <Section title="Agenda">
    <ol className="agenda">
      {room.items.map(item => (
        <li
          key={item.id}
          className={item.id === room.current.id ? 'current' : item.state === 'decided' ? 'finished' : undefined}
          aria-current={item.id === room.current.id ? 'step' : undefined}
        >
          <a href={`${path}?butir=${item.id}`}>
            {item.ordinal}. {item.title}
          </a>
          {item.chip && <Chip tone={item.chip === 'kini' ? 'known' : 'plain'}>{item.chip}</Chip>}
          {item.at && <span className="tiny">{formatTime(new Date(item.at), timeZone)}</span>}
        </li>
      ))}
    </ol>
    {room.session.state === 'closed' || room.me ? null : (
      <details className="disclosure gap-3">
        <summary>Tambah butir</summary>
        <form method="post" className="stack">
          <FormKey />
          <TextInput name="title" label="Pertanyaan bagi komite" maxLength={200} />
          <Button small name="_intent" value="add-item">
            Tambah ke agenda
          </Button>
        </form>
      </details>
    )}
  </Section>
)

/** One block per seat: entitled, out of this item, not there. */
export const QuorumView = ({ room, path }: { room: Room; path: string }) => {
  const { quorum, members } = room
  const out = members.filter(m => quorum.recused.includes(m.employeeId))
  const away = members.filter(m => m.state !== 'present' || !m.hasDeclared)
  return (
    <Section title={quorum.isMet ? 'Kuorum terpenuhi' : 'Kuorum belum terpenuhi'}>
      <div
        className="quorum"
        role="img"
        aria-label={`${quorum.entitled.length} berhak memutus, ${out.length} menarik diri, ${away.length} belum hadir, dari ${quorum.seats} kursi`}
        style={{ gridTemplateColumns: `repeat(${Math.max(1, quorum.seats)}, 1fr)` }}
      >
        {members.map(m => (
          <i
            key={m.employeeId}
            className={
              quorum.entitled.includes(m.employeeId)
                ? undefined
                : quorum.recused.includes(m.employeeId)
                  ? 'out'
                  : 'absent'
            }
          />
        ))}
      </div>
      <p className="small-text">
        <b>{quorum.entitled.length} berhak memutus</b> dari {quorum.seats}; paling sedikit {quorum.needed}.
        {quorum.lacks === 'lead' && ' Ketua atau sekretaris harus ikut.'}
      </p>
      {(out.length > 0 || away.length > 0) && (
        <p className="small-text quiet">
          {out.map(m => `${m.name} menarik diri dari butir ini: ${m.recused}. `)}
          {away.length > 0 &&
            `${away.length} belum hadir${away.some(m => m.absence) ? `: ${away.flatMap(m => (m.absence ? [`${m.name}, ${m.absence.replace(/\.$/, '')}`] : [])).join('; ')}` : ''}.`}
        </p>
      )}
      {room.me && room.session.state !== 'closed' && (
        <p className="small-text">
          <a href={`${path}/kepentingan`}>Nyatakan benturan kepentingan</a>
        </p>
      )}
    </Section>
  )
}
