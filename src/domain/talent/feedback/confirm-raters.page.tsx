import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { Checkbox } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { confirmFeedbackRaters } from './agree-raters.ts'
import { shortGroups } from './feedback.model.ts'
import { findRound, findSubject, listRaterRows, rulesOn } from './feedback.store.ts'
import { groupWords, originWords } from './feedback-words.ts'

export const meta = () => [{ title: 'Konfirmasi penilai umpan balik · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query }) => {
    const round = await findRound(db, params.roundId)
    const subject = await findSubject(db, params.roundId, params.employeeId)
    if (!round || !subject || subject.employee_id === actor.employeeId) throw errors.feedback.notFound()
    const person = await db.one<{ name: string }>(
      sql`select name from workforce.v_people where id = ${subject.employee_id}`,
    )
    const rows = await listRaterRows(db, round.id, subject.employee_id)
    const standing = rows.filter(r => r.standing === 'drafted' || r.standing === 'confirmed')
    return {
      round,
      name: person.name,
      isOpen: subject.state === 'proposed' && round.state === 'proposing',
      isHr: actor.role === 'hr_officer',
      raters: standing,
      wishes: rows
        .filter(r => r.standing === 'wanted')
        .map(r => ({ ...r, replaces: rows.find(x => x.id === r.replaces_id)?.rater_name ?? null })),
      short: shortGroups(
        rulesOn(round.opened_on).body,
        standing.map(r => ({ group: r.rater_group })),
      ),
      isSaved: query.get('pesan') === 'tersimpan',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params, actor }) => {
    const ids = { roundId: params.roundId, employeeId: params.employeeId }
    const here = href('/umpan-balik/tim/:roundId/:employeeId', ids)
    if (values.act === 'remove') {
      await run(confirmFeedbackRaters, { act: 'remove', ...ids, raterRowId: values.raterRowId, reason: values.reason })
      return redirect(`${here}?pesan=tersimpan`)
    }
    if (values.act === 'add') {
      await run(confirmFeedbackRaters, { act: 'add', ...ids, nip: values.nip, group: values.group as 'rekan' })
      return redirect(`${here}?pesan=tersimpan`)
    }
    await run(confirmFeedbackRaters, {
      act: 'confirm',
      ...ids,
      granted: form.getAll('granted').map(String),
      refusal: values.refusal,
    })
    return redirect(
      actor.role === 'hr_officer'
        ? href('/talenta/umpan-balik/:roundId/:employeeId', ids)
        : `${href('/umpan-balik/tim')}?pesan=dikonfirmasi`,
    )
  })

export default function ConfirmRatersPage() {
  const { round, name, isOpen, isHr, raters, wishes, short, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const removable = raters.filter(r => r.rater_group === 'rekan' || r.rater_group === 'bawahan')
  return (
    <>
      <PageHead
        title={`Penilai umpan balik ${name}`}
        scope={
          isOpen
            ? `Konfirmasi sampai ${formatDay(round.propose_until)}. Sesudah itu penilai diundang seperti tersusun.`
            : 'Penilainya sudah dikonfirmasi dan diundang. Siapa yang menjawab tidak diperlihatkan.'
        }
        crumbs={
          isHr
            ? [
                { label: 'Umpan balik 360°', href: href('/talenta/umpan-balik') },
                { label: round.name, href: href('/talenta/umpan-balik/:roundId', { roundId: round.id }) },
                { label: name },
              ]
            : [
                { label: 'Beranda', href: '/' },
                { label: 'Penilai umpan balik', href: href('/umpan-balik/tim') },
                { label: name },
              ]
        }
      />
      {isSaved && <StatusLine>Perubahan tersimpan.</StatusLine>}
      <ErrorSummary problems={problemsOf(answer)} />
      {isOpen && short.length > 0 && (
        <Note tone="due" title={`${short.map(s => groupWords[s.group]).join(', ')} masih kurang`}>
          Bila tetap kurang, hasilnya belum dapat diketahui. Tambahkan dari unit lain yang bekerja bersamanya.
        </Note>
      )}
      <DataTable
        caption="Penilai"
        captionHidden
        rows={raters}
        rowKey={r => r.id}
        columns={[
          {
            key: 'name',
            header: 'Nama',
            cell: r => (
              <>
                {r.rater_name}
                <SubLine>
                  {groupWords[r.rater_group]}, {originWords[r.origin]}
                </SubLine>
              </>
            ),
          },
        ]}
      />
      {isOpen && (
        <>
          <Section title={wishes.length > 0 ? 'Permintaan yang dinilai, dan konfirmasi' : 'Konfirmasi'}>
            <form method="post" className="form">
              <FormKey />
              {wishes.map(w => (
                <Checkbox
                  key={w.id}
                  name="granted"
                  value={w.id}
                  label={`Setujui ${w.rater_name} sebagai ${groupWords[w.rater_group].toLowerCase()}${w.replaces ? `, menggantikan ${w.replaces}` : ''}`}
                  hint={w.reason}
                />
              ))}
              {wishes.length > 0 && (
                <Textarea
                  name="refusal"
                  label="Alasan bagi yang tidak disetujui"
                  optional
                  rows={2}
                  value={answer?.values.refusal}
                />
              )}
              <FormActions note="Penilai langsung diundang. Yang dinilai tidak melihat siapa yang menjawab.">
                <Button variant="primary" name="act" value="confirm">
                  Konfirmasi dan undang
                </Button>
              </FormActions>
            </form>
          </Section>
          <Section title="Tambah penilai">
            <form method="post" className="form" noValidate>
              <FormKey />
              <TextInput
                name="nip"
                label="NIP"
                inputMode="numeric"
                value={answer?.values.act === 'add' ? answer.values.nip : undefined}
                error={answer?.values.act === 'add' ? answer.fields.nip : null}
              />
              <Select
                name="group"
                label="Sebagai"
                options={[
                  { value: 'rekan', label: 'Rekan' },
                  { value: 'bawahan', label: 'Bawahan' },
                ]}
                value={answer?.values.group ?? 'rekan'}
              />
              <FormActions>
                <Button name="act" value="add">
                  Tambahkan
                </Button>
              </FormActions>
            </form>
          </Section>
          {removable.length > 0 && (
            <Section title="Keluarkan penilai">
              <form method="post" className="form" noValidate>
                <FormKey />
                <Select
                  name="raterRowId"
                  label="Penilai"
                  placeholder="Pilih"
                  options={removable.map(r => ({ value: r.id, label: r.rater_name }))}
                  value={answer?.values.act === 'remove' ? answer.values.raterRowId : undefined}
                  error={answer?.values.act === 'remove' ? answer.fields.raterRowId : null}
                />
                <TextInput
                  name="reason"
                  label="Alasan"
                  hint="Dibaca yang dinilai."
                  value={answer?.values.act === 'remove' ? answer.values.reason : undefined}
                  error={answer?.values.act === 'remove' ? answer.fields.reason : null}
                />
                <FormActions>
                  <Button name="act" value="remove">
                    Keluarkan
                  </Button>
                </FormActions>
              </form>
            </Section>
          )}
        </>
      )}
    </>
  )
}
