import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Note } from '#ui/kit/note.tsx'

export type Preview = {
  people: FigureOf<number>
  touched: FigureOf<number>
  more: FigureOf<number>
  less: FigureOf<number>
  unknown: FigureOf<number>
}
export type PreviewAnswer = { preview: Preview }

/** What a standard would do, in one sentence of figures. */
export const EffectWords = ({ preview: p }: { preview: Preview }) => (
  <>
    <Figure figure={p.people} origin={false} asLink unit={false} /> pegawai memegang jabatan ini;{' '}
    <Figure figure={p.touched} origin={false} asLink unit={false} /> di antaranya tersentuh. Kesenjangan bertambah pada{' '}
    <Figure figure={p.more} origin={false} asLink unit={false} /> kompetensi orang, berkurang pada{' '}
    <Figure figure={p.less} origin={false} asLink unit={false} />, dan{' '}
    <Figure figure={p.unknown} origin={false} asLink unit={false} /> perlu dinilai.
  </>
)

export const EffectNote = ({ preview }: { preview: Preview }) => (
  <Note tone="limits" title="Akibat bila ditetapkan; belum disimpan" live>
    <p>
      <EffectWords preview={preview} />
    </p>
  </Note>
)
