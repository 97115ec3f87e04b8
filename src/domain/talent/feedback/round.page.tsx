import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { closeFeedbackRound } from './close-round.ts'
import {
  countRemarks,
  countSubjects,
  findRound,
  listSubjects,
  listUnitProgress,
  progressFigure,
  type SubjectRow,
} from './feedback.store.ts'
import { roundStateWords, subjectStateWords } from './feedback-words.ts'
import { changeFeedbackRound } from './open-round.ts'

export const meta = () => [{ title: 'Putaran umpan balik 360° · Anyam' }]

const pageSize = 50
const messages: Record<string, string> = {
  dibuka: 'Putaran dibuka. Pegawai dan atasannya sudah diberi tahu.',
  ditutup: 'Putaran ditutup dan hasilnya dihitung.',
  diubah: 'Perubahan tersimpan.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const round = await findRound(db, params.roundId)
    if (!round) throw errors.feedback.notFound()
    const unit = query.get('unit') || null
    const state = query.get('keadaan') || null
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const filter = { unit, state, search }
    // Who was asked and whether is no matter of the committee.
    const seesReplies = actor.role !== 'committee'
    const units = seesReplies ? await listUnitProgress(db, round.id) : []
    const isHr = actor.role === 'hr_officer'
    return {
      round,
      ...filter,
      page,
      isHr,
      seesReplies,
      isLate: round.closes_on < on && round.state === 'answering',
      isRunning: round.state === 'proposing' || round.state === 'answering',
      overall: seesReplies ? progressFigure(round, units, 'semua', on) : null,
      units: units.map(u => ({
        id: u.unit_id,
        name: u.unit,
        figure: progressFigure(round, [u], u.unit_id, on),
        hasUnconfirmed: u.unconfirmed > 0,
        hasDeclined: u.declined > 0,
      })),
      rows: await listSubjects(db, round.id, { ...filter, limit: pageSize, page }),
      total: await countSubjects(db, round.id, filter),
      few: await countSubjects(db, round.id, { state: 'few' }),
      hasRemarks: isHr && (await countRemarks(db, round.id, 'waiting')) > 0,
      message: messages[query.get('pesan') ?? ''] ?? null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const roundId = params.roundId
    const here = href('/talenta/umpan-balik/:roundId', { roundId })
    if (values.act === 'close') {
      await run(closeFeedbackRound, { roundId })
      return redirect(`${here}?pesan=ditutup`)
    }
    await run(
      changeFeedbackRound,
      values.act === 'cancel'
        ? { act: 'cancel', roundId, reason: values.reason }
        : {
            act: 'extend',
            roundId,
            closesOn: dayFromForm(values.closesOn, 'closesOn') ?? '',
            reason: values.reason,
          },
    )
    return redirect(`${here}?pesan=diubah`)
  })

const answeredWords = (r: SubjectRow): string =>
  r.state === 'excluded'
    ? (r.exclude_reason ?? '')
    : r.state === 'proposed'
      ? 'belum diundang'
      : r.asked === 0
        ? 'tidak ada penilai'
        : r.answered === 0
          ? 'belum ada jawaban'
          : r.answered < r.asked
            ? 'sebagian menjawab'
            : 'semua menjawab'

