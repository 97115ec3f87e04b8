import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { agreementState, listAgreements, listWithoutAgreement } from './agreement.store.ts'
import { agreementShape, agreementWords } from './agreement-words.ts'
import { endAgreement, recordAgreement } from './record-agreement.ts'

export const meta = () => [{ title: 'Perjanjian penyelenggara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const rows = (await listAgreements(db)).map(a => ({ ...a, state: agreementState(a, on) }))
    return {
      rows,
      editing: rows.find(a => a.id === query.get('ubah') && a.ended_on === null) ?? null,
      without: await listWithoutAgreement(db),
      isHr: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    if (values._intent === 'end') await run(endAgreement, { agreementId: values.agreementId, reason: values.reason })
    else
      await run(recordAgreement, {
        agreementId: values.agreementId ?? null,
        provider: values.provider,
        number: values.number,
        subject: values.subject,
        startsOn: dayFromForm(values.startsOn, 'startsOn'),
        endsOn: dayFromForm(values.endsOn, 'endsOn'),
        accreditation: values.accreditation ?? null,
        accreditedUntil: values.accreditedUntil ? dayFromForm(values.accreditedUntil, 'accreditedUntil') : null,
      })
    return redirect(href('/diklat/katalog/perjanjian'))
  })

export default function AgreementsPage() {
  const { rows, editing, without, isHr } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isEnding = answer?.values._intent === 'end'
  const value = (name: string, own?: string | null) =>
    answer && !isEnding ? (answer.values[name] ?? null) : (own ?? null)
  const error = (name: string) => (isEnding ? null : answer?.fields[name])
  const ending = rows.filter(a => a.state === 'ending')
  return (
    <>
      <PageHead
        title={
          ending.length > 0
            ? `Perjanjian ${ending[0].provider} berakhir ${formatDay(ending[0].ends_on)}`
            : rows.length > 0
              ? 'Semua perjanjian masih lama berlaku'
              : 'Belum ada perjanjian penyelenggara'
        }
        scope="Perjanjian dan akreditasi penyelenggara dari luar, dengan hari berakhirnya."
        crumbs={[{ label: 'Katalog', href: href('/diklat/katalog') }, { label: 'Perjanjian' }]}
      />
      <TwoColumn
        side={
          isHr && (
            <Section title={editing ? `Ubah ${editing.number}` : 'Catat perjanjian'}>
              <form method="post" className="form">
                <FormKey />
                {editing && <input type="hidden" name="agreementId" value={editing.id} />}
                {!isEnding && <ErrorSummary problems={problemsOf(answer)} />}
                <TextInput
                  name="provider"
                  label="Penyelenggara"
                  hint="Sama seperti tertulis pada modul."
                  value={value('provider', editing?.provider)}
                  error={error('provider')}
                />
                <TextInput
                  name="number"
                  label="Nomor perjanjian"
                  value={value('number', editing?.number)}
                  error={error('number')}
                />
                <TextInput
                  name="subject"
                  label="Tentang"
                  value={value('subject', editing?.subject)}
                  error={error('subject')}
                />
                <DateField
                  name="startsOn"
                  label="Mulai berlaku"
                  value={value('startsOn', editing?.starts_on)}
                  error={error('startsOn')}
                />
                <DateField
                  name="endsOn"
                  label="Berakhir"
                  value={value('endsOn', editing?.ends_on)}
                  error={error('endsOn')}
                />
                <TextInput
                  name="accreditation"
                  label="Akreditasi"
                  hint="Misalnya: terakreditasi LAN, A."
                  optional
                  value={value('accreditation', editing?.accreditation)}
                  error={error('accreditation')}
                />
                <DateField
                  name="accreditedUntil"
                  label="Akreditasi berlaku sampai"
                  optional
                  value={value('accreditedUntil', editing?.accredited_until)}
                  error={error('accreditedUntil')}
                />
                <FormActions>
                  <Button variant="primary">Simpan perjanjian</Button>
                  {editing && <LinkButton href={href('/diklat/katalog/perjanjian')}>Batal</LinkButton>}
                </FormActions>
              </form>
              {editing && (
                <details className="disclosure" open={isEnding}>
                  <summary>Akhiri sebelum waktunya</summary>
                  <form method="post" className="form">
                    <FormKey />
                    <input type="hidden" name="agreementId" value={editing.id} />
                    <TextInput
                      name="reason"
                      label="Alasan"
                      value={isEnding ? answer?.values.reason : null}
                      error={isEnding ? answer?.fields.reason : null}
                    />
                    <Button name="_intent" value="end">
                      Akhiri perjanjian
                    </Button>
                  </form>
                </details>
              )}
            </Section>
          )
        }
      >
        {without.length > 0 && (
          <Note tone="limits" title="Penyelenggara luar tanpa perjanjian yang berlaku">
            {without.map(w => w.provider).join(', ')}. Modulnya tetap dapat direncanakan.
          </Note>
        )}
        {rows.length === 0 ? (
          <EmptyState title="Belum ada perjanjian">Catat perjanjian agar hari berakhirnya diperingatkan.</EmptyState>
        ) : (
          <DataTable
            caption="Perjanjian penyelenggara"
            captionHidden
            rows={rows}
            rowKey={a => a.id}
            columns={[
              {
                key: 'provider',
                header: 'Penyelenggara',
                cell: a => (
                  <>
                    {isHr && a.ended_on === null ? (
                      <a href={`${href('/diklat/katalog/perjanjian')}?ubah=${a.id}`}>{a.provider}</a>
                    ) : (
                      a.provider
                    )}
                    <SubLine>
                      {a.number}, {a.subject}
                    </SubLine>
                  </>
                ),
              },
              { key: 'from', header: 'Mulai', cell: a => formatDay(a.starts_on, 'short') },
              { key: 'until', header: 'Berakhir', cell: a => formatDay(a.ends_on, 'short') },
              {
                key: 'accreditation',
                header: 'Akreditasi',
                cell: a => (
                  <>
                    {a.accreditation ?? 'tidak tercatat'}
                    {a.accredited_until && <SubLine>sampai {formatDay(a.accredited_until, 'short')}</SubLine>}
                  </>
                ),
              },
              {
                key: 'modules',
                header: 'Modul',
                wide: true,
                cell: a => (a.modules.length === 0 ? 'tidak ada dalam katalog' : a.modules.map(m => m.name).join(', ')),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: a => (
                  <>
                    <StateMark state={agreementShape[a.state]}>{agreementWords[a.state]}</StateMark>
                    {a.ended_reason && <SubLine>{a.ended_reason}</SubLine>}
                  </>
                ),
              },
            ]}
          />
        )}
      </TwoColumn>
    </>
  )
}
