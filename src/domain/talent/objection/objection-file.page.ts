import { readFiles } from '#platform/files/stored-file.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { findObjectionFile } from './objection.store.ts'

/** A paper as it was handed in: for the person herself and whoever keeps and audits objections. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look }) => {
    const paper = await findObjectionFile(db, params.fileId)
    const [file] = paper ? await readFiles(db, [paper.file_id]) : []
    if (!paper || !file) throw notFound('Berkas sanggahan')
    look({
      action: 'berkas sanggahan',
      employeeId: paper.employee_id,
      subjectKind: 'talent.objection',
      subjectId: paper.objection_id,
    })
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    })
  })
