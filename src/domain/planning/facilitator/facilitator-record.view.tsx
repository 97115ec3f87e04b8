import { formatDay, formatNumber } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { Booking, FacilitatorLevel } from './facilitator-record.store.ts'
import { leastAnswers } from './least-answers.ts'

/** How far the money for her teaching has come. */
export const stageWords = { planned: 'direncanakan', committed: 'menjadi kewajiban', paid: 'sudah dibayar' } as const

type Absence = { id: string; starts_on: Day; ends_on: Day; reason: string | null }

/** Days on which a trainer cannot teach; those `mayRemove` allows are taken back on the spot. */
export const TrainerAbsences = ({
  facilitatorId,
  absences,
  mayRemove,
}: {
  facilitatorId: string
  absences: readonly Absence[]
  mayRemove: (absence: Absence) => boolean
}) =>
  absences.length === 0 ? (
    <p className="quiet">Tidak ada hari yang ditandai.</p>
  ) : (
    <ul className="lines">
      {absences.map(a => (
        <li key={a.id}>
          {formatDay(a.starts_on, 'short')} – {formatDay(a.ends_on, 'short')}
          {a.reason ? `: ${a.reason}` : ''}
          {mayRemove(a) && (
            <form method="post">
              <FormKey />
              <input type="hidden" name="facilitatorId" value={facilitatorId} />
              <input type="hidden" name="absenceId" value={a.id} />
              <Button
                small
                variant="quiet"
                name="_intent"
                value="present"
                label={`Hapus tidak hadir ${formatDay(a.starts_on)}`}
              >
                Hapus
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )

type Busy = { from: Day; until: Day; what: string; kind: 'class' | 'away' }

/** When she teaches and when she is away, in the order of days. */
export const TrainerCalendar = ({ busy, on }: { busy: readonly Busy[]; on: Day }) => {
  const ahead = [...busy].filter(b => b.until >= on).sort((a, b) => a.from.localeCompare(b.from))
  return (
    <Section title="Kalender" note="mulai hari ini">
      {ahead.length === 0 ? (
        <p className="quiet">Belum ada kelas atau hari yang ditandai.</p>
      ) : (
        <ul className="lines">
          {ahead.map(b => (
            <li key={b.from + b.what}>
              {formatDay(b.from, 'short')} – {formatDay(b.until, 'short')}:{' '}
              {b.kind === 'away' ? <StateMark state="no">tidak dapat mengajar</StateMark> : b.what}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type FormProps = { answer?: FormAnswer; isHr: boolean }
const of = (answer: FormAnswer | undefined, intent: string) => (answer?.values._intent === intent ? answer : undefined)

/** Classes given to her, with feedback of those that are over, and the form that gives another. */
export const TrainerBookings = ({
  bookings,
  bookable,
  answer,
  isHr,
  isOwn = false,
}: FormProps & { bookings: readonly Booking[]; bookable: { value: string; label: string }[]; isOwn?: boolean }) => {
  const book = of(answer, 'book')
  const back = of(answer, 'unbook')
  const feedback = of(answer, 'feedback')
  const paid = of(answer, 'paid')
  const over = bookings.filter(b => b.is_over && !b.is_cancelled && b.answer !== 'declined')
  return (
    <Section title={isOwn ? 'Kelas yang sudah selesai' : 'Kelas yang diajarkan'}>
      {bookings.length === 0 ? (
        <p className="quiet">
          {isOwn
            ? 'Belum ada kelas yang selesai.'
            : 'Belum ada kelas yang ditugaskan. Kelas dari skenario yang dibekukan tampak di kalender.'}
        </p>
      ) : (
        <DataTable
          caption="Kelas yang diajarkan"
          captionHidden
          rows={bookings}
          rowKey={b => b.id}
          columns={[
            {
              key: 'name',
              header: 'Kelas',
              cell: b => (
                <>
                  {b.name}
                  <SubLine>
                    {b.code}, {formatDay(b.starts_on, 'short')}
                    {b.reason ? `. ${b.reason}` : ''}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'jp',
              header: 'JP mengajar',
              number: true,
              cell: b => (
                <Recorded kind="planning.facilitator-booking" id={b.id}>
                  {formatNumber(b.jp, { digits: 1 })}
                </Recorded>
              ),
            },
            {
              key: 'answer',
              header: isOwn ? 'Honorarium' : 'Jawaban dan honorarium',
              cell: b => (
                <>
                  {!isOwn &&
                    (b.answer === 'accepted' ? (
                      <StateMark state="known">diterima</StateMark>
                    ) : b.answer === 'declined' ? (
                      <StateMark state="no">ditolak: {b.answer_reason}</StateMark>
                    ) : b.is_over ? null : (
                      <StateMark state="unknown">belum dijawab</StateMark>
                    ))}
                  {b.is_over && !b.is_cancelled && b.answer !== 'declined' && (
                    <SubLine>{b.paid_on ? `dibayar ${formatDay(b.paid_on, 'short')}` : 'belum dibayar'}</SubLine>
                  )}
                </>
              ),
            },
            {
              key: 'feedback',
              header: 'Penilaian peserta',
              wide: true,
              cell: b =>
                b.is_cancelled ? (
                  <StateMark state="no">kelas dibatalkan</StateMark>
                ) : b.mean === null || b.answers === null ? (
                  b.is_over ? (
                    <StateMark state="unknown">belum ada</StateMark>
                  ) : (
                    'sesudah kelas'
                  )
                ) : b.answers < leastAnswers ? (
                  'jawaban terlalu sedikit untuk ditampilkan'
                ) : (
                  <span>
                    <Recorded kind="planning.facilitator-feedback" id={`${b.facilitator_id}~${b.session_id}`}>
                      {formatNumber(b.mean, { digits: 2 })}
                    </Recorded>{' '}
                    pada skala lima{b.remark && <SubLine>{b.remark}</SubLine>}
                  </span>
                ),
            },
          ]}
        />
      )}
      {isHr && (
        <details className="disclosure" open={book !== undefined}>
          <summary>Tugaskan kelas</summary>
          {bookable.length === 0 ? (
            <p className="quiet">Tidak ada kelas mendatang dari modul yang diajarkannya.</p>
          ) : (
            <form method="post" className="form">
              <FormKey />
              <ErrorSummary problems={problemsOf(book)} />
              <Select
                name="sessionId"
                label="Kelas"
                placeholder="Pilih kelas"
                options={bookable}
                value={book?.values.sessionId}
                error={book?.fields.sessionId}
              />
              <NumberField
                name="jp"
                label="JP mengajar"
                hint="Kosongkan untuk seluruh JP modul."
                optional
                value={book?.values.jp}
                error={book?.fields.jp}
              />
              <TextInput
                name="reason"
                label="Alasan"
                hint="Wajib bila melebihi batas harinya, atau sesudah ia pensiun."
                optional
                value={book?.values.reason}
                error={book?.fields.reason}
              />
              <FormActions>
                <Button name="_intent" value="book">
                  Tugaskan
                </Button>
              </FormActions>
            </form>
          )}
        </details>
      )}
      {isHr && bookings.some(b => !b.is_over) && (
        <details className="disclosure" open={back !== undefined}>
          <summary>Tarik penugasan</summary>
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(back)} />
            <Select
              name="bookingId"
              label="Kelas"
              options={bookings
                .filter(b => !b.is_over)
                .map(b => ({ value: b.id, label: `${b.name}, ${formatDay(b.starts_on, 'short')}` }))}
              value={back?.values.bookingId}
            />
            <TextInput name="reason" label="Alasan penarikan" value={back?.values.reason} error={back?.fields.reason} />
            <FormActions>
              <Button name="_intent" value="unbook">
                Tarik
              </Button>
            </FormActions>
          </form>
        </details>
      )}
      {isHr && over.length > 0 && (
        <details className="disclosure" open={paid !== undefined}>
          <summary>Catat honorarium dibayar</summary>
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(paid)} />
            <Select
              name="bookingId"
              label="Kelas"
              options={over.map(b => ({
                value: b.id,
                label: `${b.name}, ${formatDay(b.starts_on, 'short')}${b.paid_on ? ` (dibayar ${formatDay(b.paid_on, 'short')})` : ''}`,
              }))}
              value={paid?.values.bookingId}
              error={paid?.fields.bookingId}
            />
            <DateField
              name="paidOn"
              label="Tanggal dibayar"
              hint="Kosongkan untuk membatalkan catatan, dengan alasan."
              optional
              value={paid?.values.paidOn}
              error={paid?.fields.paidOn}
            />
            <TextInput
              name="reason"
              label="Alasan pembatalan catatan"
              optional
              value={paid?.values.reason}
              error={paid?.fields.reason}
            />
            <FormActions>
              <Button name="_intent" value="paid">
                Simpan
              </Button>
            </FormActions>
          </form>
        </details>
      )}
      {isHr && over.length > 0 && (
        <details className="disclosure" open={feedback !== undefined}>
          <summary>Catat penilaian peserta dari kertas</summary>
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(feedback)} />
            <Select
              name="sessionId"
              label="Kelas"
              options={over.map(b => ({ value: b.session_id, label: `${b.name}, ${formatDay(b.starts_on, 'short')}` }))}
              value={feedback?.values.sessionId}
              error={feedback?.fields.sessionId}
            />
            <NumberField
              name="answers"
              label="Jumlah jawaban"
              value={feedback?.values.answers}
              error={feedback?.fields.answers}
            />
            <NumberField
              name="mean"
              label="Rata-rata, 1 sampai 5"
              value={feedback?.values.mean}
              error={feedback?.fields.mean}
            />
            <TextInput name="remark" label="Ringkasan saran" optional value={feedback?.values.remark} />
            <FormActions>
              <Button name="_intent" value="feedback">
                Simpan penilaian
              </Button>
            </FormActions>
          </form>
        </details>
      )}
    </Section>
  )
}

/** What she masters, each with its evidence. */
export const TrainerLevels = ({
  levels,
  competencies,
  answer,
  isHr,
  on,
}: FormProps & { levels: readonly FacilitatorLevel[]; competencies: { value: string; label: string }[]; on: Day }) => {
  const own = of(answer, 'level')
  return (
    <Section title="Kompetensi mengajar">
      {levels.length === 0 ? (
        <p className="quiet">Belum ada level yang dicatat dengan bukti.</p>
      ) : (
        <ul className="lines">
          {levels.map(l => (
            <li key={l.competency}>
              {l.competency}: level {l.level}
              {l.valid_until && l.valid_until < on && (
                <>
                  {' '}
                  <StateMark state="expired">kedaluwarsa</StateMark>
                </>
              )}
              <div className="small-text quiet">
                {l.evidence}, {formatDay(l.observed_on, 'short')}
                {l.valid_until ? `, berlaku sampai ${formatDay(l.valid_until, 'short')}` : ''}
              </div>
            </li>
          ))}
        </ul>
      )}
      {isHr && (
        <details className="disclosure" open={own !== undefined}>
          <summary>Catat level dengan bukti</summary>
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(own)} />
            <Select
              name="competencyId"
              label="Kompetensi"
              placeholder="Pilih kompetensi"
              options={competencies}
              value={own?.values.competencyId}
              error={own?.fields.competencyId}
            />
            <NumberField name="level" label="Level" value={own?.values.level} error={own?.fields.level} />
            <TextInput
              name="evidence"
              label="Bukti"
              hint="Misalnya: sertifikat TOT LAN nomor 12 tahun 2025."
              value={own?.values.evidence}
              error={own?.fields.evidence}
            />
            <DateField
              name="observedOn"
              label="Tanggal bukti"
              value={own?.values.observedOn}
              error={own?.fields.observedOn}
            />
            <DateField
              name="validUntil"
              label="Berlaku sampai"
              optional
              value={own?.values.validUntil}
              error={own?.fields.validUntil}
            />
            <FormActions>
              <Button name="_intent" value="level">
                Simpan level
              </Button>
            </FormActions>
          </form>
        </details>
      )}
    </Section>
  )
}
