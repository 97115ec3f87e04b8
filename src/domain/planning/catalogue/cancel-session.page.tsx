import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { listChangesFrom } from '../plan-change/plan-change.store.ts'
import { changeStateShape, changeStateWords } from '../plan-change/plan-change-words.ts'
import { cancelSession } from './change-session.ts'
import { findSession, listCounting, releaseFigures } from './session-release.store.ts'

export const meta = () => [{ title: 'Pembatalan kelas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const session = await findSession(db, params.sessionId)
    if (!session) throw errors.session.notFound()
    const counting = await listCounting(db, session.id)
    return {
      session,
      counting,
      release: releaseFigures(session.id, counting, on),
      proposals: await listChangesFrom(db, session.id),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(cancelSession, { sessionId: params.sessionId, reason: values.reason })
    return redirect(href('/diklat/katalog/jadwal/:sessionId', { sessionId: String(params.sessionId) }))
  })

export default function CancelSessionPage() {
  const { session: s, counting, release, proposals } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const module = href('/diklat/katalog/:moduleId', { moduleId: s.module_id })
  const isCancelled = s.state === 'cancelled'
  const mayCancel = ['planned', 'open'].includes(s.state)
  return (
    <>
      <PageHead
        title={isCancelled ? `Kelas ${s.code} dibatalkan` : `Batalkan kelas ${s.code}?`}
        scope={`${s.name}, ${formatDay(s.starts_on)} sampai ${formatDay(s.ends_on)}${s.place ? `, ${s.place}` : ''}.`}
        crumbs={[
          { label: 'Katalog', href: href('/diklat/katalog') },
          { label: s.name, href: module },
          { label: s.code },
        ]}
      />
      <TwoColumn
        side={
          <Section title={isCancelled ? 'Yang dilepas' : 'Yang akan dilepas'}>
            <ul className="lines">
              <li>
                Orang: <Figure figure={release.people} origin={false} asLink unit={false} />
              </li>
              <li>Kursi: {s.seats === null ? 'tidak dibatasi' : 'seluruh kursi kelas ini'}</li>
              {release.lines.map(l => (
                <li key={l.id ?? 'none'}>
                  {l.id ? <a href={href('/diklat/anggaran/baris/:lineId', { lineId: l.id })}>{l.name}</a> : l.name}:{' '}
                  <Figure figure={l.amount} origin={false} asLink />
                </li>
              ))}
              {release.lines.length === 0 && <li>Tidak ada biaya rencana yang terikat pada kelas ini.</li>}
            </ul>
            <p className="small-text quiet">
              Biaya rencana pada kelas yang dibatalkan tidak lagi dihitung pada baris anggarannya.
            </p>
          </Section>
        }
      >
        {isCancelled && (
          <Note
            tone="due"
            title={`Dibatalkan ${s.cancelled_by_name ?? ''} ${s.cancelled_on ? formatDay(s.cancelled_on) : ''}`}
          >
            {s.cancelled_reason ?? 'Alasannya ada pada jejak audit.'}
          </Note>
        )}
        {!isCancelled && !mayCancel && <Note tone="limits">Kelas ini sudah berjalan atau selesai.</Note>}
        {mayCancel && (
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(answer)} />
            <Textarea
              name="reason"
              label="Alasan pembatalan"
              hint="Dibaca oleh setiap orang yang merencanakan kelas ini."
              rows={3}
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions note="Rencana tidak berubah dengan sendirinya. Setiap orang menerima usul penggantinya.">
              <Button variant="primary">Batalkan kelas</Button>
              <LinkButton href={module}>Kembali</LinkButton>
            </FormActions>
          </form>
        )}
        <Section title="Siapa yang tersentuh">
          {counting.length === 0 ? (
            <p className="quiet">Tidak ada rencana berlaku yang memuat kelas ini.</p>
          ) : (
            <DataTable
              caption="Orang yang merencanakan kelas ini"
              captionHidden
              rows={counting}
              rowKey={r => r.item_id}
              columns={[
                {
                  key: 'name',
                  header: 'Nama',
                  cell: r => (
                    <>
                      <a href={href('/diklat/rencana/:planId', { planId: r.plan_id })}>{r.name}</a>
                      <SubLine>{r.unit}</SubLine>
                    </>
                  ),
                },
                { key: 'line', header: 'Baris anggaran', cell: r => r.line ?? '–' },
                {
                  key: 'proposal',
                  header: 'Usul pengganti',
                  cell: r => {
                    const own = proposals.find(p => p.employee_id === r.employee_id)
                    return own ? (
                      <a href={href('/diklat/usul-perubahan/:changeId', { changeId: own.id })}>
                        <StateMark state={changeStateShape[own.state]}>{changeStateWords[own.state]}</StateMark>
                      </a>
                    ) : isCancelled ? (
                      'sedang disiapkan'
                    ) : (
                      'sesudah dibatalkan'
                    )
                  },
                },
              ]}
            />
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
