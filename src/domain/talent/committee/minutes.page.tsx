import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatTime } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { signMinutes } from './keep-minutes.ts'
import { shortHash } from './minutes.document.ts'
import { findSession, listMembers } from './session.store.ts'
import { seatWords } from './session-words.ts'

export const meta = () => [{ title: 'Berita acara sidang · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, visit }) => {
    const session = await findSession(db, params.sessionId)
    if (!session) throw errors.session.notFound()
    if (!session.minutes || !session.minutes_hash) throw errors.session.notClosed()
    const members = await listMembers(db, session.id)
    const me = members.find(m => m.employee_id === actor.employeeId)
    return {
      id: session.id,
      minutes: session.minutes,
      hash: session.minutes_hash,
      timeZone: visit.agency?.timeZone ?? 'Asia/Jakarta',
      signatures: members
        .filter(m => m.state === 'present')
        .map(m => ({ name: m.name, seat: m.seat, signedAt: m.signed_at })),
      maySign: me?.state === 'present' && me.signed_at === null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ run, params }) => {
    await run(signMinutes, { sessionId: params.sessionId })
    return redirect(href('/talenta/sidang/:sessionId/berita-acara', { sessionId: params.sessionId }))
  })

export default function MinutesPage() {
  const { id, minutes, hash, signatures, maySign, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const time = (iso: string | null) => (iso ? formatTime(new Date(iso), timeZone) : '–')
  const decisions = minutes.items.filter(i => i.kind !== 'opening')
  const signed = signatures.filter(s => s.signedAt).length
  return (
    <>
      <PageHead
        title={`Berita acara: ${decisions.length} keputusan, ${signed} dari ${signatures.length} sudah menandatangani`}
        scope={`${minutes.session}, ${formatDay(minutes.heldOn)} pukul ${time(minutes.openedAt)} sampai ${time(minutes.closedAt)}. Isinya beku.`}
        crumbs={[
          { label: 'Sidang komite talenta', href: href('/talenta/sidang') },
          { label: minutes.session, href: href('/talenta/sidang/:sessionId', { sessionId: id }) },
          { label: 'Berita acara' },
        ]}
        actions={
          <LinkButton href={`${href('/talenta/sidang/:sessionId/berita-acara', { sessionId: id })}.pdf`}>
            Unduh PDF
          </LinkButton>
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          <>
            <Section title="Tanda tangan">
              <DataTable
                caption="Tanda tangan anggota yang hadir"
                captionHidden
                rows={signatures}
                rowKey={s => s.name}
                columns={[
                  { key: 'name', header: 'Nama', cell: s => `${s.name}, ${seatWords[s.seat].toLowerCase()}` },
                  {
                    key: 'signed',
                    header: 'Waktu',
                    cell: s =>
                      s.signedAt ? (
                        <StateMark state="known">pukul {time(s.signedAt)}</StateMark>
                      ) : (
                        <StateMark state="unknown">Belum</StateMark>
                      ),
                  },
                ]}
              />
              {maySign && (
                <form method="post" className="gap-3">
                  <FormKey />
                  <p className="small-text quiet">Anda menandatangani isi yang beku, dengan nama dan waktu.</p>
                  <p className="gap-2">
                    <Button variant="primary">Tanda tangani</Button>
                  </p>
                </form>
              )}
            </Section>
            <Section title="Keaslian">
              <p className="small-text">
                Sidik isi <code>{shortHash(hash)}</code>
              </p>
              <p className="small-text quiet">
                Sidik yang sama tercetak pada PDF. Aturan {minutes.rule.code} versi {minutes.rule.version}.
              </p>
            </Section>
          </>
        }
      >
        {decisions.map((item, i) => (
          <Section
            key={item.number}
            title={`Keputusan ${i + 1}: ${item.words}${item.person ? `, ${item.person}` : ''}`}
          >
            <p>
              {item.reason}. {item.note}
            </p>
            <p className="small-text quiet">
              {item.rounds
                .map(
                  (t, r) =>
                    `Putaran ${r + 1}: setuju ${t.approve}, tetap atau tidak setuju ${t.keep}, tunda ${t.postpone}.`,
                )
                .join(' ')}{' '}
              {item.quorum.entitled} berhak memutus, {item.quorum.recused} menarik diri, perlu {item.quorum.needed}.
              Pukul {time(item.decidedAt)}.
            </p>
            {item.dissents.map(d => (
              <Note key={d.name} title="Pendapat berbeda, dicatat">
                {d.name}: {d.text}
              </Note>
            ))}
          </Section>
        ))}
        <Section title="Kehadiran">
          <DataTable
            caption="Kehadiran anggota"
            captionHidden
            rows={minutes.attendance}
            rowKey={a => a.name}
            columns={[
              { key: 'name', header: 'Nama', cell: a => `${a.name}, ${seatWords[a.seat].toLowerCase()}` },
              {
                key: 'state',
                header: 'Kehadiran',
                cell: a => (a.state === 'present' ? 'hadir' : `tidak hadir${a.reason ? `: ${a.reason}` : ''}`),
              },
              {
                key: 'declared',
                header: 'Pernyataan kepentingan',
                cell: a => (a.declaredAt ? `pukul ${time(a.declaredAt)}` : 'tidak ada'),
              },
            ]}
          />
          {minutes.recusals.map(r => (
            <p key={r.member + r.about} className="small-text">
              {r.member} menarik diri dari {r.about}: {r.why}.
            </p>
          ))}
        </Section>
        <Section title="Peta sebelum dan sesudah">
          <DataTable
            caption="Orang menurut kotak"
            captionHidden
            phone="dense"
            rows={minutes.boxes}
            rowKey={b => String(b.box)}
            columns={[
              { key: 'box', header: 'Kotak', cell: b => `Kotak ${b.box}` },
              { key: 'before', header: 'Sebelum', number: true, cell: b => b.before },
              { key: 'after', header: 'Sesudah', number: true, cell: b => b.after },
            ]}
          />
        </Section>
        <Section title="Jalannya sidang">
          <ol className="lines small-text">
            {minutes.notes.map(n => (
              <li key={n.at + n.text}>
                <span className="faint">{time(n.at)}</span>{' '}
                {n.kind === 'correction' ? `Ralat: ${n.text} (${n.by})` : n.text}
              </li>
            ))}
          </ol>
        </Section>
      </TwoColumn>
    </>
  )
}
