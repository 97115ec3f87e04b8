import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { stateAspiration } from './state-aspiration.ts'

export const meta = () => [{ title: 'Jabatan sasaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const search = query.get('cari') ?? ''
    return {
      search,
      now: actor.employeeId
        ? await db.find<{ name: string; unit_name: string | null }>(
            sql`select p.name, p.unit_name from talent.v_aspirations a join workforce.v_positions p on p.agency_id = a.agency_id and p.id = a.target_position_id where a.employee_id = ${actor.employeeId}`,
          )
        : null,
      positions: await db.rows<{
        id: string
        name: string
        tier: string
        unit_name: string | null
      }>(sql`select id, name, tier, unit_name from workforce.v_positions where tier in ('JPT Pratama', 'Administrator', 'Pengawas', 'JF Ahli Madya', 'JF Ahli Utama')
        and (${search} = '' or lower(name || ' ' || coalesce(unit_name, '')) like '%' || lower(${search}) || '%') order by name, unit_name limit 30`),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, actor }) => {
    if (!actor.employeeId)
      throw new Refusal('talent.aspiration.no-employee', 'Akun ini tidak terhubung dengan pegawai.')
    await run(stateAspiration, { employeeId: actor.employeeId, positionId: values.positionId, note: values.note })
    return redirect('/?pesan=sasaran')
  })

export default function AspirationPage() {
  const { search, now, positions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Ke jabatan mana Anda ingin tumbuh?"
        scope="Pilihan ini tercatat dengan tanggal, dapat diganti, dan dibaca oleh Anda, atasan, pengelola, dan komite."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Jabatan sasaran' }]}
      />
      {now && <Note title={`Sasaran sekarang: ${now.name}`}>{now.unit_name}</Note>}
      {answer && <Note tone="risk" title={answer.fields.positionId ?? answer.message} live />}
      <FilterBar
        filters={[]}
        search={{ name: 'cari', label: 'Cari jabatan atau unit', value: search }}
        clearHref={search ? href('/jalur/sasaran') : undefined}
      />
      {positions.length === 0 ? (
        <EmptyFiltered what="jabatan" count={1} filters={`Kata: ${search}`} clearHref={href('/jalur/sasaran')} />
      ) : (
        <form method="post" className="form">
          <FormKey />
          <RadioList
            name="positionId"
            label="Jabatan"
            boxed
            choices={positions.map(p => ({
              value: p.id,
              label: p.name,
              hint: `${p.tier}${p.unit_name ? `, ${p.unit_name}` : ''}`,
            }))}
            value={answer?.values.positionId}
            error={answer?.fields.positionId}
          />
          <Textarea name="note" label="Catatan" optional rows={3} />
          <FormActions>
            <Button variant="primary">Simpan sasaran</Button>
          </FormActions>
        </form>
      )}
    </>
  )
}
