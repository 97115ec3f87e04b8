import { formatTime } from '#core/text/format.ts'
import { Button } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import { VoteList } from '#ui/kit/vote-list.tsx'
import type { Room } from './session-room.store.ts'
import { seatWords } from './session-words.ts'

/** Who has voted, never what, until votes are opened. */
export const Voters = ({ room }: { room: Room }) => {
  const { current, me } = room
  const asks =
    current.state === 'voting' || current.state === 'opened' || (current.state === 'decided' && current.outcome)
  return (
    <Section
      title={asks ? 'Siapa sudah menilai' : 'Anggota'}
      note={current.state === 'voting' ? 'bukan apa' : undefined}
    >
      {asks ? (
        <VoteList
          label="Suara anggota"
          votes={room.members
            .filter(m => m.state === 'present' && m.hasDeclared)
            .map(m => ({
              name:
                m.employeeId === me?.employeeId
                  ? 'Anda'
                  : `${m.name.split(',')[0]}, ${seatWords[m.seat].toLowerCase()}`,
              initials: m.initials,
              state: m.recused ? 'recused' : m.hasVoted ? 'voted' : 'waiting',
              opened: m.opened ?? undefined,
            }))}
        />
      ) : (
        <ul className="lines small-text">
          {room.members.map(m => (
            <li key={m.employeeId}>
              {m.name}, {seatWords[m.seat].toLowerCase()}{' '}
              <span className="quiet">
                {m.state === 'absent'
                  ? `tidak hadir${m.absence ? `: ${m.absence}` : ''}`
                  : m.hasDeclared
                    ? 'hadir'
                    : 'belum hadir'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The map as it would be after this item, and the pool by group while no vote runs. */
export const MapAfter = ({ room }: { room: Room }) => {
  const pool = (key: 'before' | 'after' | 'expected') =>
    room.boxes.filter(b => b.isPool).reduce((n, b) => n + b[key], 0)
  const [now, then] = [pool('after'), pool('expected')]
  return (
    <Section title="Peta sesudah butir ini">
      <p className="small-text quiet">
        {room.current.kind === 'move' && room.current.state !== 'decided'
          ? 'Bila usul diterima. '
          : 'Sesudah yang diputus. '}
        {room.people} orang; KRS {then === now ? `tetap ${now}` : `${now} menjadi ${then}`}.
      </p>
      <ol className="map-after" aria-label="Orang menurut kotak">
        {room.order.map(n => {
          const box = room.boxes.find(b => b.box === n)!
          const from = room.current.state === 'decided' ? box.before : box.after
          return (
            <li key={n} className={box.isPool ? 'pool' : undefined}>
              <b>{box.expected}</b>
              <span className="faint">kotak {n}</span>
              <span>
                {box.expected === from ? (
                  'tetap'
                ) : (
                  <>
                    <em>
                      {box.expected > from ? '+' : '−'}
                      {Math.abs(box.expected - from)}
                    </em>{' '}
                    dari {from}
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {room.groups.length > 0 ? (
        <details className="disclosure gap-3">
          <summary>Kelompok Rencana Suksesi menurut kelompok</summary>
          <DataTable
            caption="Anggota KRS menurut kelompok"
            captionHidden
            phone="dense"
            rows={room.groups}
            rowKey={g => g.group + g.value}
            columns={[
              { key: 'group', header: 'Kelompok', cell: g => g.value },
              { key: 'people', header: 'Orang', number: true, cell: g => g.people },
              { key: 'before', header: 'Sebelum', number: true, cell: g => g.before },
              { key: 'after', header: 'Sesudah', number: true, cell: g => g.after },
            ]}
          />
          <p className="tiny faint">
            Angka kecil, dan selisih kurang dari lima orang, ditutup agar tidak menunjuk seseorang.
          </p>
        </details>
      ) : (
        room.current.state === 'voting' && (
          <p className="tiny faint gap-2">
            Menurut kelompok ditampilkan sesudah suara dibuka, agar calon tetap tersamar.
          </p>
        )
      )}
    </Section>
  )
}

/** Lines of the minutes as they arise; anyone may propose a correction. */
export const Minutes = ({ room, timeZone }: { room: Room; timeZone: string }) => {
  const { me, session } = room
  return (
    <Section title="Berita acara" note={session.state === 'closed' ? 'beku' : undefined}>
      {room.notes.length === 0 ? (
        <p className="quiet small-text">Catatan muncul ketika sidang berjalan.</p>
      ) : (
        <ol className="minutes">
          {room.notes.slice(-8).map(n => (
            <li key={n.id}>
              <time dateTime={n.said_at}>{formatTime(new Date(n.said_at), timeZone)}</time>
              {n.kind === 'correction' ? `Usul ralat, ${n.author_name}: ${n.text}` : n.text}
              {n.state === 'proposed' &&
                (me?.isLeadSeat ? (
                  <form method="post" className="row gap-1">
                    <FormKey />
                    <input type="hidden" name="_intent" value="correction" />
                    <input type="hidden" name="noteId" value={n.id} />
                    <Button small name="answer" value="kept">
                      Terima ralat
                    </Button>
                    <Button small variant="quiet" name="answer" value="refused">
                      Tolak
                    </Button>
                  </form>
                ) : (
                  <span className="quiet"> (menunggu diterima)</span>
                ))}
            </li>
          ))}
        </ol>
      )}
      {me && session.state !== 'closed' && (
        <details className="disclosure gap-2">
          <summary>{me.isLeadSeat ? 'Tulis catatan' : 'Usulkan ralat'}</summary>
          <form method="post" className="stack">
            <FormKey />
            <Textarea name="text" id="minutes-text" label="Kalimat untuk berita acara" rows={3} maxLength={1000} />
            <Button small name="_intent" value="minutes">
              {me.isLeadSeat ? 'Simpan catatan' : 'Kirim usul ralat'}
            </Button>
          </form>
        </details>
      )}
    </Section>
  )
}
