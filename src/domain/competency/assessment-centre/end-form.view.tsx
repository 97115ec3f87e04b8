import type { FormAnswer } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'

/** Ends the use of a provider or an assessor with a reason, or takes it up again. `answer`: what this form came back with. */
export const EndForm = ({
  title,
  verb,
  hasEnded,
  answer,
}: {
  title: string
  verb: string
  hasEnded: boolean
  answer: FormAnswer | undefined
}) => (
  <Section title={title}>
    <form method="post" className="form">
      <FormKey />
      <Textarea
        name="reason"
        id="end-reason"
        label="Alasan"
        rows={2}
        value={answer?.values.reason}
        error={answer ? (answer.fields.reason ?? answer.message) : null}
      />
      <FormActions>
        <Button name="_intent" value={hasEnded ? 'resume' : 'end'} variant={hasEnded ? 'plain' : 'danger'}>
          {verb}
        </Button>
      </FormActions>
    </form>
  </Section>
)
