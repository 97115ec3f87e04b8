import type { Locale } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'

type DemoRole = Exclude<Role, 'system' | 'visitor'>

const id = {
  skip: 'Langsung ke isi',
  title: 'Masuk',
  scope: 'Satu tempat untuk rencana belajar dan jalur karier Anda.',
  nip: 'NIP atau nama masuk',
  nipHint: '18 angka, tanpa spasi',
  password: 'Kata sandi',
  submit: 'Masuk',
  firstTime: 'Baru pertama kali, atau lupa kata sandi?',
  foot: 'Setiap akses ke data pribadi dicatat dan dapat dilihat pemiliknya. Butuh bantuan? Hubungi pengelola kepegawaian instansi Anda.',
  announcement: 'Kriteria dan jadwal talenta, terbuka untuk semua orang',
  tryDemo: 'Coba demo',
  demoScope: (people: string, units: string) =>
    `${people} ASN rekaan di ${units} unit, lengkap dengan kisah talenta infrastruktur. Pilih peran; tidak perlu akun.`,
  chooseRole: 'Pilih peran demo',
  members: 'Anggota komite lain dan asesor lain, untuk beberapa peramban',
  chooseMember: 'Pilih anggota komite',
  language: 'Bahasa',
  roles: {
    asn: 'jalur ke jabatan sasaran, rencana, JP',
    supervisor: 'antrean sepuluh menit untuk satu tim',
    hr_officer: 'menjalankan siklus, menyusun rencana, menjaga mutu data',
    leader: 'lima angka, risiko jabatan, persetujuan',
    committee: 'peta talenta dan sidang',
    facilitator: 'jadwal, catatan sesi, beban',
    assessor: 'peserta asesmen yang dipercayakan, catatan perilaku, sidang integrasi',
    auditor: 'memeriksa rantai bukti dan laporan keadilan',
    dpo: 'permintaan subjek data',
    admin: 'peran, integrasi, jejak audit; tanpa nilai pribadi',
  } satisfies Record<DemoRole, string>,
}
const en: typeof id = {
  skip: 'Skip to content',
  title: 'Sign in',
  scope: 'One place for your learning plan and your career path.',
  nip: 'Employee number (NIP) or sign-in name',
  nipHint: '18 digits, no spaces',
  password: 'Password',
  submit: 'Sign in',
  firstTime: 'First time here, or forgot the password?',
  foot: 'Each access to personal data is recorded and shown to its owner. Need help? Ask the HR office of your agency.',
  announcement: 'Criteria and dates of the talent cycle, open to everybody',
  tryDemo: 'Try the demo of',
  demoScope: (people, units) =>
    `${people} made-up employees in ${units} units, with the story of the infrastructure talents. Choose a role; no account is needed.`,
  chooseRole: 'Choose a role of the demo',
  members: 'Other committee members and assessors, for several browsers',
  chooseMember: 'Choose a committee member',
  language: 'Language',
  roles: {
    asn: 'the path to a target post, plan, learning hours',
    supervisor: 'a ten-minute queue for one team',
    hr_officer: 'runs the cycle, composes plans, keeps the data sound',
    leader: 'five figures, risks of key posts, approvals',
    committee: 'talent map and sessions',
    facilitator: 'schedule, session notes, load',
    assessor: 'participants entrusted to you, notes of behaviour, integration',
    auditor: 'checks the chain of evidence and fairness',
    dpo: 'requests of data subjects',
    admin: 'roles, integrations, audit trail; no personal scores',
  },
}

/** Words of the door and of the role chooser. */
export const signInText = (locale: Locale) => ({ id, en })[locale]

/** What a role comes for, beside its name on the chooser. */
export const doorLine = (role: Role, locale: Locale): string =>
  role in id.roles ? signInText(locale).roles[role as DemoRole] : ''
