import { readFiles } from '#platform/files/stored-file.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { findPaper } from './request.store.ts'

/** The file as it was handed in: only for the person herself and whoever checks. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look }) => {
    const paper = await findPaper(db, params.evidenceId)
    const [file] = paper?.file_id ? await readFiles(db, [paper.file_id]) : []
    if (!paper || !file) throw notFound('Berkas bukti')
    look({
      action: 'berkas bukti kompetensi',
      employeeId: paper.employee_id,
      subjectKind: 'competency.evidence',
      subjectId: paper.id,
    })
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    })
  })
