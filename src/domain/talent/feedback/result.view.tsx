import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Note } from '#ui/kit/note.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { ResultShown } from './shown-result.ts'

/** Rating, groups, questions and who answered; never one rater. */
export const FeedbackResultView = ({ result, toHer = false }: { result: ResultShown; toHer?: boolean }) => (
  <>
    {result.needs.length > 0 ? (
      <Note tone="limits" title="Belum cukup penilai">
        <p>Hasilnya belum diketahui, bukan rendah. Bagian 360° menunggu:</p>
        <ul>
          {result.needs.map(n => (
            <li key={n.what}>
              {n.what}, dari {n.who}
            </li>
          ))}
        </ul>
      </Note>
    ) : (
      <Section title="Hasil">
        <DefinitionList
          facts={[
            { term: 'Predikat', value: <Figure figure={result.rating} origin={false} asLink /> },
            { term: 'Rata-rata, skala 1 sampai 5', value: <Figure figure={result.overall} origin={false} asLink /> },
            ...result.blocks.map(b => ({
              term: b.label,
              value: <Figure figure={b.figure} origin={false} asLink />,
            })),
          ]}
        />
      </Section>
    )}
    {result.raters.length > 0 && (
      <Section title="Yang menjawab" note="kelompok kecil digabung, agar tidak dikenali">
        <DefinitionList
          facts={result.raters.map(r => ({
            term: r.label,
            value: <Figure figure={r.figure} origin={false} asLink />,
          }))}
        />
        {result.agreement && (
          <p className="small-text quiet">
            {result.agreementWord} Kesepakatan <Figure figure={result.agreement} origin={false} asLink />.
          </p>
        )}
      </Section>
    )}
    {result.questions.length > 0 && (
      <Section title="Per pertanyaan">
        <DataTable
          caption="Rata-rata per pertanyaan"
          captionHidden
          rows={result.questions}
          rowKey={q => q.code}
          columns={[
            { key: 'label', header: 'Pertanyaan', cell: q => q.label },
            {
              key: 'mean',
              header: toHer ? 'Orang lain' : 'Rata-rata',
              number: true,
              cell: q => <Figure figure={q.figure} asLink unit={false} />,
            },
            ...(toHer
              ? [
                  {
                    key: 'own',
                    header: 'Anda sendiri',
                    cell: (q: (typeof result.questions)[number]) => q.own ?? 'tidak dijawab',
                  },
                ]
              : []),
            { key: 'spread', header: 'Antarpenilai', cell: q => q.spread ?? 'tidak ditampilkan' },
          ]}
        />
        {result.leftOut.length > 0 && (
          <p className="small-text quiet">
            Tidak dihitung, karena terlalu sedikit yang dapat menilai: {result.leftOut.join(', ')}.
          </p>
        )}
      </Section>
    )}
  </>
)
