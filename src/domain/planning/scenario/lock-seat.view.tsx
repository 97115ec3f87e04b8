import type { FormAnswer } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'

export type SeatLock = {
  kind: 'must' | 'never'
  employee: string
  module: string
  person: string
  what: string
  reason: string | null
}

const lockWords: Record<SeatLock['kind'], string> = { must: 'Wajib masuk', never: 'Tidak diikutkan' }

/** What is demanded of one person and module, and why; each button is one demand, after which the scenario is solved anew. */
const LockForm = ({
  employee,
  module,
  lock,
  isIn,
  answer,
}: {
  employee: string
  module: string
  lock: SeatLock | undefined
  isIn: boolean
  answer?: FormAnswer
}) => (
  <form method="post" className="form gap-2" id="atur">
    <FormKey />
    <input type="hidden" name="_intent" value="lock" />
    <input type="hidden" name="employeeId" value={employee} />
    <input type="hidden" name="moduleId" value={module} />
    <Textarea
      name="reason"
      label="Alasan"
      hint="Misalnya: dijanjikan pimpinan, atau sedang cuti pada tanggal itu."
      rows={2}
      value={answer?.values.reason ?? lock?.reason ?? ''}
      error={answer?.fields.reason}
    />
    <FormActions note="Skenario ini dihitung lagi dengan permintaan ini.">
      {lock?.kind !== 'must' && (
        <Button small name="demand" value="must">
          {isIn ? 'Kunci' : 'Wajibkan'}
        </Button>
      )}
      {lock?.kind !== 'never' && (
        <Button small name="demand" value="never">
          Jangan ikutkan
        </Button>
      )}
      {lock && (
        <Button small name="demand" value="free">
          Lepas
        </Button>
      )}
    </FormActions>
  </form>
)

/** Below one line of the reasons: the demand that stands, and the way to set or change it. */
export const SeatDemand = ({
  person,
  module,
  what,
  lock,
  isIn,
  mayLock,
  isOpen,
  openHref,
  answer,
}: {
  person: { id: string; name: string }
  module: string
  what: string
  lock: SeatLock | undefined
  isIn: boolean
  mayLock: boolean
  isOpen: boolean
  openHref: string
  answer?: FormAnswer
}) => {
  const act = lock ? 'Ubah' : isIn ? 'Kunci' : 'Wajibkan'
  return (
    <>
      {lock && <StateMark state={lock.kind === 'must' ? 'closed' : 'no'}>{lockWords[lock.kind]}</StateMark>}
      {mayLock &&
        (isOpen ? (
          <LockForm employee={person.id} module={module} lock={lock} isIn={isIn} answer={answer} />
        ) : (
          <LinkButton small variant="quiet" href={openHref} label={`${act}: ${what} untuk ${person.name}`}>
            {act}
          </LinkButton>
        ))}
    </>
  )
}

/** Every demand of this scenario with its reason; each can be let go, also where together they cannot be met. */
export const LocksPart = ({ locks, mayLock }: { locks: readonly SeatLock[]; mayLock: boolean }) =>
  locks.length === 0 ? null : (
    <Section title="Permintaan khusus">
      <ul className="lines">
        {locks.map(l => (
          <li key={l.employee + l.module}>
            <StateMark state={l.kind === 'must' ? 'closed' : 'no'}>{lockWords[l.kind]}</StateMark>
            <div>
              {l.person}: {l.what}
            </div>
            {l.reason && <div className="small-text quiet">{l.reason}</div>}
            {mayLock && (
              <form method="post" className="gap-2">
                <FormKey />
                <input type="hidden" name="_intent" value="lock" />
                <input type="hidden" name="employeeId" value={l.employee} />
                <input type="hidden" name="moduleId" value={l.module} />
                <input type="hidden" name="reason" value={`Dilepas; semula: ${l.reason ?? 'tanpa alasan'}`} />
                <Button small name="demand" value="free" label={`Lepas ${l.what} untuk ${l.person}`}>
                  Lepas
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
