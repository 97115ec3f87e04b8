import { formatNumber } from '#core/text/format.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { PartRule, SimpleRubric } from '../score/score-rules.model.ts'
import type { PolicyRules } from './policy.model.ts'
import { chooseWords, levelWords, unitWords } from './policy-words.ts'

const n = (value: number) => formatNumber(value, { digits: 2 })

/** A band as people say it: `5 sampai kurang dari 10 JP`. */
const bandWords = (from: number, to: number | null, unit: string) =>
  to === null ? `${n(from)} ${unit} ke atas` : `${n(from)} sampai kurang dari ${n(to)} ${unit}`

const linesOf = (rubric: SimpleRubric): { key: string; what: string; value: string }[] =>
  rubric.kind === 'score'
    ? [{ key: 'all', what: `Nilai apa adanya, ${n(rubric.min)} sampai ${n(rubric.max)}`, value: 'nilai itu' }]
    : rubric.kind === 'band'
      ? rubric.bands.map((b, i) => ({
          key: String(i),
          what: bandWords(b.from, b.to, unitWords[rubric.unit] ?? rubric.unit),
          value: n(b.value),
        }))
      : Object.entries(rubric.table).map(([word, value]) => ({
          key: word,
          what: word === rubric.none ? `${word} (sudah diperiksa)` : word,
          value: n(value),
        }))

const RubricTable = ({ rubric, label }: { rubric: SimpleRubric; label: string }) => (
  <DataTable
    caption={`Rubrik ${label}`}
    captionHidden
    phone="scroll"
    rows={linesOf(rubric)}
    rowKey={r => r.key}
    columns={[
      {
        key: 'what',
        header: rubric.kind === 'score' ? 'Yang dihitung' : chooseWords[rubric.choose],
        cell: r => r.what,
      },
      { key: 'value', header: 'Nilai', number: true, cell: r => r.value },
    ]}
  />
)

const partTerms = (p: PartRule): string =>
  [
    p.mandatory ? 'wajib ada' : 'tidak wajib',
    p.validMonths ? `berlaku ${p.validMonths} bulan` : null,
    p.windowMonths ? `catatan ${p.windowMonths} bulan terakhir` : null,
  ]
    .filter(Boolean)
    .join(', ')

/** What a policy says, whole: parts and weights by axis, levels, rubrics, boxes. */
export const PolicyContents = ({ rules, editHref }: { rules: PolicyRules; editHref?: (section: string) => string }) => {
  const edit = (section: string) => (editHref ? <a href={editHref(section)}>Ubah</a> : undefined)
  return (
    <>
      <Section
        title="Bagian dan bobot"
        note={`Nilai Talenta: ${n(rules.talentWeights.y)}% ${rules.axes.y.label.toLowerCase()} dan ${n(rules.talentWeights.x)}% ${rules.axes.x.label.toLowerCase()}`}
        end={edit('weights')}
      >
        {rules.parts.length === 0 ? (
          <p className="quiet">Belum ada bagian. Aturan ini tidak memetakan siapa pun sampai diisi.</p>
        ) : (
          <DataTable
            caption="Bagian nilai dan bobotnya"
            captionHidden
            phone="dense"
            rows={[...rules.parts].sort((a, b) => (a.axis === b.axis ? 0 : a.axis === 'y' ? -1 : 1))}
            rowKey={p => p.code}
            groups={(p, i) => {
              const list = [...rules.parts].sort((a, b) => (a.axis === b.axis ? 0 : a.axis === 'y' ? -1 : 1))
              return i === 0 || list[i - 1].axis !== p.axis ? `Sumbu ${rules.axes[p.axis].label}` : null
            }}
            columns={[
              {
                key: 'label',
                header: 'Bagian',
                cell: p => (
                  <>
                    {p.label}
                    <SubLine>{partTerms(p)}</SubLine>
                  </>
                ),
              },
              { key: 'weight', header: 'Bobot', number: true, cell: p => `${n(p.weight)}%` },
              { key: 'supplier', header: 'Dipasok oleh', cell: p => p.supplier },
            ]}
          />
        )}
        <p className="small-text quiet gap-3">
          {rules.useExpired
            ? 'Hasil yang kedaluwarsa masih dihitung, dengan tanda.'
            : 'Hasil yang kedaluwarsa dihitung seperti belum ada.'}{' '}
          {rules.decideWhenCertain
            ? 'Orang yang kotaknya sudah pasti dipetakan walaupun datanya belum lengkap.'
            : 'Orang yang bagian wajibnya belum ada menunggu, juga bila kotaknya sudah pasti.'}
        </p>
      </Section>
      <Section title="Ambang dan tingkat" end={edit('cuts')}>
        {(['y', 'x'] as const).map(key => (
          <p key={key}>
            <b>{rules.axes[key].label}.</b> {levelWords(rules.axes[key])}
          </p>
        ))}
      </Section>
      <Section title="Rubrik" note="bagaimana catatan menjadi nilai 0 sampai 100">
        <div className="stack">
          {rules.parts.map(part => (
            <details className="disclosure" key={part.code}>
              <summary>{part.label}</summary>
              {editHref && (
                <p className="small-text">
                  <a href={editHref(`rubric:${part.code}`)}>Ubah rubrik {part.label}</a>
                </p>
              )}
              {part.rubric.kind === 'mean' ? (
                <>
                  <p className="small-text quiet">Rata-rata dari {part.rubric.of.length} rubrik.</p>
                  {part.rubric.of.map(p => (
                    <div key={p.code} className="gap-3">
                      <p className="small-text">
                        <b>{p.label}</b>
                      </p>
                      <RubricTable rubric={p.rubric} label={`${part.label}, ${p.label}`} />
                    </div>
                  ))}
                </>
              ) : (
                <RubricTable rubric={part.rubric} label={part.label} />
              )}
            </details>
          ))}
        </div>
      </Section>
      <Section
        title="Kotak dan perlakuan"
        note={`KRS instansi: kotak ${rules.boxes.pool.join(', ')}${rules.boxes.nationalPool.length > 0 ? `; nasional: kotak ${rules.boxes.nationalPool.join(', ')}` : ''}`}
        end={edit('boxes')}
      >
        <DataTable
          caption="Kotak dan perlakuannya"
          captionHidden
          rows={[...rules.boxes.boxes].sort((a, b) => b.number - a.number)}
          rowKey={b => String(b.number)}
          columns={[
            { key: 'box', header: 'Kotak', cell: b => `${b.number}. ${b.name}` },
            { key: 'treatments', header: 'Perlakuan', wide: true, cell: b => b.treatments.join('; ') },
          ]}
        />
      </Section>
    </>
  )
}
