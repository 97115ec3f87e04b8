import { changePolicy, draftPolicy, submitPolicy } from '#domain/talent/policy/draft-policy.ts'
import { findPolicy } from '#domain/talent/policy/policy.store.ts'
import { sectionFields } from '#domain/talent/policy/policy-form.model.ts'
import { previewPolicy } from '#domain/talent/policy/preview-policy.ts'
import { openAccounts } from '#platform/access/set-up-agency.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'

/** A second officer drafts the rules of the coming year; they wait for somebody else's decision, with who would move beside them. */
export const draftRules = async (acts: Acts, step: (line: string) => void): Promise<void> => {
  const [author] = await acts.rows<{ id: string; name: string }>(
    sql`select p.id, p.name from workforce.v_people p where p.unit_short_name = 'BKPSDM' and p.tier in ('JF Ahli Muda', 'JF Ahli Pertama')
      and not exists (select from platform.v_accounts a where a.agency_id = p.agency_id and a.employee_id = p.id) order by p.nip limit 1`,
  )
  if (!author) return
  await acts.asSystem('2026-02-02', openAccounts, {
    accounts: [{ employeeId: author.id, name: author.name, roles: ['hr_officer'] }],
  })
  const [account] = await acts.rows<{ id: string }>(
    sql`select id from platform.v_accounts where employee_id = ${author.id}`,
  )
  const who: Who = { accountId: account?.id ?? null, employeeId: author.id, name: author.name }
  const { id: policyId } = await acts.as(who, 'hr_officer', '2026-11-16', draftPolicy, {
    from: 'BKN-SIMATA~2025-1',
    version: '2027-1',
    legalBasis: 'Rancangan Perbup Kabupaten Contoh tentang Manajemen Talenta Tahun 2027',
    validFrom: '2027-01-01',
    purpose:
      'Penghargaan lebih jarang di kecamatan dan sekolah, sehingga sebagian bobotnya dipindah ke predikat. Ambang potensial tinggi dinaikkan karena jarak ke galat alat ukur terlalu dekat.',
  })
  const change = async (section: 'weights' | 'cuts' | 'boxes', more: Record<string, string>) => {
    const policy = await acts.read(db => findPolicy(db, policyId, today))
    if (!policy) throw new Error('The draft of the demo is gone.')
    await acts.as(who, 'hr_officer', '2026-11-17', changePolicy, {
      policyId,
      section,
      filled: { ...sectionFields(section, policy.rules), ...more },
    })
  }
  await change('weights', {
    'weight:predikat': '65',
    'weight:penghargaan': '10',
    'window:tim': '36',
  })
  await change('cuts', { 'cut:x:1': '82' })
  await change('boxes', {
    'treatments:5': 'Penempatan yang sesuai\nBimbingan kinerja\nPengembangan kompetensi\nRotasi dalam rumpun',
  })
  const { moved } = await acts.as(who, 'hr_officer', today, previewPolicy, { policyId })
  await acts.as(who, 'hr_officer', today, submitPolicy, { policyId })
  step(`Aturan talenta 2027 menunggu persetujuan orang kedua: ${moved} orang akan berpindah.`)
}
