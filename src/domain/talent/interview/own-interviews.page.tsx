import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatList } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { purposeWords } from '../nomination/nomination-words.ts'
import { challengeInterviewer } from './challenge-interviewer.ts'
import { consensusFigure } from './interview.model.ts'
import { listChallenges, listConsensus, listOwnInterviews, listSeats } from './interview.store.ts'
import { challengeStateWords, interviewStateWords } from './interview-words.ts'

export const meta = () => [{ title: 'Wawancara saya · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => {
    const own = await listOwnInterviews(db)
    const interviews = []
    for (const i of own) {
      const seats = (await listSeats(db, i.id)).filter(s => s.state !== 'left')
      const [consensus] = await listConsensus(db, i.id)
      interviews.push({
        id: i.id,
        purpose: i.purpose,
        target: i.target,
        heldOn: i.held_on,
        startsAt: i.starts_at,
        place: i.place,
        state: i.state,
        cancelReason: i.cancel_reason,
        subjects: i.subjects.map(s => s.name),
        strength: i.strength,
        practice: i.practice,
        seats: seats.map(s => ({ id: s.employee_id, name: s.name })),
        challenges: await listChallenges(db, i.id),
        levels: (consensus?.levels ?? []).map(l => ({ ...l, figure: consensusFigure(i.id, consensus, l) })),
        correction: consensus?.reason ?? null,
        mayObject: i.state === 'planned' && on <= i.held_on,
      })
    }
    return { interviews }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(challengeInterviewer, {
      interviewId: values.interviewId,
      interviewerId: values.interviewerId,
      reason: values.reason,
    })
    return redirect(href('/jalur/wawancara'))
  })

export default function OwnInterviewsPage() {
  const { interviews } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const next = interviews.filter(i => i.state === 'planned')
  return (
    <>
      <PageHead
        title={
          next.length > 0
            ? `Anda diwawancarai ${formatDay(next[next.length - 1].heldOn)}`
            : interviews.length > 0
              ? 'Wawancara Anda'
              : 'Belum ada wawancara tentang Anda'
        }
        scope="Semua calon untuk tujuan yang sama mendapat pertanyaan yang sama. Pewawancara menilai sendiri-sendiri, lalu bersepakat."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Wawancara saya' }]}
      />
      {interviews.length === 0 && (
        <EmptyState title="Tidak ada jadwal">
          Bila Anda dijadwalkan, di sini tertulis apa yang ditanyakan, kapan, dan oleh siapa.
        </EmptyState>
      )}
      {interviews.map(i => (
        <Section
          key={i.id}
          title={`${purposeWords[i.purpose]}, ${formatDay(i.heldOn)}`}
          note={interviewStateWords[i.state]}
        >
          {i.state === 'cancelled' ? (
            <Note tone="due" title="Dibatalkan">
              {i.cancelReason}
            </Note>
          ) : (
            <DefinitionList
              facts={[
                { term: 'Waktu dan tempat', value: `${formatDay(i.heldOn)} pukul ${i.startsAt}, ${i.place}` },
                ...(i.target ? [{ term: 'Jabatan sasaran', value: i.target }] : []),
                { term: 'Yang ditanyakan', value: `Pengalaman nyata Anda dalam ${formatList(i.subjects)}` },
                { term: 'Pewawancara', value: formatList(i.seats.map(s => s.name)) || 'belum ditunjuk' },
              ]}
            />
          )}
          {i.strength && (
            <Note title="Pesan pengembangan">
              <p>{i.strength}</p>
              <p>Latih berikutnya: {i.practice}</p>
            </Note>
          )}
          {i.levels.length > 0 && (
            <>
              {i.correction && <p className="small-text quiet">Hasil ini dikoreksi: {i.correction}</p>}
              <DataTable
                caption="Level yang disepakati pewawancara"
                captionHidden
                rows={i.levels}
                rowKey={l => l.competencyId}
                columns={[
                  { key: 'name', header: 'Kompetensi', cell: l => l.competency },
                  {
                    key: 'level',
                    header: 'Level',
                    number: true,
                    cell: l => <Figure figure={l.figure} asLink unit={false} />,
                  },
                  { key: 'why', header: 'Catatan pewawancara', wide: true, cell: l => l.reason ?? 'tidak ada' },
                ]}
              />
              <p className="small-text quiet">
                Level ini tercatat sebagai bukti kompetensi Anda. Bila keliru, gunakan hak Anda di{' '}
                <a href="/hak-saya">Hak saya</a>.
              </p>
            </>
          )}
          {i.challenges.map(c => (
            <Note
              key={c.id}
              tone={c.state === 'open' ? 'due' : 'plain'}
              title={`Keberatan terhadap ${c.interviewer_name}: ${challengeStateWords[c.state].toLowerCase()}`}
            >
              {c.answer ?? c.reason}
            </Note>
          ))}
          {i.mayObject && (
            <details open={answer?.values.interviewId === i.id}>
              <summary>Keberatan terhadap seorang pewawancara</summary>
              <form method="post" className="form">
                <FormKey />
                <input type="hidden" name="interviewId" value={i.id} />
                {answer?.values.interviewId === i.id && <Note tone="risk" title={answer.message} live />}
                <Select
                  name="interviewerId"
                  id={`interviewer-${i.id}`}
                  label="Pewawancara"
                  options={i.seats.map(s => ({ value: s.id, label: s.name }))}
                  value={answer?.values.interviewId === i.id ? answer.values.interviewerId : undefined}
                  error={answer?.values.interviewId === i.id ? answer.fields.interviewerId : null}
                />
                <Textarea
                  name="reason"
                  id={`reason-${i.id}`}
                  label="Alasan"
                  hint="Misalnya hubungan keluarga, sengketa, atau kepentingan. Pewawancara tidak membacanya."
                  rows={3}
                  value={answer?.values.interviewId === i.id ? answer.values.reason : undefined}
                  error={answer?.values.interviewId === i.id ? answer.fields.reason : null}
                />
                <FormActions note="Dijawab pengelola kepegawaian dengan alasan tertulis.">
                  <Button>Ajukan keberatan</Button>
                </FormActions>
              </form>
            </details>
          )}
        </Section>
      ))}
    </>
  )
}
