import type { Screen } from '#platform/web/screen.ts'

const everybody = ['asn', 'supervisor', 'hr_officer', 'committee', 'facilitator', 'auditor'] as const
const acting = ['asn', 'supervisor', 'hr_officer', 'facilitator'] as const

const screen = (
  path: string,
  file: string,
  title: string,
  titleEn: string,
  roles: Screen['roles'],
  menu?: readonly [string, string],
): Screen => ({ path, file: `domain/delivery/${file}`, title, titleEn, roles, module: 'delivery', menu })

/** URLs of this room. */
export const deliveryScreens: Screen[] = [
  screen(
    '/diklat/jadwal',
    'class/schedule.page.tsx',
    'Jadwal',
    'Schedule',
    [...everybody, 'leader'],
    ['Diklat', 'Jadwal'],
  ),
  screen('/diklat/kelas/:classId', 'class/class.page.tsx', 'Kelas', 'Class', everybody),
  screen('/diklat/kelas/:classId/peserta/:enrolmentId', 'class/result.page.tsx', 'Hasil peserta', 'Result', [
    'hr_officer',
    'facilitator',
  ]),
  screen(
    '/diklat/program/:programmeId/kemajuan',
    'progress/progress.page.tsx',
    'Kemajuan program',
    'Programme progress',
    ['supervisor', 'hr_officer', 'committee', 'facilitator', 'auditor'],
  ),
  screen('/pendampingan', 'meeting/meetings.page.tsx', 'Coaching dan mentoring', 'Coaching and mentoring', everybody, [
    'Pendampingan',
    'Coaching dan mentoring',
  ]),
  screen('/pendampingan/baru', 'meeting/log-meeting.page.tsx', 'Catat pertemuan', 'Log a meeting', acting),
  screen('/pendampingan/pertemuan/:meetingId', 'meeting/meeting.page.tsx', 'Pertemuan', 'Meeting', everybody),
  screen('/pendampingan/penugasan', 'assignment/assignments.page.tsx', 'Penugasan', 'Assignments', everybody, [
    'Pendampingan',
    'Penugasan',
  ]),
  screen(
    '/pendampingan/penugasan/baru',
    'assignment/give-assignment.page.tsx',
    'Beri penugasan',
    'Give an assignment',
    ['supervisor', 'hr_officer'],
  ),
  screen(
    '/pendampingan/penugasan/:assignmentId',
    'assignment/assignment.page.tsx',
    'Penugasan',
    'Assignment',
    everybody,
  ),
  screen('/pendampingan/tindak-lanjut', 'follow-up/follow-ups.page.tsx', 'Tindak lanjut', 'Follow-up', everybody, [
    'Pendampingan',
    'Tindak lanjut',
  ]),
  screen(
    '/pendampingan/tindak-lanjut/baru',
    'follow-up/agree-behaviour.page.tsx',
    'Sepakati perilaku',
    'Agree a behaviour',
    ['supervisor', 'hr_officer'],
  ),
  screen(
    '/pendampingan/tindak-lanjut/:followUpId',
    'follow-up/follow-up.page.tsx',
    'Pemeriksaan penerapan',
    'Follow-up check',
    everybody,
  ),
]
