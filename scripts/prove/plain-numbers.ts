import { firstNumber } from './printed.ts'
import type { Line, Shown } from './read-screen.ts'

/**
 * The one list of numbers on a screen that are not figures, each with its reason. Whatever stands on a screen, is no
 * figure, is not told again from a figure of the same screen and is not in this list counts as "without explanation".
 */
type Written = { reason: string; text: RegExp }
type Placed = { reason: string; screen: RegExp; at?: RegExp; label?: RegExp; text?: RegExp }

const month =
  '(?:Jan(?:uari|uary)?|Feb(?:ruari|ruary)?|Mar(?:et|ch)?|Apr(?:il)?|Mei|May|Jun[ie]?|Jul[iy]?|Agu(?:stus)?|Aug(?:ust)?|Sep(?:t|tember)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[sc](?:ember)?)'

/** Said in any place, because of how it is written. */
export const written: Written[] = [
  {
    reason: 'a code or a file name: a name, not an amount',
    text: /\b[A-Z]{2,}\d+(?:-\d+)?\b|\b(?:RW|RT) \d+\b|\banyam-\d+(?:\.\d+)+|\b[A-Z]{1,}(?:-[A-Z]+)* \d{4}-\d+\b|\b\d{3}(?:\.\d+)+(?:\/[\w-]+)+|\b\d{3}(?:\/[\w.-]+)+\/\d{4}\b|\b[A-Z]{1,}(?:-[A-Z]+)*[-.](?:\d[\w-]*)(?:\.\d+)*|\b[\w-]+\.(?:xlsx?|xlsm|csv|ods|json|pdf|zip)\b|\b\d+(?:\/[A-Z]+)+(?:\/[\w-]+)*|\b[SD][1-4](?:\/D-?[IV]+)?\b|\b[0-9a-f]{12,}\b/g,
  },
  { reason: 'the version of a document', text: /\b[vV]ersi (?:[A-Za-z]+-)?\d+(?:[.-]\d+)*\b|\bv\d+\b/g },
  {
    reason: 'a day, a month or a time',
    text: new RegExp(
      `\\b(?:\\d{1,2}(?:[–-]\\d{1,2})? )?${month} ?(?:'?\\d{4}|'?\\d{2})(?:, (?:[01]\\d|2[0-3])[.:][0-5]\\d)?(?=\\D|$)|\\b\\d{1,2} ${month}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}\\b|\\b[pP]ukul \\d{1,2}[.:]\\d{2}\\b|\\b\\d{1,2}[.:]\\d{2} (?:WIB|WITA|WIT)\\b`,
      'g',
    ),
  },
  { reason: 'a year, or a span of years', text: /\b(?:19|20)\d{2}(?:\s?[–/-]\s?(?:19|20)?\d{2})?\b(?![.,]\d)/g },
  { reason: 'a NIP, the number of a person', text: /\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b/g },
  {
    reason: 'the number of a rule of law or an article of it',
    text: /\b(?:Perbup|Perwal|Pergub|Kepbup)\b \d+(?:\/\d+)*|\b(?:UU|PP|Perpres|Keputusan (?:Menteri|Kepala|Bupati|Wali|Presiden|Gubernur|Nomor|No)|Permen[\w-]*|Per[A-Z]\w*|Kepmen[\w-]*|Kep[A-Z]\w*|SE|Peraturan|Undang-Undang)\b[^.;]{0,40}?\b(?:No(?:mor|\.)? ?)?\d+(?: Tahun \d+|\/\d+)?|\b(?:Pasal|ayat|huruf|Bab) \(?\d+\)?|\bbutir \(?\d+\)?(?! dari)/g,
  },
  {
    reason: 'the name of a thing: the nine-box map, 70-20-10, checks after 30, 60 and 90 days',
    text: /\b(?:9 kotak|nine-box|9-box|70-20-10|cek \d+ hari)\b|\b360°/g,
  },
  {
    reason: 'the number of a box or a level: a name of a step on a scale',
    text: /^\d\. (?=Kinerja )|\b[kK]otak \d(?: ke \d)?(?:(?:, \d)*,? dan \d|(?:, \d)+)?|\b[lL]evel \d(?: (?:menjadi|ke|dari) \d)?\b|\b[tT]ingkat \d\b/g,
  },
]

