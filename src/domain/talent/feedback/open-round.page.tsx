import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { rulesOn } from './feedback.store.ts'
import { openFeedbackRound } from './open-round.ts'

export const meta = () => [{ title: 'Buka putaran umpan balik · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => {
    const { body, reference } = rulesOn(on)
    return {
      on,
      year: yearOf(on),
      proposeUntil: addDays(on, body.proposeDays),
      closesOn: addDays(on, body.proposeDays + body.answerDays),
      rule: reference,
      units: await db.rows<{ id: string; name: string; depth: number }>(
        sql`with recursive tree as (
            select id, name, 0 as depth, name::text as path from workforce.v_units where parent_id is null
            union all select u.id, u.name, t.depth + 1, t.path || ' / ' || u.name from workforce.v_units u join tree t on u.parent_id = t.id where t.depth < 4)
          select id, name, depth from tree order by path`,
      ),
      tiers: await db.rows<{ tier: string }>(
        sql`select distinct tier from workforce.v_people where state = 'active' and tier is not null order by tier`,
      ),
      cycles: await db.rows<{ id: string; name: string }>(
        sql`select id, name from talent.cycles where state <> 'TUTUP' order by as_of desc limit 20`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run }) => {
    const { id } = await run(openFeedbackRound, {
      name: values.name,
      year: values.year,
      cycleId: values.cycleId || null,
      unitIds: values.unitIds ? [values.unitIds] : [],
      tiers: form.getAll('tiers').map(String),
      supervisorNip: values.supervisorNip || null,
      proposeUntil: dayFromForm(values.proposeUntil, 'proposeUntil') ?? null,
      closesOn: dayFromForm(values.closesOn, 'closesOn') ?? null,
    })
    return redirect(`${href('/talenta/umpan-balik/:roundId', { roundId: id })}?pesan=dibuka`)
  })

export default function OpenRoundPage() {
  const { year, proposeUntil, closesOn, rule, units, tiers, cycles, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title="Buka putaran umpan balik 360°"
        scope="Penilai disusun dari data atasan dan unit. Belum ada yang diminta sebelum atasan mengonfirmasi."
        crumbs={[{ label: 'Umpan balik 360°', href: href('/talenta/umpan-balik') }, { label: 'Buka putaran' }]}
      />
      <form method="post" className="form" noValidate>
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <Note title={`Aturan ${rule.code} versi ${rule.version}`}>
          <p>
            Hasil memerlukan jawaban atasan dan cukup banyak rekan. Yang kurang dinyatakan belum diketahui, bukan
            rendah.
          </p>
        </Note>
        <TextInput
          name="name"
          label="Nama putaran"
          hint="Misalnya: Umpan balik 2026 Dinas Kesehatan"
          value={answer?.values.name}
          error={error('name')}
        />
        <TextInput
          name="year"
          label="Tahun kinerja"
          inputMode="numeric"
          value={answer?.values.year ?? String(year)}
          error={error('year')}
        />
        <Select
          name="unitIds"
          label="Unit, beserta semua di bawahnya"
          optional
          placeholder="Seluruh instansi"
          options={units.map(u => ({ value: u.id, label: `${'– '.repeat(u.depth)}${u.name}` }))}
          value={answer?.values.unitIds}
          error={error('unitIds')}
        />
        <CheckboxList
          name="tiers"
          label="Jenjang"
          hint="Kosongkan untuk semua jenjang."
          optional
          choices={tiers.map(t => ({ value: t.tier, label: t.tier }))}
        />
        <TextInput
          name="supervisorNip"
          label="Hanya tim seorang atasan, NIP"
          hint="Untuk mencoba putaran pada satu tim lebih dahulu."
          optional
          inputMode="numeric"
          value={answer?.values.supervisorNip}
          error={error('supervisorNip')}
        />
        <DateField
          name="proposeUntil"
          label="Penilai dapat diubah sampai"
          hint={`Menurut aturan ${formatDay(proposeUntil)}. Sesudahnya penilai diundang.`}
          min={on}
          value={answer?.values.proposeUntil ?? proposeUntil}
          error={error('proposeUntil')}
        />
        <DateField
          name="closesOn"
          label="Batas menjawab"
          hint="Sesudahnya putaran ditutup dan hasilnya dihitung."
          min={on}
          value={answer?.values.closesOn ?? closesOn}
          error={error('closesOn')}
        />
        <Select
          name="cycleId"
          label="Siklus talenta"
          optional
          placeholder="Di luar siklus"
          options={cycles.map(c => ({ value: c.id, label: c.name }))}
          value={answer?.values.cycleId}
          error={error('cycleId')}
        />
        <FormActions>
          <Button variant="primary">Buka putaran</Button>
          <LinkButton href={href('/talenta/umpan-balik')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
