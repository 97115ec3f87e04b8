import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList, RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { findWishes, listTargets } from './aspiration.store.ts'
import { guidanceWords, movesWords, readersSentence, retirementWords } from './aspiration-words.ts'
import { stateAspiration, stateWishes, withdrawAspiration, withdrawWishes } from './state-aspiration.ts'

export const meta = () => [{ title: 'Jabatan sasaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, visit }) => {
    const search = query.get('cari') ?? ''
    const targets = actor.employeeId ? await listTargets(db, actor.employeeId) : []
    return {
      mayPlan: visit.mayOpen('/jalur/rencana-karier'),
      search,
      targets: targets.filter(t => !t.withdrawn_on),
      withdrawn: targets.filter(t => t.withdrawn_on),
      wishes: actor.employeeId ? await findWishes(db, actor.employeeId) : null,
      isSaved: query.get('pesan') === 'tersimpan',
      positions: await db.rows<{
        id: string
        name: string
        tier: string
        unit_name: string | null
      }>(sql`select id, name, tier, unit_name from workforce.v_positions where tier in ('JPT Pratama', 'Administrator', 'Pengawas', 'JF Ahli Madya', 'JF Ahli Utama')
        and (${search} = '' or lower(name || ' ' || coalesce(unit_name, '')) like '%' || lower(${search}) || '%') order by name, unit_name limit 30`),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, actor }) => {
    if (!actor.employeeId) throw errors.aspiration.noEmployee()
    if (values.act === 'withdraw') await run(withdrawAspiration, { aspirationId: values.aspirationId })
    else if (values.act === 'withdraw-wishes') await run(withdrawWishes, {})
    else if (values.act === 'wishes')
      await run(stateWishes, {
        moves: values.moves,
        places: values.places,
        movesFrom: dayFromForm(values.movesFrom, 'movesFrom'),
        guidance: form.getAll('guidance').map(String),
        retirement: values.retirement,
        retiresOn: dayFromForm(values.retiresOn, 'retiresOn'),
        note: values.wishNote,
      })
    else {
      await run(stateAspiration, {
        employeeId: actor.employeeId,
        positionId: values.positionId,
        rank: values.rank,
        wantedFrom: dayFromForm(values.wantedFrom, 'wantedFrom'),
        note: values.note,
      })
    }
    return redirect(`${href('/jalur/sasaran')}?pesan=tersimpan`)
  })

