import { formatDay, type Locale } from '#core/text/format.ts'
import type { FollowUpWaiting, MeetingWaiting } from '#domain/delivery/delivery.queue.ts'
import { minutesOf, type WaitingItem } from './waiting-item.ts'

const first = (name: string) => name.split(',')[0]

/** A line of a queue: what, why, on which button. `said` is from the record and stays in its own language. */
export type WaitingWords = {
  title: string
  why: string
  said: string | null
  verb: string
  href: string
  minutes: string
}

const id = {
  minutes: (n: number) => `${n} menit`,
  followUp: (f: FollowUpWaiting) =>
    f.rater === 'self'
      ? `Isi bukti penerapan ${f.day} hari`
      : f.rater === 'peer'
        ? `Lihat penerapan ${f.day} hari sebagai rekan, ${first(f.name)}`
        : `Cek penerapan ${f.day} hari, ${first(f.name)}`,
  fill: 'Isi sekarang',
  answer: 'Jawab',
  meeting: (m: MeetingWaiting) => `Konfirmasi ${m.meeting}, ${first(m.name)}`,
  met: (day: string) => `Bertemu ${day}.`,
  confirm: 'Konfirmasi',
  assignment: (name: string) => `Konfirmasi hasil tugas, ${first(name)}`,
  finished: (day: string) => `Dilaporkan selesai ${day}.`,
  behaviour: (name: string) => `Sepakati indikator, ${first(name)}`,
  before: (day: string, n: number) =>
    n > 0 ? `Mulai ${day}. Ada ${n} contoh siap pakai.` : `Mulai ${day}. Tulis satu perilaku yang akan terlihat.`,
  chooseIndicator: 'Pilih indikator',
  plan: (version: number, name: string) => `Tanda tangani rencana versi ${version}, ${first(name)}`,
  ownPlan: (version: number) => `Setujui rencana versi ${version}`,
  readPlan: 'Tinjau rencana',
  planChange: (name: string) => `Putuskan usul perubahan rencana, ${first(name)}`,
  ownPlanChange: 'Putuskan usul perubahan rencana Anda',
  decide: 'Putuskan',
  need: (n: number) => `Konfirmasi kebutuhan diklat, ${n} orang`,
  needWhy: 'Diusulkan dari kesenjangan. Setujui semua atau pilih satu per satu.',
  collection: (name: string, people: number) => `Konfirmasi ${name}, ${people} orang`,
  collectionWhy: 'Disiapkan dari kesenjangan. Setujui semua, atau ubah yang perlu.',
  nominate: (programme: string) => `Usulkan peserta ${programme}`,
  nominateWhy: (seats: number | null, day: string) =>
    `${seats === null ? 'Tempat terbuka' : `${seats} tempat`}, mulai ${day}. Usulkan dari tim Anda.`,
  nominateVerb: 'Usulkan',
  level: (competency: string, n: number, name: string | null) =>
    `Nilai ${competency}, ${name ? first(name) : `${n} orang`}`,
  levelWhy: 'Levelnya belum diketahui siapa pun.',
  levelVerb: 'Nilai',
  interview: { declare: 'Siapkan wawancara', rate: 'Nilai wawancara', agree: 'Catat kesepakatan wawancara' },
  interviewOf: (what: string, name: string) => `${what}, ${first(name)}`,
  interviewOn: (day: string, at: string) => `Diadakan ${day} pukul ${at}.`,
  interviewVerb: 'Buka',
  interviewed: (day: string) => `Bersiap untuk wawancara ${day}`,
  interviewedAt: (at: string, place: string) => `Pukul ${at}, ${place}. Baca apa yang ditanyakan dan oleh siapa.`,
  asked: 'Diminta dari Anda',
  values: (name: string) => `Nilai BerAKHLAK, ${first(name)}`,
  valuesWhy: 'Tujuh nilai, masing-masing dengan contoh bertanggal. Nama Anda tidak diperlihatkan.',
  feedback: {
    answer: (name: string | null, n: number) => `Umpan balik 360°, ${name ? first(name) : `${n} orang`}`,
    self: 'Umpan balik 360° tentang diri Anda',
    confirm: 'Konfirmasi penilai umpan balik 360°',
    review: 'Tinjau penilai umpan balik Anda',
  },
  feedbackWhy: {
    answer: 'Tujuh pertanyaan pilihan untuk tiap orang. Jawaban Anda tidak dibuka kepada siapa pun.',
    self: 'Tujuh pertanyaan pilihan. Tidak masuk hasil; hanya Anda yang membacanya.',
    confirm: (n: number) => `${n} orang dalam tim Anda. Sesudah itu penilainya diundang.`,
    review: 'Anda dapat meminta ganti atau tambah penilai.',
  },
  reference: (name: string) => `Rekomendasi kedua, ${first(name)}`,
  referenceWhy: (by: string) => `Diminta ${first(by)}. Tulis alasan Anda sendiri, atau nyatakan tidak bersedia.`,
  referenceVerb: 'Tulis',
  effect: (label: string) => `Tinjau ${label}`,
  effectWhy: (name: string | null) => (name ? `Sanggahan ${first(name)} diterima.` : 'Sebuah sanggahan diterima.'),
  effectVerb: 'Tinjau',
  assessment: 'Perbarui penilaian kompetensi',
  assessmentOver: (day: string) => `Sudah habis ${day}. Dijadwalkan oleh pengelola kepegawaian.`,
  assessmentSoon: (day: string) => `Habis ${day}. Dijadwalkan oleh pengelola kepegawaian.`,
  askDate: 'Minta jadwal',
  invitation: (day: string) => `Jawab undangan asesmen ${day}`,
  readInvitation: 'Lihat undangan',
  overdue: (day: string) => `Lewat ${day}`,
  dueOn: (day: string) => `Batas ${day}`,
  dueSentence: (day: string) => `Batas ${day}.`,
}
const en: typeof id = {
  minutes: n => `${n} min`,
  followUp: f =>
    f.rater === 'self'
      ? `Tell what you applied after ${f.day} days`
      : f.rater === 'peer'
        ? `Look at ${f.day} days on the job as a colleague, ${first(f.name)}`
        : `Check use on the job after ${f.day} days, ${first(f.name)}`,
  fill: 'Fill in now',
  answer: 'Answer',
  meeting: m => `Confirm ${m.meeting}, ${first(m.name)}`,
  met: day => `Met on ${day}.`,
  confirm: 'Confirm',
  assignment: name => `Confirm the result of a task, ${first(name)}`,
  finished: day => `Reported finished on ${day}.`,
  behaviour: name => `Agree an indicator, ${first(name)}`,
  before: (day, n) =>
    n > 0
      ? `Begins ${day}. ${n === 1 ? '1 example is' : `${n} examples are`} ready.`
      : `Begins ${day}. Write one behaviour that will be seen.`,
  chooseIndicator: 'Choose an indicator',
  plan: (version, name) => `Sign plan version ${version}, ${first(name)}`,
  ownPlan: version => `Agree plan version ${version}`,
  readPlan: 'Review the plan',
  planChange: name => `Decide a proposed plan change, ${first(name)}`,
  ownPlanChange: 'Decide a proposed change of your plan',
  decide: 'Decide',
  need: n => `Confirm training needs, ${n === 1 ? '1 person' : `${n} people`}`,
  needWhy: 'Proposed from the gaps. Agree to all, or choose one by one.',
  collection: (name, people) => `Confirm ${name}, ${people === 1 ? '1 person' : `${people} people`}`,
  collectionWhy: 'Prepared from the gaps. Agree to all, or change what differs.',
  nominate: programme => `Nominate participants, ${programme}`,
  nominateWhy: (seats, day) =>
    `${seats === null ? 'Open places' : `${seats} places`}, begins ${day}. Nominate from your team.`,
  nominateVerb: 'Nominate',
  level: (competency, n, name) => `Rate ${competency}, ${name ? first(name) : `${n} people`}`,
  levelWhy: 'Nobody knows this level yet.',
  levelVerb: 'Rate',
  interview: { declare: 'Prepare an interview', rate: 'Rate an interview', agree: 'Record an interview’s consensus' },
  interviewOf: (what, name) => `${what}, ${first(name)}`,
  interviewOn: (day, at) => `Held on ${day} at ${at}.`,
  interviewVerb: 'Open',
  interviewed: day => `Prepare for your interview on ${day}`,
  interviewedAt: (at, place) => `At ${at}, ${place}. Read what is asked and by whom.`,
  asked: 'Asked of you',
  values: name => `Rate the BerAKHLAK values, ${first(name)}`,
  valuesWhy: 'Seven values, each with a dated example. Your name is not shown.',
  feedback: {
    answer: (name, n) => `360° feedback, ${name ? first(name) : `${n} people`}`,
    self: '360° feedback on yourself',
    confirm: 'Confirm the raters of 360° feedback',
    review: 'Review your feedback raters',
  },
  feedbackWhy: {
    answer: 'Seven questions with choices for each. Your answers are opened to nobody.',
    self: 'Seven questions with choices. They count nothing; only you read them.',
    confirm: n => `${n === 1 ? '1 person' : `${n} people`} of your team. Then the raters are asked.`,
    review: 'You may ask for another rater, or one more.',
  },
  reference: name => `Second reference, ${first(name)}`,
  referenceWhy: by => `Asked by ${first(by)}. Write your own reasons, or decline.`,
  referenceVerb: 'Write',
  effect: label => `Review ${label}`,
  effectWhy: name => (name ? `The objection of ${first(name)} was granted.` : 'An objection was granted.'),
  effectVerb: 'Review',
  assessment: 'Renew the competency assessment',
  assessmentOver: day => `Ran out on ${day}. The HR office sets the date.`,
  assessmentSoon: day => `Runs out on ${day}. The HR office sets the date.`,
  askDate: 'Ask for a date',
  invitation: day => `Answer the invitation to an assessment, ${day}`,
  readInvitation: 'See the invitation',
  overdue: day => `Overdue ${day}`,
  dueOn: day => `Due ${day}`,
  dueSentence: day => `Due ${day}.`,
}

