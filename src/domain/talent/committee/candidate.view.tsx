import type { ReactNode } from 'react'
import { formatScore, formatTime } from '#core/text/format.ts'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { Gauge } from '#ui/kit/gauge.tsx'
import { StateMark, type StateShape } from '#ui/kit/state-mark.tsx'
import { moveReasons } from '../nine-box/move-reasons.ts'
import type { Room } from './session-room.store.ts'

const partStates: Record<string, [StateShape, string]> = {
  known: ['known', 'Berlaku'],
  expired: ['expired', 'Kedaluwarsa'],
  unknown: ['unknown', 'Belum ada'],
}

/** The item in question: for a move the card of the person, without what may bias; then what may be done. */
export const Candidate = ({ room, children }: { room: Room; children: ReactNode }) => {
  const { card, current } = room
  return (
    <section className="candidate" aria-label={card?.number ?? current.title}>
      {card ? (
        <>
          <div>
            <p className="row">
              <b className="candidate-number">{card.number}</b>
              {card.box && <Chip tone="known">Kotak {card.box}</Chip>}
              <span className="small-text">
                {[card.tier, card.unitKind ? `unit ${card.unitKind.toLowerCase()}` : null, card.tenure]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <p className="small-text quiet">
              {card.person ? (
                <>
                  {card.person.name}, {card.person.position ?? 'jabatan belum ada'}, {card.person.unit}.{' '}
                  <a href={card.person.why}>Mengapa kotak {card.computedBox}?</a>
                </>
              ) : (
                <StateMark state="closed">
                  Nama, foto, jenis kelamin, usia, agama, dan unit ditutup sampai suara dibuka.
                </StateMark>
              )}
            </p>
          </div>
          <div className="scores">
            <Gauge label="Potensial" value={card.x.value} bounds={card.x.bounds} cuts={card.x.cuts} scale={false} />
            <Gauge label="Kinerja" value={card.y.value} bounds={card.y.bounds} cuts={card.y.cuts} scale={false} />
          </div>
          <div>
            {card.values && (
              <p className="small-text quiet">
                Nilai BerAKHLAK, di luar nilai kotak: <b>{card.values.toLowerCase()}</b>
              </p>
            )}
            <h2>Yang diusulkan, dan dasarnya</h2>
            <p className="gap-1">
              Pindah dari kotak {current.from} ke kotak {current.to}.{' '}
              <b>{moveReasons[card.proposal.reason as keyof typeof moveReasons] ?? card.proposal.reason}</b>
            </p>
            <p className="small-text">{card.proposal.note}</p>
            <p className="small-text quiet">Pengusul: {card.proposal.by}</p>
            <details className="disclosure gap-3">
              <summary>Bagian nilai (salinan tersamar)</summary>
              <DataTable
                caption="Bagian nilai menurut aturan"
                captionHidden
                phone="dense"
                rows={card.parts}
                rowKey={p => p.axis + p.label}
                columns={[
                  { key: 'label', header: 'Bagian', cell: p => p.label },
                  { key: 'axis', header: 'Sumbu', cell: p => p.axis },
                  {
                    key: 'value',
                    header: 'Nilai',
                    number: true,
                    cell: p => (p.value === null ? '–' : formatScore(p.value)),
                  },
                  {
                    key: 'state',
                    header: 'Keadaan',
                    cell: p => {
                      const [shape, word] = partStates[p.state] ?? ['unknown', 'Sebagian']
                      return <StateMark state={shape}>{word}</StateMark>
                    },
                  },
                ]}
              />
            </details>
          </div>
        </>
      ) : (
        <div>
          <h2>{current.title}</h2>
          {current.kind === 'opening' && (
            <p className="small-text quiet gap-1">
              Tiap anggota menyatakan ada atau tidaknya benturan kepentingan. Pernyataan berlaku untuk sidang ini saja.
            </p>
          )}
          {current.kind === 'map' && (
            <p className="small-text quiet gap-1">
              Komite mengesahkan peta sesudah semua usul pindah diputus. Penetapan tetap oleh PPK.
            </p>
          )}
        </div>
      )}
      {children}
    </section>
  )
}

/** What was decided last, with its reason and who saw it otherwise. */
export const LastDecided = ({ room, timeZone }: { room: Room; timeZone: string }) => {
  const last = room.lastDecided
  if (!last) return null
  return (
    <section className="section">
      <header className="section-head">
        <h2>
          Diputus barusan: butir {last.ordinal}, {last.title}
        </h2>
        {last.at && <span className="end small-text faint">{formatTime(new Date(last.at), timeZone)}</span>}
      </header>
      <p>
        <b>{last.words}.</b>{' '}
        {last.tally &&
          `${last.tally.approve} suara setuju, ${last.tally.keep} tetap atau tidak setuju, ${last.tally.postpone} tunda.`}{' '}
        Alasan <Chip>{last.reason}</Chip>
      </p>
      {last.note && <p className="small-text">{last.note}</p>}
      {last.dissents.map(d => (
        <div className="note" key={d.employee_id}>
          <p className="note-title">Pendapat berbeda, dicatat</p>
          <p className="small-text quiet">
            {d.name}: {d.text}
          </p>
        </div>
      ))}
    </section>
  )
}