/** Said in one place, because of what stands there. */
export const placed: Placed[] = [
  {
    reason: 'the number of an agreement: a name, not an amount',
    screen: /^\/diklat\/katalog\/perjanjian$/,
    at: /(?:^| > )th$/,
    text: /\b\d+(?=[/.-])(?:[/.-]\w+)*/g,
  },
  {
    reason: 'how many notices are unread: they stand behind the link',
    screen: /./,
    at: /^header\.bar/,
    text: /Kabar \d+\+? \d+ belum dibaca|Kabar \d+\+? \d+ unread/g,
  },
  {
    reason: 'the names of the five levels of the dictionary',
    screen: /^\/kompetensi\/kamus\/:/,
    at: /(?:^| > )th$/,
    text: /^\d /g,
  },
  {
    reason: 'the number of an entry of the audit trail, and how many there are',
    screen: /^\/pengaturan\/jejak-audit$/,
    label: /^Nomor$/,
  },
  {
    reason: 'how many rows the list below holds; the list is the answer',
    screen: /^\/pengaturan\/jejak-audit$/,
    at: /header\.heading/,
  },
  {
    reason: 'the weights of the criteria as announced',
    screen: /^\/diklat\/program\/:/,
    at: /aside > section\.section > dl\.facts/,
  },
  {
    reason: 'how many rows of each kind the download beside holds',
    screen: /^\/hak-saya$/,
    at: /ul\.lines\.pairs/,
    text: /[\d.]+ catatan$/g,
  },
  {
    reason: 'how many rows the list below holds; the list is the answer',
    screen: /^\/$/,
    at: /header\.heading/,
    text: /^\d+ (?:catatan pertemuan|permintaan subjek data) /g,
  },
  { reason: 'about how many minutes a task takes', screen: /./, text: /\b(?:kira-kira )?\d+ menit\b/g },
  { reason: 'a record as it stands: its own page', screen: /^\/catatan/ },
  { reason: 'the explanation itself: weights, cut-offs and inputs of the figure it opens', screen: /^\/angka\// },
  { reason: 'how many figures the page in question holds', screen: /^\/angka-halaman/ },
  {
    reason: 'the parts of the eligibility that opens beside them',
    screen: /./,
    at: /ul\.tree|div\.tree-|ul\.requirements/,
  },
  { reason: 'the parts of the score that opens beside them', screen: /./, at: /ol\.waterfall|div\.gauge/ },
  { reason: 'what would be if one part changed, not what is', screen: /\/mengapa$/, at: /tbody/ },
  { reason: 'where on the page: rows shown of rows found', screen: /./, at: /nav\.pager/ },
  {
    reason: 'where in the list: this item of all, as many as the list beside holds',
    screen: /./,
    text: /\b[bB]utir \d+ dari \d+|^\d+\. (?=\w)/g,
  },
  { reason: 'the number that stands for a name in a blind vote', screen: /^\/talenta\/sidang/, text: /\bCalon \d+/g },
  { reason: 'a time of day', screen: /^\/talenta\/sidang/, text: /\b[0-2]\d\.[0-5]\d\b/g },
  {
    reason: 'an axis or a lane of a chart',
    screen: /./,
    at: /(?:^| > )text|svg|div\.meter-mark|div\.scale/,
    text: /^[−-]?[\d.,]+ ?(?:%|hari|bulan|JP)?$|^\D{0,20}\d+ ?%\D*$|^(?:wajib|batas) \d+$|^\d{6,}$/g,
  },
  { reason: 'a legend of colours or steps', screen: /./, at: /p\.legend|ul\.legend|\.x-level|\.y-level/ },
  {
    reason: 'what a form asks for: fields, hints, limits',
    screen: /./,
    at: /p\.hint|(?:^| > )label(?!\.option)|legend|div\.form-item|form\.drop-zone/,
  },
  {
    reason: 'an amount asked about, not one that is: what it would pay stands beside it',
    screen: /^\/diklat\/anggaran\/usulan$/,
    at: /(?:^| > )th$/,
    text: /^Rp[\d.]+$/g,
  },
  {
    reason: 'the boxes of the map as a small picture: names of steps on a scale',
    screen: /^\/talenta\/peta\/:.*\/pindah$/,
    at: /div\.mini-box/,
  },
  {
    reason: 'an activity as the plan holds it, and as it would become: lines of its versions',
    screen: /^\/diklat\/usul-perubahan\/:/,
    label: /^(?:Sekarang|Menjadi)$/,
  },
  {
    reason: 'what earlier participants of a module reached, as the catalogue keeps it',
    screen: /^\/diklat\/kebutuhan\/butir\/:/,
    text: /\d+ dari \d+ peserta terdahulu naik level/g,
  },
  {
    reason: 'the checks that hold back a conclusion: the link under them opens to each with its limit',
    screen: /^\/evaluasi\/:/,
    at: /div\.note\.unknown/,
    text: /Periode sebelum \d+.*$/g,
  },
  {
    reason: 'the checks of an evaluation frozen in the dossier: the evaluation it names opens to each with its limit',
    screen: /^\/keputusan\/:/,
    at: /div\.note/,
    text: /(?:Periode sebelum \d+ \(perlu|Unit program \d+ \(perlu|Nilai yang tidak ada \d+%).*$/g,
  },
  { reason: 'how many filters are set', screen: /./, text: /cocok dengan \d+ saringan/g },
  { reason: 'the link to another year', screen: /./, at: /nav\.segment/ },
  {
    reason: 'what a rule asks, told in words',
    screen: /./,
    text: /[≥≤<>]=? ?\d+(?:,\d+)?(?: (?:bulan|tahun|JP|hari|poin))?|\b(?:kewajiban|wajib|target(?: setahun)?|Target setahun|dari kewajiban) \d+ JP|\bdalam \d+ bulan\b|\b\d+ bulan terakhir\b|\bhari \d+(?:, \d+)*,? dan \d+|\bhari ke-\d+|\b\d+ kali \d+ jam\b|\b\d+ hari kerja\b|\bSejak hari \d+|\b[Ll]ebih dari \d+ tahun\b|\bpaling banyak [\d.]+\b|\bPaling banyak [\d.]+\b(?![,%])|< \d+ orang|\bsedikitnya \d+ orang\b|\bkurang dari \d+ (?:orang|poin)\b|\b\d–\d (?:tahun|th)\b|\(±\d\)|\bdari \d+ aspek\b|\(\d+ aspek\)|\bpedoman \d+%|□ \/ \d+|\bdari \d+ JP\b|\binstansi \d+ JP\b|\bpaling sedikit \d+ bulan\b|\bberlaku \d+ bulan\b|\bTambahan Rp10 juta\b|\bdari 100\b/g,
  },
  {
    reason: 'the name of a band of hours: the bar beside it is the figure',
    screen: /^\/$/,
    at: /ul\.bars/,
    text: /^0 JP$|^\d+–\d+$/g,
  },
  { reason: 'the keys of the keyboard', screen: /./, text: /^Papan tik: .*$/g },
  {
    reason: 'what would be if one part were added, not what is',
    screen: /^\/data\/pegawai\/:/,
    text: /^Tambahan terbesar: .*$/g,
  },
  {
    reason: 'the name a person gave a scenario',
    screen: /./,
    text: /\bpagu [−-]\d+%/g,
  },
  {
    reason: 'the box of the map: a name of a step on a scale',
    screen: /^\/talenta\/peta/,
    label: /^Kotak$/,
  },
  {
    reason: 'the readiness score as the assessor wrote it, and the score the rule expects',
    screen: /^\/talenta$/,
    text: /^Nilai kesiapan terakhir .*$|, nilai \d+/g,
  },
  {
    reason: 'the table twin of the drawing: the standard and the level, each a figure of the list beside',
    screen: /^\/kompetensi\/kesenjangan\/:/,
    at: /details\.disclosure/,
  },
  {
    reason: 'the criteria as announced: a value of a rule, with its legal basis on the page',
    screen: /^\/pengumuman\/talenta$/,
    label: /^Bobot$/,
  },
  {
    reason: 'how many of the team list, which opens whole behind the link beside',
    screen: /^\/$/,
    text: /\d+ orang lain tidak punya batas dekat|\d+ orang di tim ini belum mencapai|\d+ hal lain menunggu pekan depan/g,
  },
  {
    reason: 'how many assessments an item of the queue holds; opening it shows them one by one',
    screen: /^\/$/,
    at: /ol\.queue/,
    text: /, \d+ orang/g,
  },
  {
    reason: 'how many people a task of feedback holds; opening it shows them one by one',
    screen: /^\/(?:jalur-saya)?$/,
    at: /ul\.waiting/,
    text: /, \d+ orang\b|\d+ orang dalam tim Anda\./g,
  },
  {
    reason: 'a target and its start as agreed and recorded',
    screen: /^\/diklat\/program\/:/,
    label: /^(?:Target|Nilai awal)$/,
  },
  {
    reason: 'the target as agreed; it stands on the page of the programme behind it',
    screen: /^\/evaluasi\/:/,
    text: /\bTarget [\d.,]+/g,
  },
  {
    reason: 'how many competencies of the table below are met, short, expired or unknown: its rows say so one by one',
    screen: /^\/kompetensi\/kesenjangan\/:/,
    at: /header\.heading/,
  },
  {
    reason: 'how many people and levels of a unit the assessment centre was asked for: a row of requests as they stand',
    screen: /^\/kompetensi\/permintaan$/,
    label: /^(?:Orang|Level)$/,
  },
  {
    reason:
      'a level as one source says it, with its month: the record as it stands; the level that counts is the figure beside',
    screen: /^\/(?:$|jalur-saya$|kompetensi\/kesenjangan\/:)/,
    at: /ul\.gap-(?:list|lines)/,
    text: /[\p{L} ]+: \d(?= ?,| |$)/gu,
  },
  {
    reason: 'how many rows the list behind the link or below it holds; the list is the answer',
    screen: /./,
    text: /^\d+ jenis cacat lain terbuka|\d+ baris belum melaporkan realisasi|^Modul ini ada dalam \d+ rencana|\bData \d+ calon belum lengkap/g,
  },
  {
    reason: 'how far a piece of work is, and the value it ended with: its result has a page of its own',
    screen: /^\/kerja\/:/,
  },
  {
    reason: 'the months still to wait, from the requirement that opens in the same row',
    screen: /^\/(?:suksesi|keputusan)\/:/,
    text: /[Mm]enunggu \d+ bulan lagi/g,
  },
  {
    reason: 'a rating of a follow-up as the rater gave it',
    screen: /^\/pendampingan\/tindak-lanjut/,
    text: /\b[nN]ilai \d\b/g,
  },
  {
    reason: 'the standard of the post as it stood when the dossier was made',
    screen: /^\/keputusan\/:/,
    label: /^Standar$/,
  },
  {
    reason: 'the standard of the post as it stood when the dossier was made',
    screen: /^\/keputusan\/:/,
    text: /\bperlu \d\b/g,
  },
  {
    reason:
      'how far a plan can be from the best, rounded up so that the sentence stays true: the points and the proven bound it follows from are figures of the same scenario',
    screen: /^\/diklat\/penyusun(?:$|\/:)/,
    text: /Paling banyak [\d,]+% di bawah/g,
  },
  { reason: 'hours of a course as recorded', screen: /^\/diklat\/program\/:/, label: /^JP$/ },
  { reason: 'words a person wrote as the reason of a change', screen: /^\/$/, at: /p\.about|dl\.facts/ },
  {
    reason: 'how many rows the list behind the link beside holds; the list is the answer',
    screen: /^\/$/,
    text: /[\d.]+ tindakan tercatat|\d+ dari \d+ akun sudah pernah masuk|^Usulan peserta menunggu keputusan \d+ usulan/g,
  },
  {
    reason: 'how many entries were looked at just now: all that the list below holds',
    screen: /^\/pengaturan\/jejak-audit$/,
    text: /^[\d.]+ catatan diperiksa/g,
  },
  {
    reason: 'the parts of the eligibility that opens beside them',
    screen: /^\/(?:$|jalur-saya$)/,
    text: /\d+ dari \d+ syarat terpenuhi/g,
  },
  {
    reason: 'a notice as it was sent; what it counts stands behind its button',
    screen: /^\/kabar$/,
    at: /ul\.notice-list/,
  },
  {
    reason: 'how many more reasons stand on the page the row opens',
    screen: /^\/suksesi\/:/,
    text: /, dan \d+ hal lain/g,
  },
  {
    reason:
      'a choice of a form: how a module or a step of the scale is written in the catalogue, how many people hold a tier',
    screen: /^\/(?:diklat\/rencana\/baru\/:|kompetensi\/permintaan\/:|talenta\/siklus\/baru)/,
    at: /label\.option/,
  },
  {
    reason: 'how many rows the list below or behind it holds; the list is the answer',
    screen:
      /^\/(?:talenta\/(?:usulan|sidang|sidang\/baru)|kompetensi\/permintaan|kabar|data\/(?:mutu|unit\/:\w+)|diklat\/rencana\/baru\/:\w+)$/,
    at: /header\.heading|p\.note-title/,
  },
  {
    reason: 'how many things hold the next stage: the list beside names them',
    screen: /^\/talenta$/,
    text: /^\d+ hal masih menahan/g,
  },
  {
    reason: 'how many proposals wait: the link is their list',
    screen: /^\/talenta$/,
    text: /^\d+ usul pindah belum diputus/g,
  },
  { reason: 'a frozen record as it stands', screen: /^\/talenta\/siklus\/:.*potret/, at: /dl\.facts/ },
  { reason: 'a committee as its decree says', screen: /^\/talenta\/sidang$/, label: /^Kursi$/ },
  {
    reason: 'what would be after the plan, not what is: the levels now stand on the gap page',
    screen: /^\/diklat\/rencana\/:/,
    at: /ul\.lines/,
    text: /level \d menjadi \d|masih kurang \d+ dari/g,
  },
  {
    reason: 'what each module of the chosen plan takes: a line of the solution, whose sums are the figures above',
    screen: /^\/diklat\/penyusun\/:/,
    at: /ul\.person-reasons/,
    text: /\d+ JP, Rp[\d.]+/g,
  },
  { reason: 'the top of the scale of the answers', screen: /^\/evaluasi\/:/, text: /□ dari \d/g },
  {
    reason:
      'the months compared, as the rule of periods sets them; the confidence of an interval; how many intervals the table shows',
    screen: /^\/evaluasi\/:/,
    text: /\d+ bulan sebelum dengan \d+ bulan|\brentang \d+%|Dari \d+ rentang|\b\d+ bulan\.$/g,
  },
  {
    reason:
      'the drawing of monthly means and its table: the value of each unit and month stands behind the link under it',
    screen: /^\/evaluasi\/:/,
    at: /figure\.chart|details\.disclosure/,
  },
  {
    reason: 'a sentence of the evaluation frozen in the dossier: the evaluation it names computes it',
    screen: /^\/keputusan\/:/,
    text: /Uji kesejajaran sebelum program p [\d,.]+; selisih terbesar [\d,.]+/g,
  },
  { reason: 'the box: a name of a step on a scale', screen: /^\/keputusan\/:/, at: /section\.decision/, text: /^\d$/g },
  {
    reason: 'the sentence to the person: the requirements stand one by one above',
    screen: /^\/keputusan\/:/,
    text: /\d+ dari \d+ syarat jabatan terpenuhi/g,
  },
  {
    reason: 'the protocol of a session: attendance and votes as recorded; each stands in the minutes',
    screen: /^\/talenta\/sidang\/:/,
    at: /ol\.minutes|ol\.agenda|p\.connection|p\.small-text|header\.heading|section\.candidate|section\.section > p$/,
  },
  {
    reason: 'people per box as the map counts them, and the proposals of the agenda added',
    screen: /^\/talenta\/sidang\/:/,
    at: /ol\.map-after/,
  },
  {
    reason: 'the evidence of a candidate without a name: nothing may lead to the person before the vote is open',
    screen: /^\/talenta\/sidang\/:/,
    at: /details\.disclosure/,
  },
  { reason: 'about how long a form takes', screen: /./, text: /Kira-kira \d+ menit/g },
  {
    reason: 'the day of a check after training, which names it',
    screen: /./,
    text: /\b(?:[Cc]ek )?\d+ hari\b(?! terlambat)/g,
  },
  {
    reason: 'a number in the name of a package, a class or a group',
    screen: /./,
    text: /\(\d+\)(?= |$)|\b(?:Widyaiswara|Angkatan|Kelas|Gelombang|Sesi)\b[\w ]* \d+/g,
  },
  {
    reason: 'the protocol of an import: rows of a file, which stand below or on the sheet sent back',
    screen: /^\/data\/impor/,
  },
  {
    reason: 'the name of an age band',
    screen: /\/berpindah$|^\/talenta\/keadilan$/,
    at: /(?:^| > )th$/,
    text: /\b(?:di bawah )?\d+(?: sampai \d+)? tahun\b/g,
  },
  {
    reason: 'a value of a rule, with its date and legal basis',
    screen: /^\/pengaturan\/aturan|^\/talenta\/aturan(?!\/:\w+\/berpindah)/,
  },
  {
    reason: 'how many rows the list below holds; the list is the answer',
    screen:
      /^\/(?:data\/(?:jabatan|unit|pegawai|mutu\/:rule)|diklat\/(?:rencana|program|anggaran|fasilitator|jadwal|katalog)|kompetensi\/(?:kamus|standar)(?:\/:\w+)?|hak-saya|permintaan-data|talenta\/sanggah|pengaturan\/\w+|suksesi|evaluasi\/indikator|audit|keputusan)$/,
    at: /header\.heading/,
  },
  { reason: 'how many lines the section holds, all of them below', screen: /./, at: /header\.section-head/ },
  {
    reason: 'a code, a seal or the number of an audit entry in a dossier',
    screen: /^\/keputusan/,
    at: /verification|letterhead|nav\.crumbs|ol\.strand|dl\.facts/,
  },
  {
    reason: 'records of the catalogue as they stand: JP, seats, cost and levels of modules and classes',
    screen: /^\/diklat\/(?:katalog|jadwal|kelas)/,
    label: /^(?:JP|Kursi|Biaya per orang|Dari level|Ke level|Tes awal|Tes akhir|JP hadir)$/,
  },
  {
    reason: 'records of the catalogue as they stand: JP, seats, cost and levels of modules and classes',
    screen: /^\/diklat\/(?:katalog|kelas)\/:/,
    at: /dl\.facts|header\.heading/,
  },
  {
    reason: 'records of a person as they stand: JP of a course, a level measured, a standard written',
    screen: /^\/(?:data\/pegawai|kompetensi|jalur|pendampingan|diklat\/rencana|suksesi|jalur-saya)/,
    label: /^(?:JP|Level|Angka|Standar|Nilai|Nilai paket|Kemajuan|Sertifikat|Kursi)$/,
  },
  {
    reason: 'records of a position as they stand: its seats and who sits there',
    screen: /^\/data\/(?:jabatan|unit)/,
    label: /^(?:Kursi|Pemangku)$/,
  },
  { reason: 'records of a position as they stand: its seats', screen: /^\/data\/jabatan\/:/, at: /dl\.facts/ },
  { reason: 'the code of a unit', screen: /^\/data\/unit$/, at: /(?:^| > )th$/ },
  {
    reason: 'indicator values of a unit and a month as they were reported',
    screen: /^\/evaluasi\/indikator$/,
    at: /(?:^| > )td|svg|th\.number|caption/,
  },
  {
    reason: 'lines of a plan as agreed: JP and cost of each activity, targets in words',
    screen: /^\/(?:diklat\/rencana\/:|$|jalur)/,
    at: /ol\.dated|svg|(?:^| > )text/,
  },
  {
    reason: 'lines of a plan as agreed: JP and cost of each activity, targets in words',
    screen: /^\/diklat\/rencana\/:/,
    label: /^(?:JP|Biaya|Indikator keberhasilan)$/,
  },
  { reason: 'budget lines as recorded', screen: /^\/diklat\/anggaran/, label: /^(?:Pagu|Realisasi)$/ },
  { reason: 'the weight of a goal as set', screen: /^\/diklat\/sasaran/, label: /^Bobot$/ },
  {
    reason: 'an assignment, a meeting or a follow-up as recorded',
    screen: /^\/pendampingan\/\w[\w-]*(?:\/:\w+)?/,
    at: /dl\.facts|p\.small-text/,
  },
  { reason: 'the version of a plan', screen: /^\/diklat\/rencana$/, label: /^Versi$/ },
  { reason: 'the number of a law or an article', screen: /./, label: /^Dasar hukum$/ },
  {
    reason: 'people by the highest level written in the box of the map: the box names itself',
    screen: /^\/talenta\/peta$/,
    at: /li\.cell/,
    text: /^Kotak \d: [\d.]+ orang, [\d,]+ persen\.|\b\d □|[\d,]+ ?%/g,
  },
]

const numbersOf = (text: string): string[] => text.match(/[−-]?\d[\d.,]*/g) ?? []
const amountOf = (text: string, locale: 'id' | 'en') => firstNumber(text, locale)?.value ?? Number.NaN

/** Numbers of a line that nothing explains. */
export const bareNumbers = (screen: string, line: Line, figures: readonly Shown[], locale: 'id' | 'en'): string[] => {
  let text = line.text
  for (const { text: pattern } of written) text = text.replace(pattern, ' ')
  const left = numbersOf(text)
  if (left.length === 0) return []
  for (const place of placed) {
    if (
      !place.screen.test(screen) ||
      (place.at && !place.at.test(line.at)) ||
      (place.label && !place.label.test(line.label))
    )
      continue
    if (!place.text) return []
    text = text.replace(place.text, ' ')
  }
  // Money said short of a figure that stands whole on the screen.
  text = text.replace(/Rp[\d.,]+ (?:ribu|juta|miliar|triliun)/g, words => {
    const said = firstNumber(words, locale)
    const isTold = figures.some(
      f => typeof f.value === 'number' && said && Math.abs(f.value - said.value) <= said.step / 2,
    )
    return isTold ? ' ' : words
  })
  const told = new Set(figures.flatMap(f => numbersOf(f.text).map(n => amountOf(n, locale))))
  return numbersOf(text).filter(n => !told.has(amountOf(n, locale)))
}
