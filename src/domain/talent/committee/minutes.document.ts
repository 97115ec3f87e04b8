import { formatDay, formatTime } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { ReportBlock, ReportDocument } from '#platform/document/report-document.ts'
import type { MinutesContent } from './minutes.model.ts'
import { seatWords } from './session-words.ts'

export type Signature = { name: string; seat: keyof typeof seatWords; state: string; signedAt: string | null }

/** `berlaku` code shown on paper: the first sixteen signs of the fingerprint, in fours. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join('-').toUpperCase()

/** The minutes on paper: numbered decisions, dissent in its own words, signatures by name and time. */
export const minutesDocument = (
  content: MinutesContent,
  signatures: readonly Signature[],
  seal: { hash: string; timeZone: string },
  printed: { on: Day; by: string },
): ReportDocument => {
  const time = (iso: string | null) => (iso ? formatTime(new Date(iso), seal.timeZone) : '–')
  const present = content.attendance.filter(a => a.state === 'present').length
  const decisions = content.items.filter(i => i.kind !== 'opening')
  const blocks: ReportBlock[] = [
    {
      kind: 'facts',
      facts: [
        { term: 'Komite', value: `${content.committee}, SK ${content.decree}, ${formatDay(content.decreedOn)}` },
        {
          term: 'Hari dan waktu',
          value: `${formatDay(content.heldOn)}, pukul ${time(content.openedAt)} sampai ${time(content.closedAt)}`,
        },
        { term: 'Siklus', value: content.cycle },
        {
          term: 'Tata tertib',
          value: `${content.rule.code} versi ${content.rule.version}. ${content.rule.legalBasis}`,
        },
      ],
    },
    { kind: 'heading', text: '1  Kehadiran dan kuorum', note: `${present} dari ${content.attendance.length} hadir` },
    {
      kind: 'table',
      caption: 'Kehadiran dan pernyataan benturan kepentingan',
      header: ['Nama', 'Kedudukan', 'Kehadiran', 'Pernyataan'],
      rows: content.attendance.map(a => [
        a.name,
        seatWords[a.seat],
        a.state === 'present' ? 'hadir' : `tidak hadir${a.reason ? `: ${a.reason}` : ''}`,
        a.declaredAt ? `pukul ${time(a.declaredAt)}` : 'tidak ada',
      ]),
      widths: [3, 1.4, 2.6, 1.4],
    },
    ...(content.recusals.length > 0
      ? ([
          {
            kind: 'table',
            caption: 'Anggota yang menarik diri',
            header: ['Anggota', 'Butir', 'Sebab'],
            rows: content.recusals.map(r => [r.member, r.about, r.why]),
            widths: [2.4, 3, 2.4],
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: '2  Keputusan' },
    ...decisions.flatMap((item, i): ReportBlock[] => [
      { kind: 'subheading', text: `Keputusan ${i + 1}: ${item.words}${item.person ? `, ${item.person}` : ''}` },
      {
        kind: 'facts',
        facts: [
          { term: 'Butir', value: item.title },
          { term: 'Alasan', value: `${item.reason}. ${item.note ?? ''}`.trim() },
          {
            term: 'Suara',
            value: item.rounds
              .map(
                (t, r) =>
                  `putaran ${r + 1}: setuju ${t.approve}, tetap atau tidak setuju ${t.keep}, tunda ${t.postpone}`,
              )
              .join('; '),
          },
          {
            term: 'Kuorum',
            value: `${item.quorum.entitled} berhak memutus dari ${item.quorum.seats} kursi, perlu ${item.quorum.needed}; ${item.quorum.recused} menarik diri`,
          },
          { term: 'Waktu', value: `pukul ${time(item.decidedAt)}` },
        ],
      },
      ...item.dissents.map(
        (d): ReportBlock => ({ kind: 'note', title: `Pendapat berbeda, ${d.name}`, text: d.text, tone: 'due' }),
      ),
    ]),
    { kind: 'heading', text: '3  Peta sebelum dan sesudah' },
    {
      kind: 'table',
      caption: 'Orang menurut kotak',
      header: ['Kotak', 'Sebelum', 'Sesudah', 'Selisih'],
      rows: content.boxes.map(b => [
        `Kotak ${b.box}`,
        String(b.before),
        String(b.after),
        b.after === b.before ? 'tetap' : `${b.after > b.before ? '+' : '−'}${Math.abs(b.after - b.before)}`,
      ]),
      widths: [2, 1, 1, 1],
    },
    ...(content.groups.length > 0
      ? ([
          {
            kind: 'table',
            caption:
              'Anggota Kelompok Rencana Suksesi menurut kelompok; angka kecil ditutup bersama yang dapat membukanya',
            header: ['Kelompok', 'Dipetakan', 'KRS sebelum', 'KRS sesudah'],
            rows: content.groups.map(g => [`${g.group}: ${g.value}`, g.people, g.before, g.after]),
            widths: [3, 1, 1, 1],
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: '4  Jalannya sidang' },
    {
      kind: 'table',
      caption: 'Catatan sidang',
      header: ['Pukul', 'Catatan'],
      rows: content.notes.map(n => [time(n.at), n.kind === 'correction' ? `Ralat: ${n.text} (${n.by})` : n.text]),
      widths: [1, 8],
    },
    { kind: 'heading', text: '5  Tanda tangan' },
    {
      kind: 'table',
      caption: 'Tanda tangan elektronik atas isi yang dibekukan',
      header: ['Nama', 'Kedudukan', 'Ditandatangani'],
      rows: signatures
        .filter(s => s.state === 'present')
        .map(s => [
          s.name,
          seatWords[s.seat],
          s.signedAt
            ? `${formatDay(s.signedAt.slice(0, 10) as Day)}, pukul ${time(s.signedAt)}`
            : 'belum ditandatangani',
        ]),
      widths: [3, 1.6, 2.6],
    },
    {
      kind: 'code',
      label: 'Sidik isi',
      code: shortHash(seal.hash),
      text: 'Enam belas tanda pertama SHA-256 isi berita acara. Halaman berita acara menampilkan sidik yang sama.',
    },
  ]
  return {
    title: `Berita acara ${content.session}`,
    scope: `${decisions.length} keputusan, dibekukan ${formatDay(content.heldOn)} pukul ${time(content.closedAt)}.`,
    issuer: content.agency,
    letterhead: `Berita acara sidang komite talenta · ${formatDay(content.heldOn)}`,
    mark: 'Terbatas',
    printed: `dicetak ${formatDay(printed.on)}, ${printed.by}`,
    foot: `Terbatas · ${content.session} · ${shortHash(seal.hash)}`,
    blocks,
  }
}
