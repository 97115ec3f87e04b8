import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listCompetencies } from '../follow-up/follow-up.store.ts'
import { listPeopleToChoose, listProgrammesToChoose } from '../person/person-choice.store.ts'
import { PersonSearch } from '../person/person-search.view.tsx'
import { logMeeting } from './log-meeting.ts'

export const meta = () => [{ title: 'Catat pertemuan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const search = query.get('cari')?.trim() || undefined
    const isOwn = actor.role === 'asn'
    return {
      search,
      isOwn,
      people: await listPeopleToChoose(db, {
        search,
        ids: isOwn && actor.employeeId ? [actor.employeeId] : undefined,
      }),
      programmes: await listProgrammesToChoose(db),
      competencies: isOwn ? [] : await listCompetencies(db),
      me: { name: actor.name, id: actor.employeeId },
      on,
    }
  })

const seenFields = ['seen.competencyId', 'seen.level', 'seen.example']

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, actor }) => {
    const isGuide = values.guide === 'me' && actor.employeeId !== null
    await run(logMeeting, {
      kind: values.kind,
      employeeId: values.employeeId,
      programmeId: values.programmeId ?? null,
      guideId: isGuide ? actor.employeeId : null,
      guideName: values.guideName ?? (isGuide ? actor.name : undefined),
      heldOn: dayFromForm(values.heldOn, 'heldOn'),
      minutes: values.minutes ?? null,
      topic: values.topic,
      agreement: values.agreement ?? null,
      seen: seenFields.some(name => values[name])
        ? {
            competencyId: values['seen.competencyId'],
            level: values['seen.level'],
            example: values['seen.example'],
          }
        : null,
    })
    return redirect(href('/pendampingan'))
  })

export default function LogMeetingPage() {
  const { search, isOwn, people, programmes, competencies, me, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Catat pertemuan coaching atau mentoring"
        scope="Satu kalimat tiap isian sudah cukup. Pihak lain mengonfirmasi, lalu JP dihitung."
        crumbs={[{ label: 'Coaching dan mentoring', href: href('/pendampingan') }, { label: 'Catat' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {!isOwn && <PersonSearch search={search} />}
      {people.length === 0 ? (
        <p className="quiet">Tidak ada orang yang cocok. Cari dengan nama lain.</p>
      ) : (
        <form method="post" className="form">
          <FormKey />
          <Select
            name="employeeId"
            label="Peserta"
            value={answer?.values.employeeId ?? (isOwn ? people[0].id : undefined)}
            error={answer?.fields.employeeId}
            options={people.map(p => ({ value: p.id, label: `${p.name}, ${p.unit}` }))}
          />
          <RadioList
            name="kind"
            label="Jenis"
            across
            value={answer?.values.kind}
            error={answer?.fields.kind}
            choices={[
              { value: 'coaching', label: 'Coaching' },
              { value: 'mentoring', label: 'Mentoring' },
            ]}
          />
          {!isOwn && <input type="hidden" name="guide" value="me" />}
          <TextInput
            name="guideName"
            label="Nama coach atau mentor"
            value={answer?.values.guideName ?? (isOwn ? undefined : me.name)}
            error={answer?.fields.guideName}
          />
          <DateField
            name="heldOn"
            label="Tanggal pertemuan"
            max={on}
            value={answer?.values.heldOn ?? on}
            error={answer?.fields.heldOn}
          />
          <TextInput
            name="minutes"
            label="Lama"
            unit="menit"
            optional
            value={answer?.values.minutes}
            error={answer?.fields.minutes}
          />
          <Textarea name="topic" label="Pokok bahasan" value={answer?.values.topic} error={answer?.fields.topic} />
          <Textarea
            name="agreement"
            label="Yang disepakati"
            optional
            value={answer?.values.agreement}
            error={answer?.fields.agreement}
          />
          {competencies.length > 0 && (
            <details
              className="disclosure"
              open={seenFields.some(name => answer?.values[name] || answer?.fields[name])}
            >
              <summary>Level yang Anda lihat (boleh dikosongkan)</summary>
              <p className="small-text quiet">
                Menjadi bukti kompetensi dari coach atau mentor setelah peserta mengonfirmasi pertemuan ini.
              </p>
              <Select
                name="seen.competencyId"
                label="Kompetensi"
                optional
                placeholder="Tidak menilai level"
                value={answer?.values['seen.competencyId']}
                error={answer?.fields['seen.competencyId']}
                options={competencies.map(c => ({ value: c.id, label: c.name }))}
              />
              <Select
                name="seen.level"
                label="Level yang terlihat"
                optional
                placeholder="Pilih level"
                value={answer?.values['seen.level']}
                error={answer?.fields['seen.level']}
                options={[1, 2, 3, 4, 5].map(n => ({ value: String(n), label: `Level ${n}` }))}
              />
              <Textarea
                name="seen.example"
                label="Contoh yang terlihat"
                hint="Apa yang dikerjakan, kapan, dan hasilnya."
                optional
                value={answer?.values['seen.example']}
                error={answer?.fields['seen.example']}
              />
            </details>
          )}
          {programmes.length > 0 && (
            <Select
              name="programmeId"
              label="Bagian dari program"
              optional
              value={answer?.values.programmeId}
              placeholder="Bukan bagian program"
              options={programmes.map(p => ({ value: p.id, label: p.name }))}
            />
          )}
          <FormActions>
            <Button variant="primary">Simpan catatan</Button>
            <LinkButton variant="quiet" href={href('/pendampingan')}>
              Batal
            </LinkButton>
          </FormActions>
        </form>
      )}
    </>
  )
}
