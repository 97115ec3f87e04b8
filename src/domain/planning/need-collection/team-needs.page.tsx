import { Fragment } from 'react'
import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/need-collection.css'
import { errors } from '../errors.ts'
import { answerNeeds } from './answer-needs.ts'
import { listTeamCounts, teamFigures } from './collection-figures.ts'
import { delegateEntry, withdrawDelegation } from './delegate-entry.ts'
import { collectionRules } from './need-collection.rules.ts'
import {
  type CollectedNeed,
  findCollection,
  findDelegationTo,
  listDelegatedNeeds,
  listDelegations,
  listTeamNeeds,
} from './need-collection.store.ts'
import { levelsOf, needStateShape, needStateWords, quarterOf, told } from './need-collection-words.ts'

export const meta = () => [{ title: 'Kebutuhan tim · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on }) => {
    const collection = await findCollection(db, params.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    const common = {
      collection,
      on,
      isLate: on > collection.closes_on || collection.state === 'closed',
      told: told[query.get('pesan') ?? ''] ?? null,
    }
    const delegation = await findDelegationTo(db, collection.id, actor.employeeId)
    if (actor.role === 'supervisor' && actor.employeeId && query.get('titipan') !== 'ya') {
      const counts = await listTeamCounts(db, collection.id, actor.employeeId)
      return {
        ...common,
        role: 'supervisor' as const,
        needs: await listTeamNeeds(db, collection.id, actor.employeeId),
        figures: teamFigures(collection, actor.employeeId, counts, on),
        delegation: null,
        isAlsoDelegate: delegation !== null,
        given: await listDelegations(db, collection.id, actor.employeeId),
        until: addDays(on, collectionRules.on(on).body.delegationDays),
        team: await db.rows<{ id: string; name: string }>(
          sql`select id, name from workforce.v_people where supervisor_id = ${actor.employeeId} and state = 'active' order by lower(name) limit 200`,
        ),
      }
    }
    if (!delegation) throw errors.collection.notDelegated()
    // Who writes in somebody's place learns nothing about levels or order.
    const needs = (await listDelegatedNeeds(db, delegation)).map(n => ({
      ...n,
      level_held: null,
      level_required: null,
      priority: 0,
    }))
    return {
      ...common,
      role: 'delegate' as const,
      needs,
      figures: null,
      delegation,
      isAlsoDelegate: false,
      given: [],
      until: null,
      team: [],
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params, visit, actor }) => {
    const collectionId = params.collectionId
    const here = href('/diklat/kebutuhan/:collectionId/tim', { collectionId })
    if (values.act === 'delegate') {
      await run(delegateEntry, {
        collectionId,
        delegateId: values.delegateId,
        validUntil: dayFromForm(values.validUntil, 'validUntil') ?? null,
        lateReason: values.lateReason ?? null,
      })
      return redirect(`${here}?pesan=dititipkan`)
    }
    if (values.withdraw) {
      await run(withdrawDelegation, { delegationId: values.withdraw })
      return redirect(`${here}?pesan=titipanditarik`)
    }
    const said = [...form.entries()].flatMap(([key, value]) =>
      key.startsWith('jawab-') && (value === 'confirm' || value === 'refuse' || value === 'open')
        ? [{ needId: key.slice(6), decision: value, reason: value === 'refuse' ? (values.reason ?? null) : null }]
        : [],
    )
    const answers =
      values.act === 'all'
        ? await visit.database.as(
            actor,
            async db =>
              (await listTeamNeeds(db, collectionId, actor.employeeId ?? ''))
                .filter(n => (n.state === 'waiting' || n.state === 'returned') && !said.some(s => s.needId === n.id))
                .map(n => ({ needId: n.id, decision: 'confirm' as const, reason: null }))
                .concat(said as never),
            { readOnly: true },
          )
        : said
    await run(answerNeeds, { collectionId, lateReason: values.lateReason ?? null, answers })
    return redirect(`${here}?pesan=dijawab`)
  })

const NeedFacts = ({ need }: { need: CollectedNeed }) => (
  <Recorded kind="planning.collected-need" id={need.id}>
    {[
      need.form,
      need.jp === null ? null : `${formatNumber(need.jp, { digits: 1 })} JP`,
      need.origin === 'unknown'
        ? null
        : need.cost === null
          ? 'biaya belum diketahui'
          : need.cost === 0
            ? 'tanpa biaya'
            : formatRupiah(need.cost),
      need.quarter === null ? null : quarterOf(need.quarter),
    ]
      .filter(Boolean)
      .join(' · ') || 'lihat rinciannya'}
  </Recorded>
)

export default function TeamNeedsPage() {
  const data = useLoaderData<typeof loader>()
  const { collection, needs, figures, role, isLate, told, delegation, given, team, until } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isSupervisor = role === 'supervisor'
  const isOpen = (n: CollectedNeed) => n.state === 'waiting' || n.state === 'returned'
  const waiting = needs.filter(isOpen)
  const id = { collectionId: collection.id }
  const activeGiven = given.find(d => d.withdrawn_on === null && d.valid_until >= data.on)
  return (
    <>
      <PageHead
        title={
          !isSupervisor ? (
            `Isi kebutuhan tim ${delegation?.supervisor_name}`
          ) : waiting.length === 0 ? (
            'Kebutuhan tim Anda sudah dijawab semua'
          ) : figures ? (
            <>
              <Figure figure={figures.waiting} origin={false} asLink unit={false} /> kebutuhan tim menunggu jawaban Anda
            </>
          ) : (
            'Kebutuhan tim'
          )
        }
        scope={
          isSupervisor
            ? `${collection.name}, sampai ${formatDay(collection.closes_on)}. Setujui yang sesuai, ubah atau tambah yang kurang, tolak dengan alasan.`
            : `${collection.name}. Anda mengisi sampai ${delegation ? formatDay(delegation.valid_until) : ''}; ${delegation?.supervisor_name} tetap mengonfirmasi.`
        }
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          { label: collection.name, href: href('/diklat/kebutuhan/:collectionId', id) },
          { label: 'Tim' },
        ]}
        actions={
          <>
            {data.isAlsoDelegate && (
              <LinkButton href={`${href('/diklat/kebutuhan/:collectionId/tim', id)}?titipan=ya`}>
                Titipan untuk Anda
              </LinkButton>
            )}
            <LinkButton icon="add" href={href('/diklat/kebutuhan/:collectionId/tambah', id)}>
              Tambah kebutuhan
            </LinkButton>
          </>
        }
      />
      <StatusLine>{told}</StatusLine>
      <ErrorSummary problems={problemsOf(answer)} />
      {needs.length === 0 ? (
        <EmptyState title="Belum ada kebutuhan untuk tim ini">
          Tidak ada kesenjangan yang diketahui, atau tim ini di luar cakupan. Anda tetap dapat menambah.
        </EmptyState>
      ) : (
        <form method="post" className="team-needs">
          <FormKey />
          {isSupervisor && waiting.length > 0 && (
            <p className="row">
              <Button variant="primary" name="act" value="all">
                Setujui semua yang belum dijawab
              </Button>
              <span className="small-text quiet">Pilihan yang sudah Anda tandai di bawah ikut tersimpan.</span>
            </p>
          )}
          <ul className="need-rows">
            {needs.map((need, i) => (
              <Fragment key={need.id}>
                {need.employee_id !== needs[i - 1]?.employee_id && (
                  <li className="need-person">
                    <h2>{need.person_name}</h2>
                    <span className="small-text quiet">{need.position_name ?? need.unit_name}</span>
                  </li>
                )}
                <li>
                  <div>
                    <p>
                      <a href={href('/diklat/kebutuhan/butir/:needId', { needId: need.id })}>
                        <b>{need.title}</b>
                      </a>
                    </p>
                    <p className="small-text quiet">
                      {[need.origin === 'leadership' ? null : need.subject, levelsOf(need)].filter(Boolean).join(', ')}
                    </p>
                    <p className="small-text">{need.why}</p>
                    <p className="small-text quiet">
                      <NeedFacts need={need} />
                    </p>
                    {need.state === 'returned' && need.verified_reason && (
                      <p className="small-text">
                        <StateMark state="expired">Dikembalikan: {need.verified_reason}</StateMark>
                      </p>
                    )}
                    {need.entered_by_name && need.state === 'waiting' && (
                      <p className="small-text quiet">Ditulis {need.entered_by_name}.</p>
                    )}
                    {!isOpen(need) && (
                      <p className="small-text">
                        <StateMark state={needStateShape[need.state]}>{needStateWords[need.state]}</StateMark>
                        {need.decision_reason && <> {need.decision_reason}</>}
                      </p>
                    )}
                  </div>
                  {isSupervisor && need.state !== 'accepted' && need.state !== 'merged' ? (
                    <fieldset className="row">
                      <legend className="sr">
                        {need.title}, {need.person_name}
                      </legend>
                      {(isOpen(need)
                        ? ([
                            ['confirm', 'Setuju'],
                            ['refuse', 'Tidak perlu'],
                          ] as const)
                        : ([['open', 'Batalkan jawaban']] as const)
                      ).map(([value, label]) => (
                        <label className="option" key={value}>
                          <input
                            type={value === 'open' ? 'checkbox' : 'radio'}
                            name={`jawab-${need.id}`}
                            value={value}
                            defaultChecked={answer?.values[`jawab-${need.id}`] === value}
                          />
                          <span>{label}</span>
                        </label>
                      ))}
                    </fieldset>
                  ) : (
                    !isSupervisor &&
                    isOpen(need) && (
                      <LinkButton
                        small
                        href={href('/diklat/kebutuhan/butir/:needId', { needId: need.id })}
                        label={`Ubah ${need.title}, ${need.person_name}`}
                      >
                        Ubah
                      </LinkButton>
                    )
                  )}
                </li>
              </Fragment>
            ))}
          </ul>
          {isSupervisor && (
            <div className="form">
              <TextInput
                name="reason"
                label="Alasan bagi yang tidak perlu"
                hint="Satu alasan untuk semua yang Anda tandai tidak perlu dalam penyimpanan ini."
                optional
                value={answer?.values.reason}
                error={answer?.fields.reason}
              />
              {isLate && (
                <TextInput
                  name="lateReason"
                  label="Alasan terlambat"
                  hint={`Pengumpulan berakhir ${formatDay(collection.closes_on)}.`}
                  value={answer?.values.lateReason}
                  error={answer?.fields.lateReason}
                />
              )}
              <FormActions>
                <Button variant={waiting.length === 0 ? 'primary' : 'plain'} name="act" value="some">
                  Simpan yang ditandai
                </Button>
              </FormActions>
            </div>
          )}
        </form>
      )}
      {isSupervisor && (
        <Section title="Titipkan pengisian">
          {activeGiven ? (
            <form method="post">
              <FormKey />
              <Note
                title={`${activeGiven.delegate_name} mengisi sampai ${formatDay(activeGiven.valid_until)}`}
                actions={
                  <Button name="withdraw" value={activeGiven.id}>
                    Tarik titipan
                  </Button>
                }
              >
                Setiap baris tetap menunggu konfirmasi Anda. Pengisi tidak melihat level orang.
              </Note>
            </form>
          ) : (
            <details className="disclosure" open={answer?.fields.delegateId !== undefined}>
              <summary>Minta seorang anggota tim mengisikan</summary>
              <form method="post" className="form">
                <FormKey />
                <input type="hidden" name="act" value="delegate" />
                <Select
                  name="delegateId"
                  label="Pengisi"
                  options={team.map(p => ({ value: p.id, label: p.name }))}
                  value={answer?.values.delegateId}
                  error={answer?.fields.delegateId}
                />
                <DateField
                  name="validUntil"
                  label="Sampai"
                  value={answer?.values.validUntil ?? until}
                  error={answer?.fields.validUntil}
                />
                {isLate && <TextInput name="lateReason" label="Alasan terlambat" error={answer?.fields.lateReason} />}
                <FormActions note="Anda tetap mengonfirmasi setiap baris, dan dapat menarik titipan kapan saja.">
                  <Button>Titipkan</Button>
                </FormActions>
              </form>
            </details>
          )}
        </Section>
      )}
    </>
  )
}
