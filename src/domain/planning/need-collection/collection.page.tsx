import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { wholeMonthsBetween } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { withdrawProposal } from './add-need.ts'
import { collectionFigures, listCompleteness, remarkFigures } from './collection-figures.ts'
import { findCollection, findDelegationTo, listDeferrals, listOwnNeeds } from './need-collection.store.ts'
import { levelsOf, needOriginWords, needStateShape, needStateWords, reminded, told } from './need-collection-words.ts'
import { closeCollection, remindCollection } from './run-collection.ts'

export const meta = () => [{ title: 'Pengumpulan kebutuhan · Anyam' }]

const office = new Set(['hr_officer', 'leader', 'committee', 'auditor'])

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on }) => {
    const collection = await findCollection(db, params.collectionId)
    if (!collection) throw errors.collection.notFound()
    const isOffice = office.has(actor.role)
    return {
      collection,
      on,
      isOffice,
      isHr: actor.role === 'hr_officer',
      isTeam: actor.role === 'supervisor' || (await findDelegationTo(db, collection.id, actor.employeeId)) !== null,
      told: told[query.get('pesan') ?? ''] ?? reminded(query.get('diingatkan')),
      figures: isOffice && collection.state !== 'filling' ? await collectionFigures(db, collection) : null,
      remarks: remarkFigures(collection, on),
      units: isOffice ? await listCompleteness(db, collection) : [],
      deferrals: isOffice ? await listDeferrals(db, collection.year, collection.unit_ids) : [],
      own: actor.employeeId && !isOffice ? await listOwnNeeds(db, collection.id, actor.employeeId) : null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const here = href('/diklat/kebutuhan/:collectionId', { collectionId: params.collectionId })
    if (values.tarik) {
      await run(withdrawProposal, { needId: values.tarik })
      return redirect(`${here}?pesan=ditarik`)
    }
    if (values.act === 'remind') {
      const { told } = await run(remindCollection, { collectionId: params.collectionId })
      return redirect(`${here}?diingatkan=${told}`)
    }
    await run(closeCollection, { collectionId: params.collectionId, reason: values.reason ?? null })
    return redirect(`${here}?pesan=ditutup`)
  })

