import type { Role } from '#platform/access/actor.ts'
import type { Screen } from '#platform/web/screen.ts'

const everybody: readonly Role[] = [
  'asn',
  'supervisor',
  'hr_officer',
  'committee',
  'leader',
  'facilitator',
  'auditor',
  'dpo',
  'admin',
]

/** Pages of the house itself: doors, homes, people across rooms, settings. */
export const appScreens: Screen[] = [
  {
    path: '/',
    file: 'app/home/home.page.tsx',
    title: 'Beranda',
    titleEn: 'Home',
    roles: everybody,
    menu: ['Beranda', 'Beranda'],
  },
  {
    path: '/masuk',
    file: 'app/shell/sign-in.page.tsx',
    title: 'Masuk',
    titleEn: 'Sign in',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/masuk/kode',
    file: 'app/shell/second-factor.page.tsx',
    title: 'Kode masuk',
    titleEn: 'Sign-in code',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/masuk/faktor-kedua',
    file: 'app/shell/enrol.page.tsx',
    title: 'Pasang faktor kedua',
    titleEn: 'Set up a second factor',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/masuk/undangan',
    file: 'app/shell/invitation.page.tsx',
    title: 'Kata sandi pertama',
    titleEn: 'First password',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/akun',
    file: 'app/shell/security.page.tsx',
    title: 'Kata sandi dan keamanan',
    titleEn: 'Password and security',
    roles: everybody,
  },
  {
    path: '/keluar',
    file: 'app/shell/sign-out.page.tsx',
    title: 'Keluar',
    titleEn: 'Sign out',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/pilihan',
    file: 'app/shell/choice.page.tsx',
    title: 'Pilihan tampilan dan peran',
    titleEn: 'Display and role',
    roles: everybody,
    isPublic: true,
    isResource: true,
  },
  {
    path: '/tertutup',
    file: 'app/shell/closed.page.tsx',
    title: 'Halaman tertutup',
    titleEn: 'Closed page',
    roles: everybody,
    isPublic: true,
  },
  {
    path: '/angka/:ref',
    file: 'app/figure/figure.page.tsx',
    title: 'Dari mana angka ini?',
    titleEn: 'Where does this figure come from?',
    roles: everybody,
  },
]
