import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { askFeedbackRater } from './agree-raters.ts'
import {
  findOwnSelfReply,
  findResultIn,
  listOwnAnswers,
  listOwnRounds,
  listRaterRows,
  listRemarks,
  rulesOn,
} from './feedback.store.ts'
import { groupWords, standingWords } from './feedback-words.ts'
import { FeedbackResultView } from './result.view.tsx'
import { shownResult } from './shown-result.ts'

export const meta = () => [{ title: 'Umpan balik 360° saya · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query, on }) => {
    const employeeId = actor.employeeId ?? ''
    const rounds = []
    for (const r of await listOwnRounds(db)) {
      const { body } = rulesOn(r.opened_on)
      const isProposing = r.state === 'proposed' && on <= r.propose_until
      const raters = isProposing ? await listRaterRows(db, r.round_id, employeeId) : []
      const result = r.state === 'known' || r.state === 'few' ? await findResultIn(db, r.round_id, employeeId) : null
      const self = await findOwnSelfReply(db, r.round_id)
      const own = self ? await listOwnAnswers(db, self.id) : []
      rounds.push({
        ...r,
        isProposing,
        mayAsk: isProposing && raters.filter(x => x.origin === 'person').length < body.changesByPerson,
        raters,
        mostChanges: body.changesByPerson,
        selfId: self?.state === 'asked' && self.due_on >= on && result === null ? self.id : null,
        result: result
          ? shownResult(
              result,
              new Map(
                own.map(a => [a.code, a.step === null ? 'tidak dapat menilai' : body.steps[a.step - 1].toLowerCase()]),
              ),
            )
          : null,
        remarks: result
          ? (await listRemarks(db, { roundId: r.round_id, aboutId: employeeId, state: 'shown' })).map(m => ({
              id: m.id,
              kind: m.kind,
              text: m.text,
            }))
          : [],
      })
    }
    return { rounds, isSaved: query.get('pesan') === 'diminta' }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(askFeedbackRater, {
      roundId: values.roundId,
      nip: values.nip,
      group: values.group as 'rekan',
      replacesId: values.replacesId || null,
      reason: values.reason,
    })
    return redirect(`${href('/jalur/umpan-balik')}?pesan=diminta`)
  })

export default function OwnFeedbackPage() {
  const { rounds, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const at = (roundId: string) => (answer?.values.roundId === roundId ? answer : undefined)
  return (
    <>
      <PageHead
        title="Umpan balik 360° saya"
        scope="Anda membaca rata-rata kelompok dan pesan pengembangan. Jawaban seorang penilai tidak dibuka kepada siapa pun."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Umpan balik 360°' }]}
      />
      {isSaved && <StatusLine>Permintaan tersimpan. Atasan Anda yang memutuskan.</StatusLine>}
      {rounds.length === 0 && (
        <EmptyState title="Belum ada putaran umpan balik">
          Bila pengelola membukanya untuk unit Anda, penilai dan hasilnya ada di sini.
        </EmptyState>
      )}
      {rounds.map(r => {
        const here = at(r.round_id)
        return (
          <Section key={r.round_id} title={r.round_name} note={`kinerja tahun ${r.year}`}>
            {r.isProposing && (
              <>
                <p className="small-text quiet">
                  Penilai ini disusun dari data atasan dan unit. Minta perubahan sampai {formatDay(r.propose_until)}.
                </p>
                <DataTable
                  caption="Penilai yang disusun"
                  captionHidden
                  rows={r.raters.filter(x => x.rater_group !== 'diri')}
                  rowKey={x => x.id}
                  columns={[
                    {
                      key: 'name',
                      header: 'Nama',
                      cell: x => (
                        <>
                          {x.rater_name}
                          {x.answer_reason && <SubLine>{x.answer_reason}</SubLine>}
                        </>
                      ),
                    },
                    { key: 'group', header: 'Sebagai', cell: x => groupWords[x.rater_group] },
                    { key: 'standing', header: 'Keadaan', cell: x => standingWords[x.standing] },
                  ]}
                />
                {r.mayAsk ? (
                  <form method="post" className="form" noValidate>
                    <FormKey />
                    <input type="hidden" name="roundId" value={r.round_id} />
                    {here && <Note tone="risk" title={here.message} live />}
                    <TextInput
                      name="nip"
                      label="NIP penilai yang Anda minta"
                      hint={`Yang bekerja bersama Anda. Paling banyak ${r.mostChanges} permintaan.`}
                      inputMode="numeric"
                      value={here?.values.nip}
                      error={here?.fields.nip}
                    />
                    <Select
                      name="group"
                      label="Sebagai"
                      options={[
                        { value: 'rekan', label: 'Rekan' },
                        { value: 'bawahan', label: 'Bawahan' },
                      ]}
                      value={here?.values.group ?? 'rekan'}
                      error={here?.fields.group}
                    />
                    <Select
                      name="replacesId"
                      label="Menggantikan"
                      optional
                      placeholder="Menambah, tidak mengganti"
                      options={r.raters
                        .filter(
                          x => x.standing === 'drafted' && (x.rater_group === 'rekan' || x.rater_group === 'bawahan'),
                        )
                        .map(x => ({ value: x.id, label: x.rater_name }))}
                      value={here?.values.replacesId}
                      error={here?.fields.replacesId}
                    />
                    <Textarea
                      name="reason"
                      label="Alasan"
                      rows={2}
                      value={here?.values.reason}
                      error={here?.fields.reason}
                    />
                    <FormActions>
                      <Button>Minta perubahan</Button>
                    </FormActions>
                  </form>
                ) : (
                  <p className="small-text quiet">Permintaan perubahan Anda sudah mencapai batasnya.</p>
                )}
              </>
            )}
            {!r.isProposing && !r.result && (
              <p className="small-text quiet">
                Penilai menjawab sampai {formatDay(r.closes_on)}. Hasilnya terbit serentak sesudah itu.
              </p>
            )}
            {r.selfId && (
              <p className="row gap-3">
                <a className="button" href={href('/umpan-balik/:replyId', { replyId: r.selfId })}>
                  Nilai diri sendiri
                </a>
              </p>
            )}
            {r.result?.strength && (
              <Note title="Pesan pengembangan">
                <p>{r.result.strength}</p>
                <p>{r.result.practice}</p>
              </Note>
            )}
            {r.result && <FeedbackResultView result={r.result} toHer />}
            {r.remarks.length > 0 && (
              <Section title="Komentar" note="tanpa urutan, tanpa tanggal">
                {(['strength', 'practice'] as const).map(kind => {
                  const said = r.remarks.filter(m => m.kind === kind)
                  return said.length === 0 ? null : (
                    <div key={kind}>
                      <h3>{kind === 'strength' ? 'Yang sebaiknya diteruskan' : 'Yang sebaiknya dicoba'}</h3>
                      <ul>
                        {said.map(m => (
                          <li key={m.id}>{m.text}</li>
                        ))}
                      </ul>
                    </div>
                  )
                })}
              </Section>
            )}
          </Section>
        )
      })}
    </>
  )
}
