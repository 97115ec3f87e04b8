import type { Defect } from './data-quality.model.ts'

/** Where a defect is mended: the record's own page. */
export const recordLink = (defect: Pick<Defect, 'record_kind' | 'record_id' | 'employee_id' | 'unit_id'>): string => {
  if (defect.record_kind === 'workforce.training' && defect.employee_id)
    return `/data/pegawai/${defect.employee_id}/diklat/${defect.record_id}`
  if (defect.record_kind === 'workforce.indicator')
    return `/evaluasi/indikator?indikator=${defect.record_id}&unit=${defect.unit_id}`
  if (defect.record_kind === 'competency.assessment' && defect.employee_id)
    return `/kompetensi/profil/${defect.employee_id}`
  return `/data/pegawai/${defect.employee_id ?? ''}`
}