export default function AspirationPage() {
  const { search, targets, withdrawn, wishes, isSaved, positions, mayPlan } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isWishes = answer?.values.act === 'wishes'
  const wish = (name: string) => (isWishes ? (answer?.fields[name] ?? null) : null)
  return (
    <>
      <PageHead
        title="Ke jabatan mana Anda ingin tumbuh?"
        scope={`Pernyataan ini tercatat dengan tanggal dan dapat ditarik. ${readersSentence}`}
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Jabatan sasaran' }]}
        actions={mayPlan && <LinkButton href={href('/jalur/rencana-karier')}>Rencana karier</LinkButton>}
      />
      {isSaved && <StatusLine>Tersimpan.</StatusLine>}
      {answer && <Note tone="risk" title={answer.fields.positionId ?? answer.message} live />}
      {targets.length > 0 && (
        <DataTable
          caption="Jabatan sasaran Anda"
          captionHidden
          rows={targets}
          rowKey={t => t.id}
          columns={[
            {
              key: 'name',
              header: 'Sasaran',
              cell: t => (
                <>
                  {t.name}
                  <SubLine>{t.unit ?? t.tier}</SubLine>
                </>
              ),
            },
            {
              key: 'rank',
              header: 'Urutan',
              cell: t => (t.rank === 1 ? 'Utama' : t.rank === 2 ? 'Kedua' : 'Ketiga'),
            },
            { key: 'on', header: 'Dinyatakan', cell: t => formatDay(t.stated_on, 'short') },
            {
              key: 'act',
              header: 'Tindakan',
              phoneLabel: '',
              cell: t => (
                <form method="post">
                  <FormKey />
                  <input type="hidden" name="aspirationId" value={t.id} />
                  <Button small name="act" value="withdraw" label={`Tarik sasaran ${t.name}`}>
                    Tarik
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Section title={targets.length === 0 ? 'Pilih jabatan sasaran' : 'Tambah atau ganti'}>
        <FilterBar
          filters={[]}
          search={{ name: 'cari', label: 'Cari jabatan atau unit', value: search }}
          clearHref={search ? href('/jalur/sasaran') : undefined}
        />
        {targets.length > 0 && !search ? (
          <p className="small-text quiet">Cari jabatan atau unit untuk menambah atau mengganti sasaran.</p>
        ) : positions.length === 0 ? (
          <EmptyFiltered what="jabatan" count={1} filters={`Kata: ${search}`} clearHref={href('/jalur/sasaran')} />
        ) : (
          <form method="post" className="form">
            <FormKey />
            <RadioList
              name="positionId"
              label="Jabatan"
              boxed
              choices={positions.map(p => ({
                value: p.id,
                label: p.name,
                hint: `${p.tier}${p.unit_name ? `, ${p.unit_name}` : ''}`,
              }))}
              value={answer?.values.positionId}
              error={answer?.fields.positionId}
            />
            <Select
              name="rank"
              label="Urutan"
              hint="Sasaran pada urutan yang sama diganti, dan tetap tercatat."
              options={[
                { value: '1', label: 'Utama' },
                { value: '2', label: 'Kedua' },
                { value: '3', label: 'Ketiga' },
              ]}
              value={answer?.values.rank ?? (targets.length === 0 ? '1' : String(Math.min(3, targets.length + 1)))}
              error={answer?.fields.rank}
            />
            <DateField
              name="wantedFrom"
              label="Mulai kapan"
              optional
              value={answer?.values.wantedFrom}
              error={answer?.fields.wantedFrom}
            />
            <Textarea name="note" label="Catatan" optional rows={3} value={answer?.values.note} />
            <FormActions>
              <Button variant="primary">Simpan sasaran</Button>
            </FormActions>
          </form>
        )}
      </Section>
      <Section
        title="Keinginan lain"
        note={wishes ? `dinyatakan ${formatDay(wishes.stated_on, 'short')}` : 'belum dinyatakan'}
      >
        <form method="post" className="form" noValidate>
          <FormKey />
          <RadioList
            name="moves"
            label="Pindah unit atau wilayah"
            choices={Object.entries(movesWords).map(([value, label]) => ({ value, label }))}
            value={isWishes ? answer?.values.moves : wishes?.moves}
            error={wish('moves')}
          />
          <Textarea
            name="places"
            label="Tempat yang Anda pilih"
            hint="Unit, kecamatan, atau kota; satu per baris."
            rows={2}
            optional
            value={isWishes ? answer?.values.places : wishes?.places.join('\n')}
            error={wish('places')}
          />
          <DateField
            name="movesFrom"
            label="Bersedia pindah mulai"
            optional
            value={isWishes ? answer?.values.movesFrom : wishes?.moves_from}
            error={wish('movesFrom')}
          />
          <CheckboxList
            name="guidance"
            label="Mentoring dan coaching"
            optional
            choices={Object.entries(guidanceWords).map(([value, label]) => ({ value, label }))}
            values={wishes?.guidance ?? []}
          />
          <RadioList
            name="retirement"
            label="Rencana pensiun"
            choices={Object.entries(retirementWords).map(([value, label]) => ({ value, label }))}
            value={isWishes ? answer?.values.retirement : wishes?.retirement}
            error={wish('retirement')}
          />
          <DateField
            name="retiresOn"
            label="Tanggal bila lebih awal"
            optional
            value={isWishes ? answer?.values.retiresOn : wishes?.retires_on}
            error={wish('retiresOn')}
          />
          <Textarea
            name="wishNote"
            label="Keterangan"
            optional
            rows={2}
            value={isWishes ? answer?.values.wishNote : wishes?.note}
          />
          <FormActions note="Menyatakan keinginan bukan permohonan pindah atau pensiun.">
            <Button variant="primary" name="act" value="wishes">
              Simpan keinginan
            </Button>
            {wishes && (
              <Button variant="quiet" name="act" value="withdraw-wishes">
                Tarik keinginan
              </Button>
            )}
          </FormActions>
        </form>
      </Section>
      {withdrawn.length > 0 && (
        <Section title="Yang sudah ditarik">
          <ul className="small-text quiet">
            {withdrawn.map(t => (
              <li key={t.id}>
                {t.name}, {formatDay(t.stated_on, 'short')} sampai {formatDay(t.withdrawn_on ?? t.stated_on, 'short')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
