import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Note } from '#ui/kit/note.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { Chance } from './box-sureness.model.ts'

/** How sure the box is: by the errors of its instruments and by other reasonable weights. It informs and places nobody. */
export const Sureness = ({ chance, robust }: { chance: Chance | null; robust: FigureOf<number> | null }) =>
  chance || robust ? (
    <Section
      title="Seberapa pasti kotak ini"
      note="memberi tahu, tidak menempatkan"
      end={chance?.isNear ? <StateMark state="border">Dekat ambang</StateMark> : undefined}
    >
      <DefinitionList
        facts={[
          ...(chance
            ? [{ term: 'Peluang kotak ini benar, menurut galat ukur', value: <Figure figure={chance.figure} asLink /> }]
            : []),
          ...(chance?.neighbour
            ? [
                {
                  term: `Kotak tetangga yang paling mungkin: kotak ${chance.neighbour.box}`,
                  value: <Figure figure={chance.neighbour.figure} asLink />,
                },
              ]
            : []),
          ...(robust
            ? [{ term: 'Bobot lain yang wajar memberi kotak yang sama', value: <Figure figure={robust} asLink /> }]
            : []),
        ]}
      />
      {chance?.figure.state === 'inconclusive' && (
        <Note tone="limits" title="Galat ukur belum diketahui">
          Kedekatan dengan ambang hanya ditunjukkan dalam poin.
        </Note>
      )}
    </Section>
  ) : null
