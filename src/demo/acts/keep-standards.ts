import {
  findHolding,
  findVersion,
  listRequirements,
} from '#domain/competency/position-standard/position-standard.store.ts'
import { setStandard, setStandards } from '#domain/competency/position-standard/set-standard.ts'
import { findTitle, listLikePosts, listTitlesOf } from '#domain/competency/position-standard/standard-title.store.ts'
import { sql } from '#platform/database/database.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

const on = '2026-11-23'
const nextYear = '2027-01-04'

/** Standards for the new year: one copied from a like post, one set for a whole family, and a new version of one that holds. */
export const keepStandards = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const officer = <I, R>(useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown) =>
    acts.as(cast.officer, 'hr_officer', on, useCase, input)
  const asked = async (id: string) =>
    (await acts.read(db => listRequirements(db, id))).map(q => ({
      competencyId: q.competency_id,
      level: q.level,
      importance: q.importance,
    }))
  const title = await acts.read(db => findTitle(db, 'Apoteker Ahli Pertama'))
  const [like] = await acts.read(db => listLikePosts(db, title, 1))
  let set = 0
  if (title && like) {
    const { id } = await officer(setStandard, {
      positionName: title.name,
      approvalBasis: 'Keputusan Bupati Contoh 800/118/2026',
      educationMinimum: 'Profesi Apoteker',
      trainingRequired: 'Surat tanda registrasi apoteker yang masih berlaku',
      validFrom: nextYear,
      reason: `Disalin dari ${like.name} yang jenjangnya sama, lalu dibahas dengan Dinas Kesehatan.`,
      copiedFrom: like.standardId,
      requirements: await asked(like.standardId),
    })
    const choice = { family: 'Pelayanan Kesehatan', tier: 'JF Ahli Pertama', search: null, onlyLacking: true }
    const titles = (await acts.read(db => listTitlesOf(db, choice))).filter(t => t.name !== title.name)
    if (titles.length > 0)
      set = (
        await officer(setStandards, {
          sourceId: id,
          ...choice,
          approvalBasis: 'Keputusan Bupati Contoh 800/119/2026',
          validFrom: nextYear,
          reason: 'Satu standar untuk tenaga kesehatan ahli pertama, menunggu standar dari instansi pembinanya.',
          seen: titles.map(t => t.id),
        })
      ).titles
  }
  const [post] = await acts.rows<{ name: string }>(
    sql`select position_name as name from workforce.v_people where id = ${cast.supervisor.employeeId}`,
  )
  const holding = post && (await acts.read(db => findHolding(db, post.name, on)))
  const standard = holding && (await acts.read(db => findVersion(db, holding.id)))
  if (standard) {
    const lines = await asked(standard.id)
    const last = lines.findLastIndex(l => l.level < 5)
    await officer(setStandard, {
      positionName: standard.position_name,
      approvalBasis: 'Keputusan Bupati Contoh 800/121/2026',
      educationMinimum: standard.education_minimum,
      rankMinimum: standard.rank_minimum,
      trainingRequired: standard.training_required,
      experienceRequired: 'Paling sedikit lima tahun menangani pekerjaan konstruksi',
      validFrom: nextYear,
      reason: 'Nilai paket tahun 2027 bertambah, sehingga kompetensi teknisnya naik satu level.',
      requirements: lines.map((l, i) => (i === last ? { ...l, level: l.level + 1 } : l)),
    })
  }
  step(
    `Standar jabatan mulai 2027: ${title && like ? 1 : 0} disalin, ${set} ditetapkan bersama, ${standard ? 1 : 0} versi baru.`,
  )
}
