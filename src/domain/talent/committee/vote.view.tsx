import { href } from 'react-router'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { choices } from './session.model.ts'
import type { Room } from './session-room.store.ts'

/** The blind vote: nothing preselected, a reason required, sent once. */
export const VoteForm = ({ room }: { room: Room }) => {
  const { current, me, session } = room
  if (current.state !== 'voting' || !me) return null
  if (!me.hasDeclared || me.state !== 'present')
    return (
      <div>
        <h2>Penilaian awal Anda, tertutup</h2>
        <p className="small-text gap-1">
          <a href={href('/talenta/sidang/:sessionId/kepentingan', { sessionId: session.id })}>
            Nyatakan kehadiran dan kepentingan Anda
          </a>{' '}
          dahulu; sesudah itu Anda dapat menilai.
        </p>
      </div>
    )
  if (me.recused)
    return (
      <div>
        <StateMark state="closed">Anda menarik diri dari butir ini: {me.recused}.</StateMark>
      </div>
    )
  if (me.hasVoted)
    return (
      <div>
        <StateMark state="known">Penilaian Anda sudah terkirim. Semua suara dibuka serentak.</StateMark>
      </div>
    )
  return (
    <form method="post" data-hold={`${current.id}:${current.round}`}>
      <FormKey />
      <input type="hidden" name="_intent" value="vote" />
      <input type="hidden" name="itemId" value={current.id} />
      <input type="hidden" name="member" value={me.employeeId} />
      <fieldset>
        <legend>
          <h2>Penilaian awal Anda, tertutup{current.round > 1 ? `, putaran ${current.round}` : ''}</h2>
        </legend>
        <div className="answers">
          {choices.map(choice => (
            <label key={choice}>
              <input type="radio" name="choice" value={choice} required />
              <span>{current.words[choice]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="gap-4">
        <label htmlFor="vote-reason">Alasan</label>
        <select className="field" id="vote-reason" name="reasonCode" required defaultValue="">
          <option value="">Pilih satu alasan</option>
          {choices.map(choice => (
            <optgroup key={choice} label={current.words[choice]}>
              {room.reasons
                .filter(r => r.for.includes(choice))
                .map(r => (
                  <option key={r.code} value={r.code}>
                    {r.code} {r.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="row send gap-4">
        <Button variant="primary">Kirim penilaian tertutup</Button>
        <p className="small-text quiet grow">
          Tidak dapat diubah sesudah dikirim. Semua suara dibuka serentak ketika {room.quorum.entitled.length} suara
          masuk.
        </p>
      </div>
    </form>
  )
}

/** The opened votes in one sentence, and a place for whoever saw it otherwise. */
export const OpenedVotes = ({ room }: { room: Room }) => {
  const { current, me } = room
  if (!current.outcome || current.state === 'voting' || current.state === 'waiting') return null
  const { tally, decision, hasMajority } = current.outcome
  return (
    <div>
      <h2>
        {hasMajority ? 'Suara terbanyak: ' : 'Tanpa mayoritas: '}
        {current.words[decision].toLowerCase()}
      </h2>
      <p className="small-text quiet gap-1">
        {choices.map(c => `${current.words[c]} ${tally[c]}`).join(' · ')}
        {current.round > 1 && ` · putaran ${current.round}`}
      </p>
      {me?.votedOtherwise && room.session.state !== 'closed' && (
        <details className="disclosure gap-3">
          <summary>Catat pendapat berbeda Anda</summary>
          <form method="post" className="stack">
            <FormKey />
            <input type="hidden" name="itemId" value={current.id} />
            <Textarea
              name="text"
              id="dissent-text"
              label="Pendapat Anda"
              hint="Masuk berita acara dengan kata-kata Anda sendiri."
              rows={3}
            />
            <Button small name="_intent" value="dissent">
              Catat pendapat berbeda
            </Button>
          </form>
        </details>
      )}
    </div>
  )
}

/** What whoever leads may do next; for the others, nothing. */
export const Lead = ({ room }: { room: Room }) => {
  const { current, me, session, quorum } = room
  if (!me?.isLeadSeat || session.state === 'closed') return null
  if (session.state === 'planned')
    return (
      <form method="post">
        <FormKey />
        <h2>Memimpin sidang</h2>
        <p className="small-text quiet gap-1">
          {quorum.isMet
            ? 'Kuorum terpenuhi. Sidang dapat dibuka.'
            : `Menunggu ${Math.max(0, quorum.needed - quorum.entitled.length)} anggota lagi hadir dan menyatakan kepentingannya.`}
        </p>
        <p className="gap-3">
          <Button variant={quorum.isMet ? 'primary' : 'plain'} name="_intent" value="open-session">
            Buka sidang
          </Button>
        </p>
      </form>
    )
  if (!me.leads)
    return (
      <div>
        <p className="small-text quiet">
          Butir ini dipimpin oleh ketua atau sekretaris lain, karena Anda menarik diri.
        </p>
      </div>
    )
  const left = room.members.filter(m => quorum.entitled.includes(m.employeeId) && !m.hasVoted)
  return (
    <div className="stack">
      <h2>Memimpin sidang</h2>
      {current.state === 'waiting' && (
        <form method="post">
          <FormKey />
          <input type="hidden" name="itemId" value={current.id} />
          <Button variant="primary" name="_intent" value="open-item">
            Buka butir {current.ordinal} dan kumpulkan suara
          </Button>
        </form>
      )}
      {current.state === 'voting' && (
        <>
          <p className="small-text quiet">
            {left.length > 0 ? `Menunggu ${left.length} suara.` : 'Semua suara sudah masuk.'}
          </p>
          {left.length === 0 && (
            <form method="post">
              <FormKey />
              <input type="hidden" name="itemId" value={current.id} />
              <Button variant="primary" name="_intent" value="reveal">
                Buka suara serentak
              </Button>
            </form>
          )}
          <details className="disclosure">
            <summary>Ada anggota yang meninggalkan sidang</summary>
            <form method="post" className="stack">
              <FormKey />
              <Select
                name="employeeId"
                label="Anggota"
                options={left.map(m => ({ value: m.employeeId, label: m.name }))}
              />
              <Textarea name="reason" id="absence-reason" label="Sebab" rows={2} />
              <Button small name="_intent" value="absent">
                Catat tidak hadir
              </Button>
            </form>
          </details>
        </>
      )}
      {current.state === 'opened' && current.outcome && (
        <>
          <form method="post" className="stack">
            <FormKey />
            <input type="hidden" name="itemId" value={current.id} />
            <Select
              name="reasonCode"
              id="decision-reason"
              label={`Kode alasan: ${current.words[current.outcome.decision].toLowerCase()}`}
              options={room.reasons
                .filter(r => r.for.includes(current.outcome!.decision))
                .map(r => ({ value: r.code, label: `${r.code} ${r.label}` }))}
            />
            <Textarea name="note" id="decision-note" label="Pertimbangan" hint="Masuk berita acara." rows={3} />
            <p>
              <Button variant="primary" name="_intent" value="decide">
                Catat keputusan
              </Button>
            </p>
          </form>
          {current.round < current.maxRounds && (
            <details className="disclosure">
              <summary>Kumpulkan suara sekali lagi sesudah pembahasan</summary>
              <form method="post" className="stack">
                <FormKey />
                <input type="hidden" name="itemId" value={current.id} />
                <Textarea name="reason" id="again-reason" label="Mengapa perlu putaran lagi" rows={2} />
                <Button small name="_intent" value="again">
                  Mulai putaran {current.round + 1}
                </Button>
              </form>
            </details>
          )}
        </>
      )}
      {current.state === 'decided' && room.undecided === 0 && (
        <form method="post">
          <FormKey />
          <p className="small-text quiet">
            Semua butir sudah diputus. Menutup sidang membekukan berita acara; isinya tidak dapat diubah lagi.
          </p>
          <p className="gap-3">
            <Button variant="primary" name="_intent" value="close">
              Tutup sidang dan bekukan berita acara
            </Button>
          </p>
        </form>
      )}
      {current.state === 'decided' && room.undecided > 0 && (
        <p className="small-text quiet">{room.undecided} butir belum diputus. Pilih butir berikutnya di agenda.</p>
      )}
    </div>
  )
}
