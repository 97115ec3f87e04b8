import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { levelsOf } from '../dictionary/competency-version.store.ts'
import { nameOfLevel } from '../dictionary/dictionary.model.ts'
import { dictionaryRules } from '../dictionary/dictionary.rules.ts'
import { answerRequest } from './answer-request.ts'
import { findRequest } from './request.store.ts'
import { whyWords } from './request-words.ts'

export const meta = () => [{ title: 'Menilai satu level · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on, actor, look }) => {
    const request = await findRequest(db, params.requestId)
    if (!request) throw notFound('Permintaan')
    look({ action: 'permintaan penilaian level', employeeId: request.employee_id })
    const dictionary = dictionaryRules.on(on).body
    const { levels: known } = await levelsOf(db, { id: request.competency_id, code: request.code, kind: request.kind })
    return {
      request,
      isOwn: request.employee_id === actor.employeeId,
      levels: [0, 1, 2, 3, 4, 5].map(level => ({
        level,
        name: nameOfLevel(dictionary, level),
        hint:
          level === 0
            ? 'Belum terlihat dalam pekerjaan.'
            : (known.find(l => l.level === level)?.description ?? technicalAnchors[level - 1]),
      })),
    }
  })

/** What a level of any technical competency looks like, where the dictionary has no words of its own. */
const technicalAnchors = [
  'Mengenal istilah dan langkahnya; bekerja dengan petunjuk.',
  'Mengerjakan tugas biasa dengan bimbingan seperlunya.',
  'Mengerjakan sendiri tugas yang beragam dan memeriksa hasilnya.',
  'Memecahkan soal yang sulit dan membimbing orang lain.',
  'Mengembangkan cara kerja baru dan menjadi rujukan.',
]

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { answer } = await run(answerRequest, {
      requestId: params.requestId,
      answer: values.answer === 'cannot' ? 'cannot' : 'rated',
      level: values.level,
      example: values.example,
      reason: values.reason,
    })
    return redirect(`${href('/kompetensi/permintaan')}?pesan=${answer === 'rated' ? 'dinilai' : 'dialihkan'}`)
  })

export default function RequestPage() {
  const { request, levels, isOwn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Permintaan', href: href('/kompetensi/permintaan') }, { label: request.name }]
  const title = `Nilai ${request.name}, ${request.person}`
  if (request.state !== 'open' || request.asked_of !== 'supervisor' || isOwn)
    return (
      <>
        <PageHead title={title} crumbs={crumbs} />
        <Note title={isOwn ? 'Level Anda dinilai oleh atasan Anda' : 'Permintaan ini sudah dijawab'}>
          {request.answer_note}
        </Note>
      </>
    )
  return (
    <>
      <PageHead
        title={title}
        scope={`Levelnya ${whyWords[request.why]}. Diminta ${request.asked_by_name}, ditunggu sampai ${formatDay(request.due_on)}. Orangnya dapat membaca penilaian dan contohnya.`}
        crumbs={crumbs}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form">
        <FormKey />
        <RadioList
          name="level"
          label="Level yang terlihat dalam pekerjaan"
          boxed
          choices={levels.map(l => ({ value: String(l.level), label: `${l.level} · ${l.name}`, hint: l.hint }))}
          value={answer?.values.level}
          error={answer?.fields.level}
        />
        <Textarea
          name="example"
          label="Contoh kerja yang Anda lihat"
          hint="Kapan, pekerjaan apa, dan apa yang dilakukan orangnya."
          rows={4}
          value={answer?.values.example}
          error={answer?.fields.example}
        />
        <FormActions note="Penilaian atasan berlaku 12 bulan dan tidak menggantikan hasil penilaian kompetensi.">
          <Button variant="primary" name="answer" value="rated">
            Simpan penilaian
          </Button>
        </FormActions>
      </form>
      <Section title="Tidak dapat menilai?">
        <form method="post" className="form">
          <FormKey />
          <Textarea
            name="reason"
            label="Alasan"
            hint="Misalnya: belum pernah bekerja bersama dalam bidang ini."
            rows={2}
            value={answer?.values.reason}
            error={answer?.fields.reason}
          />
          <FormActions>
            <Button name="answer" value="cannot">
              Alihkan ke penyelenggara penilaian
            </Button>
          </FormActions>
        </form>
      </Section>
    </>
  )
}