export default function RoundPage() {
  const data = useLoaderData<typeof loader>()
  const { round, unit, state, search, page, isHr, seesReplies, isRunning, overall, units, rows, total, few } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const here = href('/talenta/umpan-balik/:roundId', { roundId: round.id })
  const filters = [unit, state, search].filter(Boolean).length
  const address = (to: number) =>
    `${here}?${new URLSearchParams({ ...(unit ? { unit } : {}), ...(state ? { keadaan: state } : {}), ...(search ? { cari: search } : {}), halaman: String(to) })}`
  return (
    <>
      <PageHead
        title={round.name}
        scope={
          round.state === 'proposing'
            ? `Penilai dapat diubah sampai ${formatDay(round.propose_until)}. Jawaban sampai ${formatDay(round.closes_on)}.`
            : round.state === 'answering'
              ? `Jawaban ditunggu sampai ${formatDay(round.closes_on)}. Yang terlihat di sini siapa dan apakah, bukan isinya.`
              : `${roundStateWords[round.state]}${round.closed_on ? ` ${formatDay(round.closed_on)}` : ''}. ${round.change_reason ?? ''}`
        }
        crumbs={[{ label: 'Umpan balik 360°', href: href('/talenta/umpan-balik') }, { label: round.name }]}
        actions={
          data.hasRemarks && (
            <LinkButton href={href('/talenta/umpan-balik/:roundId/komentar', { roundId: round.id })} variant="primary">
              Periksa komentar
            </LinkButton>
          )
        }
      />
      {data.message && <StatusLine>{data.message}</StatusLine>}
      <ErrorSummary problems={problemsOf(answer)} />
      {data.isLate && (
        <Note tone="due" title="Batas menjawab sudah lewat">
          Putaran ditutup dengan sendirinya malam ini. Undurkan batasnya bila masih perlu.
        </Note>
      )}
      {!isRunning && few > 0 && (
        <Note tone="limits" title="Ada yang belum cukup penilai">
          Bagian 360° mereka belum diketahui dan menunggu.
          {isHr && ' Undurkan batas untuk membuka lagi hanya bagi mereka; hasil yang sudah terbit tetap.'}
        </Note>
      )}
      {seesReplies && overall && round.state !== 'cancelled' && (
        <Section title="Kelengkapan per unit" end={<Figure figure={overall} asLink origin={false} />}>
          <DataTable
            caption="Kelengkapan per unit"
            captionHidden
            rows={units}
            rowKey={u => u.id}
            columns={[
              { key: 'unit', header: 'Unit', cell: u => <a href={`${here}?unit=${u.id}`}>{u.name}</a> },
              {
                key: 'share',
                header: 'Sudah dijawab',
                number: true,
                cell: u => <Figure figure={u.figure} asLink />,
              },
              {
                key: 'waits',
                header: 'Yang menunggu',
                wide: true,
                cell: u =>
                  !isRunning
                    ? 'ditutup'
                    : u.hasUnconfirmed
                      ? 'konfirmasi penilai oleh atasan'
                      : u.hasDeclined
                        ? 'pengganti penilai yang mengembalikan'
                        : 'jawaban penilai',
              },
            ]}
          />
        </Section>
      )}
      <Section title="Pegawai dalam putaran ini">
        <FilterBar
          search={{ name: 'cari', label: 'Cari nama atau NIP', value: search }}
          clearHref={filters > 0 ? here : undefined}
          filters={[
            {
              name: 'keadaan',
              label: 'Keadaan',
              chosen: state ? [state] : [],
              options: Object.entries(subjectStateWords).map(([value, label]) => ({ value, label })),
            },
            ...(units.length > 1
              ? [
                  {
                    name: 'unit',
                    label: 'Unit',
                    chosen: unit ? [unit] : [],
                    options: units.map(u => ({ value: u.id, label: u.name })),
                  },
                ]
              : []),
          ]}
        />
        {rows.length === 0 ? (
          <EmptyFiltered what="pegawai" count={filters} clearHref={here} />
        ) : (
          <>
            <DataTable
              caption="Pegawai"
              captionHidden
              rows={rows}
              rowKey={r => r.employee_id}
              columns={[
                {
                  key: 'name',
                  header: 'Pegawai',
                  cell: r => (
                    <>
                      <a
                        href={href('/talenta/umpan-balik/:roundId/:employeeId', {
                          roundId: round.id,
                          employeeId: r.employee_id,
                        })}
                      >
                        {r.name}
                      </a>
                      <SubLine>{[r.position_name, r.unit].filter(Boolean).join(', ')}</SubLine>
                    </>
                  ),
                },
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: r => (
                    <StateMark
                      state={
                        r.state === 'known'
                          ? 'known'
                          : r.state === 'few'
                            ? 'unknown'
                            : r.state === 'excluded'
                              ? 'no'
                              : 'border'
                      }
                    >
                      {subjectStateWords[r.state]}
                    </StateMark>
                  ),
                },
                ...(seesReplies
                  ? [{ key: 'answers', header: 'Penilai', wide: true, cell: (r: SubjectRow) => answeredWords(r) }]
                  : []),
              ]}
            />
            <Pager
              shown={rows.length}
              total={total}
              from={(page - 1) * pageSize + 1}
              unit="pegawai"
              previousHref={page > 1 ? address(page - 1) : null}
              nextHref={page * pageSize < total ? address(page + 1) : null}
            />
          </>
        )}
      </Section>
      {isHr && round.state !== 'cancelled' && (isRunning || few > 0) && (
        <Section title="Ubah putaran">
          <form method="post" className="form" noValidate>
            <FormKey />
            <DateField
              name="closesOn"
              label="Batas menjawab yang baru"
              value={answer?.values.closesOn ?? round.closes_on}
              error={answer?.fields.closesOn}
            />
            <Textarea
              name="reason"
              label="Alasan"
              rows={2}
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions>
              <Button name="act" value="extend">
                {isRunning ? 'Undurkan batas' : 'Buka lagi bagi yang belum cukup'}
              </Button>
              {isRunning && (
                <Button name="act" value="cancel">
                  Batalkan putaran
                </Button>
              )}
            </FormActions>
          </form>
          {isRunning && (
            <form method="post" className="form">
              <FormKey />
              <FormActions note="Hasil terbit serentak. Sesudah itu tidak ada jawaban yang diterima atau diubah.">
                <Button name="act" value="close">
                  Tutup sekarang dan hitung hasil
                </Button>
              </FormActions>
            </form>
          )}
        </Section>
      )}
    </>
  )
}
