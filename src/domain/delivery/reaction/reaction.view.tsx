import type { Figure as FigureOf } from '#core/figure/figure.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { markWords, type ReactionItem, reactionItems, reactionWords } from './reaction-words.ts'

/** A participant's own three answers, once the class is over. */
export const ReactionForm = ({
  enrolmentId,
  given,
  answer,
}: {
  enrolmentId: string
  given: boolean
  answer?: FormAnswer
}) => (
  <Section title="Kesan Anda" note="tanpa nama">
    {given ? (
      <p>
        <StateMark state="known">Terima kasih, kesan Anda sudah dihitung.</StateMark>
      </p>
    ) : (
      <form method="post" className="form">
        <FormKey />
        <input type="hidden" name="enrolmentId" value={enrolmentId} />
        <ErrorSummary problems={problemsOf(answer)} />
        {reactionItems.map(item => (
          <RadioList
            key={item}
            name={item}
            label={reactionWords[item]}
            across
            choices={markWords.map((label, i) => ({ value: String(i + 1), label }))}
            value={answer?.values[item]}
            error={answer?.fields[item]}
          />
        ))}
        <FormActions>
          <Button variant="primary" name="_intent" value="reaction">
            Kirim kesan
          </Button>
        </FormActions>
        <p className="small-text quiet">
          Yang disimpan hanya jumlah tiap jawaban, bukan siapa yang menjawab apa. Kesan tidak dapat diubah.
        </p>
      </form>
    )}
  </Section>
)

/** What participants thought, as far as enough have answered. */
export const ReactionSummary = ({ figures }: { figures: { item: ReactionItem; figure: FigureOf<number> }[] }) => (
  <Section title="Kesan peserta" note="rata-rata, skala lima">
    <ul className="lines">
      {figures.map(f => (
        <li key={f.item}>
          {reactionWords[f.item]}:{' '}
          {f.figure.value === null ? (
            <StateMark state="unknown">jawaban belum cukup</StateMark>
          ) : (
            <Figure figure={f.figure} origin={false} asLink unit={false} />
          )}
        </li>
      ))}
    </ul>
  </Section>
)