export default function CollectionPage() {
  const { collection, on, isOffice, isHr, isTeam, told, figures, remarks, units, deferrals, own } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const id = { collectionId: collection.id }
  const isOver = on > collection.closes_on
  const window = `Diisi ${formatDay(collection.opens_on)} sampai ${formatDay(collection.closes_on)}, untuk rencana tahun ${collection.year}.`
  const crumbs = [{ label: 'Kebutuhan', href: href('/diklat/kebutuhan') }, { label: collection.name }]
  if (collection.state === 'filling')
    return (
      <>
        <PageHead title={`${collection.name} sedang disiapkan`} scope={window} crumbs={crumbs} />
        <Note
          title="Baris tiap orang sedang dibuat dari kesenjangannya"
          actions={
            <>
              {collection.work_id && <LinkButton href={`/kerja/${collection.work_id}`}>Lihat kemajuannya</LinkButton>}
              <LinkButton href={href('/diklat/kebutuhan/:collectionId', id)}>Muat ulang</LinkButton>
            </>
          }
        >
          Atasan dan pegawai diberi tahu begitu siap.
        </Note>
      </>
    )
  const lateUnits = units.filter(u => u.late.length > 0)
  return (
    <>
      <PageHead
        title={
          figures ? (
            <>
              <Figure figure={figures.completeness} origin={false} asLink /> kebutuhan {collection.name} sudah dijawab
            </>
          ) : own && own.length > 0 ? (
            `Kebutuhan Anda dalam ${collection.name}`
          ) : (
            collection.name
          )
        }
        scope={`${window}${collection.state === 'closed' ? ' Sudah ditutup.' : isOver ? ' Batas sudah lewat; isian terlambat diterima dengan alasan.' : ''}`}
        crumbs={crumbs}
        actions={
          <>
            {isTeam && (
              <LinkButton variant="primary" href={href('/diklat/kebutuhan/:collectionId/tim', id)}>
                Isi kebutuhan tim
              </LinkButton>
            )}
            {isOffice && (
              <LinkButton href={href('/diklat/kebutuhan/:collectionId/dokumen', id)}>HCDP dan RPK</LinkButton>
            )}
            {isHr && (
              <LinkButton variant="primary" href={href('/diklat/kebutuhan/:collectionId/verifikasi', id)}>
                Verifikasi
              </LinkButton>
            )}
          </>
        }
      />
      <StatusLine>{told}</StatusLine>
      {answer && <Note tone="risk" title={answer.message} live />}
      {figures && (
        <div className="totals">
          <Figure figure={figures.rows} size="middle" compare="kebutuhan yang ditanyakan" />
          <Figure figure={figures.waiting} size="middle" compare="menunggu atasan" />
          <Figure figure={figures.confirmed} size="middle" compare="menunggu verifikasi" />
          <Figure figure={figures.accepted} size="middle" compare="diterima" />
        </div>
      )}
      {own && (
        <Section
          title="Kebutuhan Anda"
          end={
            collection.state === 'open' || isOver ? (
              <a href={href('/diklat/kebutuhan/:collectionId/tambah', id)}>Ajukan kebutuhan</a>
            ) : null
          }
        >
          {own.length === 0 ? (
            <EmptyState
              title="Tidak ada kebutuhan yang disiapkan untuk Anda"
              action={
                <LinkButton href={href('/diklat/kebutuhan/:collectionId/tambah', id)}>Ajukan kebutuhan</LinkButton>
              }
            >
              Level Anda memenuhi standar, atau Anda di luar cakupan pengumpulan ini. Anda tetap dapat mengajukan.
            </EmptyState>
          ) : (
            <form method="post">
              <FormKey />
              <DataTable
                caption="Kebutuhan Anda"
                captionHidden
                rows={own}
                rowKey={n => n.id}
                columns={[
                  {
                    key: 'title',
                    header: 'Kebutuhan',
                    cell: n => (
                      <>
                        <a href={href('/diklat/kebutuhan/butir/:needId', { needId: n.id })}>{n.title}</a>
                        <SubLine>{[n.subject, levelsOf(n)].filter(Boolean).join(', ')}</SubLine>
                      </>
                    ),
                  },
                  { key: 'origin', header: 'Asal', cell: n => needOriginWords[n.origin] },
                  {
                    key: 'state',
                    header: 'Keadaan',
                    cell: n => (
                      <>
                        <StateMark state={needStateShape[n.state]}>{needStateWords[n.state]}</StateMark>
                        {n.decision_reason && <SubLine>{n.decision_reason}</SubLine>}
                      </>
                    ),
                  },
                  {
                    key: 'act',
                    header: 'Tindakan',
                    cell: n =>
                      n.origin === 'proposed' && n.state === 'waiting' ? (
                        <Button small name="tarik" value={n.id} label={`Tarik ${n.title}`}>
                          Tarik
                        </Button>
                      ) : (
                        '–'
                      ),
                  },
                ]}
              />
            </form>
          )}
        </Section>
      )}
      {isOffice && (
        <Section
          title="Kelengkapan tiap unit"
          note={lateUnits.length === 0 ? 'semua unit sudah menjawab' : 'yang paling tertinggal di atas'}
        >
          <DataTable
            caption="Kelengkapan tiap unit"
            captionHidden
            phone="dense"
            rows={units}
            rowKey={u => u.unitId}
            columns={[
              {
                key: 'unit',
                header: 'Unit',
                cell: u => (
                  <>
                    {isHr ? (
                      <a href={`${href('/diklat/kebutuhan/:collectionId/verifikasi', id)}?unit=${u.unitId}`}>
                        {u.unitName}
                      </a>
                    ) : (
                      u.unitName
                    )}
                    {u.late.length > 0 && (
                      <SubLine>
                        {isOver ? 'terlambat' : 'ditunggu'}: {u.late.slice(0, 3).join(', ')}
                        {u.late.length > 3 && ', dan lainnya'}
                      </SubLine>
                    )}
                  </>
                ),
              },
              {
                key: 'completeness',
                header: 'Dijawab',
                number: true,
                cell: u => <Figure figure={u.completeness} origin={false} asLink />,
              },
              {
                key: 'rows',
                header: 'Kebutuhan',
                number: true,
                cell: u => <Figure figure={u.rows} asLink unit={false} />,
              },
              {
                key: 'waiting',
                header: 'Menunggu atasan',
                number: true,
                cell: u => <Figure figure={u.waiting} asLink unit={false} />,
              },
              {
                key: 'accepted',
                header: 'Diterima',
                number: true,
                cell: u => <Figure figure={u.accepted} asLink unit={false} />,
              },
            ]}
          />
        </Section>
      )}
      {isOffice && figures && (
        <Section title="Yang perlu dilengkapi dahulu">
          <ul className="lines">
            <li>
              <Figure figure={figures.toMeasure} origin={false} asLink /> diminta diukur dahulu, karena ada level yang
              belum diketahui.
            </li>
            <li>
              <Figure figure={remarks.withoutStandard} origin={false} asLink /> belum memiliki standar jabatan, jadi
              kebutuhannya tidak dapat dihitung.
            </li>
            <li>
              <Figure figure={remarks.withoutSupervisor} origin={false} asLink /> tidak memiliki atasan tercatat;
              pengelola yang menjawab.
            </li>
          </ul>
        </Section>
      )}
      {deferrals.length > 0 && (
        <Section title="Menunggu dari tahun sebelumnya" note="penundaan kedua menaikkan urutan">
          <DataTable
            caption="Kebutuhan yang menunggu dari tahun sebelumnya"
            captionHidden
            rows={deferrals}
            rowKey={d => `${d.employee_id}${d.competency_id}`}
            columns={[
              {
                key: 'who',
                header: 'Orang',
                cell: d => (
                  <>
                    {d.person_name}
                    <SubLine>{d.unit_name}</SubLine>
                  </>
                ),
              },
              { key: 'what', header: 'Kompetensi', cell: d => d.subject },
              {
                key: 'since',
                header: 'Menunggu',
                cell: d => (
                  <>
                    sejak {formatDay(d.since, 'month')}
                    {wholeMonthsBetween(d.since, on) >= 12 && <SubLine>lebih dari setahun</SubLine>}
                  </>
                ),
              },
              { key: 'years', header: 'Tidak terpenuhi pada', cell: d => d.years.join(', ') },
              { key: 'why', header: 'Alasan', wide: true, cell: d => d.reasons.at(-1) },
            ]}
          />
        </Section>
      )}
      {isHr && collection.state === 'open' && (
        <Section title="Mengingatkan dan menutup">
          <form method="post" className="row">
            <FormKey />
            <Button name="act" value="remind">
              Ingatkan yang belum menjawab
            </Button>
          </form>
          <details className="disclosure" open={answer?.fields.reason !== undefined}>
            <summary>Tutup pengumpulan</summary>
            <form method="post" className="form">
              <FormKey />
              <TextInput
                name="reason"
                label="Alasan"
                hint={isOver ? undefined : 'Wajib, karena masih ada waktu mengisi.'}
                optional={isOver}
                error={answer?.fields.reason}
                value={answer?.values.reason}
              />
              <FormActions note="Sesudah ditutup, isian diterima dengan alasan terlambat.">
                <Button name="act" value="close">
                  Tutup pengumpulan
                </Button>
              </FormActions>
            </form>
          </details>
        </Section>
      )}
    </>
  )
}