export const waitingText = (locale: Locale) => ({ id, en })[locale]

/** What an item says in a list. */
export const waitingWords = (item: WaitingItem, locale: Locale): WaitingWords => {
  const text = waitingText(locale)
  const day = (d: string) => formatDay(d, 'long', locale)
  const minutes = text.minutes(minutesOf(item))
  switch (item.kind) {
    case 'follow-up':
      return {
        title: text.followUp(item),
        why: '',
        said: item.statement,
        verb: item.rater === 'self' ? text.fill : text.answer,
        href: `/pendampingan/tindak-lanjut/${item.id}`,
        minutes,
      }
    case 'meeting':
      return {
        title: text.meeting(item),
        why: text.met(day(item.heldOn)),
        said: item.topic,
        verb: text.confirm,
        href: `/pendampingan/pertemuan/${item.id}`,
        minutes,
      }
    case 'assignment':
      return {
        title: text.assignment(item.name),
        why: text.finished(day(item.finishedOn)),
        said: item.task,
        verb: text.confirm,
        href: `/pendampingan/penugasan/${item.id}`,
        minutes,
      }
    case 'behaviour':
      return {
        title: text.behaviour(item.name),
        why: text.before(day(item.startsOn), item.examples.length),
        said: item.activity,
        verb: text.chooseIndicator,
        href: '/pendampingan/tindak-lanjut/baru',
        minutes,
      }
    case 'plan':
      return {
        title: text.plan(item.version, item.name),
        why: '',
        said: item.reason,
        verb: text.readPlan,
        href: `/diklat/rencana/${item.id}`,
        minutes,
      }
    case 'plan-change':
      return {
        title: text.planChange(item.name),
        why: '',
        said: item.happened,
        verb: text.decide,
        href: `/diklat/usul-perubahan/${item.id}`,
        minutes,
      }
    case 'need':
      return {
        title: text.need(item.people.length),
        why: text.needWhy,
        said: null,
        verb: text.confirm,
        href: '/kompetensi/kesenjangan',
        minutes,
      }
    case 'collection':
      return {
        title: text.collection(item.collection, item.people),
        why: text.collectionWhy,
        said: null,
        verb: text.confirm,
        href: `/diklat/kebutuhan/${item.id}/tim`,
        minutes,
      }
    case 'nominate':
      return {
        title: text.nominate(item.programme),
        why: text.nominateWhy(item.seats, day(item.startsOn)),
        said: null,
        verb: text.nominateVerb,
        href: `/talenta/usulan/baru?program=${item.id}`,
        minutes,
      }
    case 'level':
      return {
        title: text.level(item.competency, item.people, item.name),
        why: text.levelWhy,
        said: null,
        verb: text.levelVerb,
        href: item.people === 1 ? `/kompetensi/permintaan/${item.requestId}` : '/kompetensi/permintaan',
        minutes,
      }
    case 'interview':
      return {
        title: text.interviewOf(text.interview[item.step], item.name),
        why: text.interviewOn(day(item.heldOn), item.startsAt),
        said: null,
        verb: text.interviewVerb,
        href: `/wawancara/${item.id}`,
        minutes,
      }
    case 'interviewed':
      return {
        title: text.interviewed(day(item.heldOn)),
        why: text.interviewedAt(item.startsAt, item.place),
        said: null,
        verb: text.interviewVerb,
        href: '/jalur/wawancara',
        minutes,
      }
    case 'values':
      return {
        title: text.values(item.name),
        why: text.valuesWhy,
        said: null,
        verb: text.interviewVerb,
        href: `/nilai/${item.id}`,
        minutes,
      }
    case 'feedback':
      return {
        title: item.step === 'answer' ? text.feedback.answer(item.name, item.people) : text.feedback[item.step],
        why: item.step === 'confirm' ? text.feedbackWhy.confirm(item.people) : text.feedbackWhy[item.step],
        said: null,
        verb: text.interviewVerb,
        href:
          item.step === 'confirm'
            ? '/umpan-balik/tim'
            : item.step === 'review'
              ? '/jalur/umpan-balik'
              : item.people > 1
                ? '/umpan-balik'
                : `/umpan-balik/${item.id}`,
        minutes,
      }
    case 'effect':
      return {
        title: text.effect(item.label),
        why: text.effectWhy(item.name),
        said: null,
        verb: text.effectVerb,
        href: `/sanggah/tinjau/${item.id}`,
        minutes,
      }
    case 'reference':
      return {
        title: text.reference(item.name),
        why: text.referenceWhy(item.by),
        said: null,
        verb: text.referenceVerb,
        href: `/rekomendasi/${item.id}`,
        minutes,
      }
    case 'invitation':
      return {
        title: text.invitation(day(item.assessedOn)),
        why: '',
        said: `${item.batch}, ${item.place}`,
        verb: text.readInvitation,
        href: `/kompetensi/asesmen/peserta/${item.id}`,
        minutes,
      }
    case 'assessment':
      return {
        title: text.assessment,
        why: (item.isOver ? text.assessmentOver : text.assessmentSoon)(day(item.validUntil)),
        said: null,
        verb: text.askDate,
        href: '/hak-saya',
        minutes,
      }
  }
}
