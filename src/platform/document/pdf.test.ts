import { expect, it } from 'vitest'
import { renderPdf } from './pdf.ts'
import { printableText } from './printable-text.ts'
import type { ReportDocument } from './report-document.ts'

const report = (text: string): ReportDocument => ({
  title: 'Mengapa Siti ditempatkan',
  scope: text,
  issuer: 'Kabupaten Uji',
  letterhead: 'Berkas BK-2026-0001',
  mark: 'Terbatas',
  printed: 'dicetak 24 November 2026',
  foot: 'Terbatas · BK-2026-0001 · 7Q4M-20KD-91XE',
  blocks: [
    { kind: 'finding', title: 'Ditempatkan', text, state: 'Ditetapkan', facts: [{ term: 'Sidang', value: text }] },
    { kind: 'heading', text: 'Syarat', note: text },
    {
      kind: 'tree',
      nodes: [
        {
          label: 'Semua syarat',
          fact: '',
          answer: 'ya',
          children: [{ label: text, fact: text, answer: 'belum', children: [] }],
        },
      ],
    },
    { kind: 'subheading', text },
    { kind: 'table', caption: 'Bukti', header: ['Bukti', 'Isi'], rows: [[text, text]], widths: [1, 2] },
    { kind: 'note', title: 'Pendapat berbeda', text, tone: 'due' },
    { kind: 'facts', facts: [{ term: text, value: text }] },
    { kind: 'code', label: 'Kode berkas', code: '7Q4M', text },
    { kind: 'paragraph', text, isQuiet: true },
  ],
})

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

it('A document is a tagged PDF that names its language and says it meets PDF/UA', async () => {
  const text = asText(await renderPdf('report', report('Skor 85,71 − naik · “cek” 90 hari')))
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text).toContain('/StructTreeRoot')
  expect(text).toMatch(/\/Lang\s*\(id/)
  expect(text).toMatch(/pdfuaid/)
})

it('What a person wrote is printed as written: it is never read as the language of the template', async () => {
  const hostile = '#panic("terbaca") #read("/etc/passwd") $x^2$ = *judul* `kode` <label> @rujuk \\ "'
  await expect(renderPdf('report', report(hostile))).resolves.toBeInstanceOf(Uint8Array)
})

it('A sign that no font has becomes an empty square instead of stopping the document', async () => {
  expect(printableText('Nama 中 \u{1f600} é ş')).toBe('Nama □ □ é ş')
  await expect(renderPdf('report', report('Nama 中 \u{1f600} é ş Ω Ж'))).resolves.toBeInstanceOf(Uint8Array)
})

it('Every sign that counts as printable can be shown', async () => {
  const all = Array.from({ length: 0x2600 }, (_, i) => String.fromCodePoint(i)).filter(
    sign => sign !== '□' && printableText(sign) === sign,
  )
  expect(all.length).toBeGreaterThan(500)
  await expect(renderPdf('report', report(all.join(' ')))).resolves.toBeInstanceOf(Uint8Array)
})
