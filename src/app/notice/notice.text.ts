import type { Locale } from '#core/text/format.ts'

const id = {
  title: (n: number) =>
    n === 0 ? 'Semua kabar sudah dibaca' : n === 1 ? '1 kabar belum dibaca' : `${n} kabar belum dibaca`,
  scope: 'Kabar tentang usulan, kelas, rencana, dan permintaan Anda. Hanya Anda yang membacanya.',
  readAll: 'Tandai semua sudah dibaca',
  open: 'Buka',
  markRead: 'Sudah saya baca',
  unread: 'Belum dibaca',
  earlier: 'Sudah dibaca',
  emptyTitle: 'Belum ada kabar',
  empty: 'Bila ada yang berubah untuk Anda, kabarnya muncul di sini. Sekarang tidak ada yang perlu Anda baca.',
  home: 'Kembali ke beranda',
  older: 'Kabar sebelumnya',
  newer: 'Kabar sesudahnya',
}
const en: typeof id = {
  title: n => (n === 0 ? 'All notices are read' : n === 1 ? '1 unread notice' : `${n} unread notices`),
  scope: 'About nominations, classes, plans and requests of yours. Only you can read them.',
  readAll: 'Mark all as read',
  open: 'Open',
  markRead: 'I have read it',
  unread: 'Unread',
  earlier: 'Read',
  emptyTitle: 'No notices yet',
  empty: 'When something changes for you, it is told here. There is nothing to read now.',
  home: 'Back to home',
  older: 'Older notices',
  newer: 'Newer notices',
}

/** Words of the notices page. */
export const noticeText = (locale: Locale) => ({ id, en })[locale]
