import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { CriteriaFields, reasonsFrom } from './criteria-fields.view.tsx'
import { nominateEmployee } from './nominate-employee.ts'
import { purposes } from './nomination.model.ts'
import { findRunningCycle, listTeam, nominationRulesOn } from './nomination.store.ts'
import { purposeHints, purposeWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Usulkan · Anyam' }]

const isId = (value: string | null): value is string => !!value && /^[0-9a-f-]{36}$/i.test(value)

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query, on }) => {
    type Choice = { id: string; name: string; position_name: string | null }
    const own: Choice[] = actor.employeeId
      ? [{ id: actor.employeeId, name: `${actor.name} (diri sendiri)`, position_name: null }]
      : []
    const asked = query.get('pegawai')
    const person = isId(asked)
      ? await db.rows<Choice>(sql`select id, name, position_name from workforce.v_people where id = ${asked}`)
      : []
    const team = actor.role === 'supervisor' ? await listTeam(db) : []
    const programmeId = query.get('program')
    const said = isId(programmeId) ? 'programme' : query.get('tujuan')
    const purpose = purposes.find(p => p === said) ?? null
    const rules = await nominationRulesOn(db, on)
    return {
      people: [...person, ...team, ...own].filter((p, i, all) => all.findIndex(q => q.id === p.id) === i),
      chosen: asked,
      programmeId: isId(programmeId) ? programmeId : null,
      purpose,
      cycle: purpose === 'programme' ? null : await findRunningCycle(db),
      least: rules.body.leastLetters,
      rules: purpose ? rules.body.purposes[purpose] : null,
      version: `${rules.reference.code} versi ${rules.reference.version}`,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(nominateEmployee, {
      employeeId: values.employeeId,
      purpose: values.purpose,
      reasons: reasonsFrom(values),
      refereeNip: values.refereeNip ?? null,
      programmeId: values.programmeId ?? null,
      cycleId: values.cycleId ?? null,
    })
    return redirect(`${href('/jalur/usulan')}?pesan=terkirim`)
  })

export default function NominatePage() {
  const { people, chosen, programmeId, purpose, cycle, least, rules, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Beranda', href: '/' }, { label: 'Usulkan' }]
  if (!purpose || !rules)
    return (
      <>
        <PageHead
          title="Usulkan orang untuk tumbuh"
          scope="Tiap tujuan punya kriteria sendiri dan diputus sendiri. Pilih tujuannya lebih dahulu."
          crumbs={crumbs}
        />
        <form method="get" className="form">
          {chosen && <input type="hidden" name="pegawai" value={chosen} />}
          <RadioList
            name="tujuan"
            label="Untuk apa"
            boxed
            choices={(['advancement', 'lateral'] as const).map(p => ({
              value: p,
              label: purposeWords[p],
              hint: purposeHints[p],
            }))}
          />
          <FormActions note="Usulan peserta program dibuat dari halaman programnya.">
            <Button variant="primary">Lanjut</Button>
          </FormActions>
        </form>
      </>
    )
  const where = new URLSearchParams(chosen ? { pegawai: chosen } : {})
  return (
    <>
      <PageHead
        title={`Usulkan: ${purposeWords[purpose].toLowerCase()}`}
        scope={`Jawab tiap kriteria yang diumumkan dengan contoh kerja nyata. Orang yang Anda usulkan diberi tahu dan membacanya.${cycle ? ` Masuk ${cycle.name}.` : ''}`}
        crumbs={crumbs}
      />
      <form method="post" className="form" noValidate>
        <FormKey />
        <input type="hidden" name="purpose" value={purpose} />
        {programmeId && <input type="hidden" name="programmeId" value={programmeId} />}
        {cycle && <input type="hidden" name="cycleId" value={cycle.id} />}
        <ErrorSummary problems={problemsOf(answer)} />
        <Select
          name="employeeId"
          label="Siapa"
          options={people.map(p => ({
            value: p.id,
            label: p.position_name ? `${p.name}, ${p.position_name}` : p.name,
          }))}
          value={answer?.values.employeeId ?? chosen}
          error={answer?.fields.employeeId}
        />
        <CriteriaFields
          criteria={rules.criteria}
          leastLetters={least}
          values={answer?.values}
          errors={answer?.fields}
        />
        {rules.secondReference && (
          <TextInput
            name="refereeNip"
            label="Pemberi rekomendasi kedua, NIP"
            hint="Pejabat lain yang mengenal pekerjaannya. Ia menulis alasannya sendiri dan boleh menolak. Usulan baru diputus sesudahnya."
            inputMode="numeric"
            value={answer?.values.refereeNip}
            error={answer?.fields.refereeNip}
          />
        )}
        <FormActions note={`Keputusan dibuat oleh orang lain dan disertai alasan. Kriteria: ${version}.`}>
          <Button variant="primary">Kirim usulan</Button>
          {!programmeId && <LinkButton href={`${href('/talenta/usulan/baru')}?${where}`}>Ganti tujuan</LinkButton>}
        </FormActions>
      </form>
    </>
  )
}
