import type { Chance } from './chance.ts'

/** Common given names, combined at random: no real official is meant. */
const men =
  'Adi Agus Ahmad Aldi Andi Anton Ardi Arif Bagus Bambang Bayu Budi Candra Dani Dedi Deni Didik Doni Edi Eko Fajar Farid Galih Gilang Hadi Hari Hasan Hendra Heri Ibnu Imam Indra Irfan Iwan Joko Kadek Ketut Lukman Made Mahmud Martin Muhamad Nanang Nyoman Oki Panji Prasetyo Putu Rahmat Reza Rian Ridwan Rizki Rudi Samsul Slamet Sugeng Surya Taufik Teguh Tono Umar Usman Wahyu Wawan Wisnu Yanto Yoga Yohanes Yusuf Zainal'.split(
    ' ',
  )
const women =
  'Ade Aisyah Anisa Asih Ayu Citra Dewi Diah Dian Dina Eka Elis Endang Erna Esti Fatimah Fitri Hani Hesti Ida Ika Indah Intan Ira Kartini Komang Laila Lestari Lina Luh Maria Maya Mega Mira Nabila Nia Nina Nita Novi Nur Puji Putri Rahayu Rani Ratih Retno Rika Rina Rini Rosa Sari Sinta Siska Siti Sri Suci Sulastri Titin Tri Tuti Umi Utami Vina Wati Widya Winarti Wulan Yani Yanti Yuli Yulia'.split(
    ' ',
  )
const last =
  'Anggraini Astuti Cahyono Darmawan Fauzi Firmansyah Gunawan Handayani Harahap Hartono Hasanah Hidayat Kurnia Kurniawan Kusuma Laksana Lubis Maharani Mahendra Mulyadi Mulyani Nasution Ningsih Nugraha Nugroho Nuraini Oktaviani Permana Permata Pertiwi Prabowo Pramono Pratama Purnama Purwanto Puspita Rahmawati Ramadhan Ritonga Rohman Safitri Saputra Saputro Setiawan Setyawan Siregar Subekti Sudrajat Suharto Sukmawati Sulaiman Sunarto Supriyadi Suryani Susanti Susanto Susilo Sutrisno Suwandi Syahputra Tarigan Utomo Wahyudi Wibowo Widodo Wijaya Wijayanti Winata Wulandari Yulianti Yuniarti'.split(
    ' ',
  )

export const aName = (chance: Chance, sex: 'L' | 'P'): string => {
  const list = sex === 'L' ? men : women
  const first = chance.pick(list)
  const second = chance.is(0.45) ? ` ${chance.pick(list.filter(n => n !== first))}` : ''
  return `${first}${second} ${chance.pick(last)}`
}
