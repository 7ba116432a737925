"""Given names by culture, sex and generation, gathered by us; common names, combined by chance.

``old`` were born before 1970, ``middle`` before 1997, ``young`` after.
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


JAVA = {
    ("m", "old"): _names(
        "Sutrisno Slamet Supardi Suparman Suparno Sukiman Kasiman Paimin Ngatimin Wagimin Tukiman "
        "Sarimin Parto Kusno Sugeng Suwarno Sunaryo Sukarno Sumarno Suyono Suroto Mulyadi Mulyono "
        "Wiryo Karto Darmo Kromo Samsuri Munawar Kasdi Warsito Tarmuji Djoko Soekirman Soeparjo "
        "Ismail Markus Paijo Sadiman Rebo Legiman"
    ),
    ("f", "old"): _names(
        "Sulastri Sumiati Sumarni Sunarti Ngatinem Tukinem Painem Sutinah Kasinah Suminah Rukmini "
        "Warsini Parinem Sulasih Surati Sumini Suparmi Lasmi Wagini Saminem Kartini Murtini "
        "Karsinah Satinah Musrifah Sarti Poniyem Legiyem Tuminah Rubinah Aminah Sariyem Ngadinah "
        "Tumirah Siyem"
    ),
    ("m", "middle"): _names(
        "Supriyanto Wahyudi Herman Junaidi Hariyanto Budi Agus Eko Bambang Joko Hadi Sugianto "
        "Suprapto Heru Teguh Yanto Edi Rudi Andi Dwi Tri Iwan Arif Ahmad Nur Imam Sigit Wawan "
        "Yulianto Setiawan Purnomo Prasetyo Susilo Darmawan Kurniawan Suryadi Nanang Didik Mukhlis "
        "Zainal"
    ),
    ("f", "middle"): _names(
        "Nurhayati Sri Siti Endang Dewi Wiwik Lilis Yuni Rini Ninik Titik Anik Indah Wahyuni Astuti "
        "Lestari Ernawati Kristiana Suryani Purwanti Rahayu Handayani Susanti Widayati Mulyani "
        "Yuliana Ida Nanik Umi Khoiriyah Fatimah Maisaroh Aminatun Sulistyowati Ratna Retno Tutik "
        "Eni Dwi Tri"
    ),
    ("m", "young"): _names(
        "Muhammad Rizky Aditya Bagas Dimas Fajar Galih Ilham Yoga Rafi Alif Fahri Daffa Raka Bayu "
        "Rangga Farhan Naufal Zidan Kevin Akbar Satria Arya Gilang Reza Wahyu Dani Bintang Azka "
        "Rasya Fathur Ibnu Hafiz Nizam Aldi Ferdi Yusuf Rama Abid Kenzo"
    ),
    ("f", "young"): _names(
        "Putri Aisyah Nabila Dewi Intan Anisa Salsabila Zahra Citra Ayu Nadia Dinda Amelia Rahma "
        "Fitri Laila Khansa Naila Sekar Kirana Aulia Cantika Nur Alya Zaskia Syifa Maya Tiara Bunga "
        "Melati Safira Adinda Keisha Najwa Jihan Vania Meisya Kayla Nisa Hana"
    ),
}
JAVA_SECOND = {
    "m": _names(
        "Santoso Wibowo Saputra Pratama Nugroho Setiawan Hidayat Kurniawan Firmansyah Maulana "
        "Ramadhan Prasetyo Wicaksono Susanto Utomo Purnomo Raharjo Widodo Handoko Irawan Saputro "
        "Fauzi Rohman Abdillah Permana Wijaya Ardiansyah Syahputra Hakim Mustofa"
    ),
    "f": _names(
        "Lestari Rahayu Wulandari Handayani Wahyuni Puspitasari Maharani Anggraini Safitri "
        "Oktaviani Nuraini Permatasari Hasanah Astuti Kusumawati Setyowati Pertiwi Azzahra "
        "Ramadhani Utami Rahmawati Khasanah Fauziah Susilowati Widyastuti Purnamasari Hidayah "
        "Mawarni Larasati Febriani"
    ),
}
MADURA = {
    ("m", "old"): _names(
        "Moh. Abd. Sahid Matrawi Sanusi Durahman Busri Marsuki Misnadin Asmad Mukri Toha Sahrawi"
    ),
    ("f", "old"): _names("Misnah Sahriya Maryam Suhriya Rahmah Marwiya Hosniya Satiya Muni Sahati Busiya"),
    ("m", "middle"): _names(
        "Abdul Mohammad Hosen Hasan Holil Fathor Moh. Syaiful Rofiq Subaidi Taufik Imron Sulaiman"
    ),
    ("f", "middle"): _names(
        "Hosnol Siti Maimunah Halimatus Zainab Khotimah Sumiyati Ruqayyah Holifah Musyarrofah"
    ),
    ("m", "young"): _names("Moh. Ach. Fikri Rofiki Wildan Faisol Ubaidillah Zainol Ainul Hafidz Robby Alfin"),
    ("f", "young"): _names(
        "Siti Halimah Uswatun Nur Kamilatul Rofiatul Faizatul Nailatul Qurrota Ilmiyah Zulfa"
    ),
}
MADURA_SECOND = {
    "m": _names("Rahman Anwar Rosyid Hamid Karim Bahri Gaffar Wahid Amin Hadi Qadir Mannan Mukti"),
    "f": _names("Hasanah Sa'diyah Jannah Khotimah Fitriyah Hotimah Qomariyah Zahroh Holisah Widad"),
}
SUNDA = {
    ("m", "old"): _names("Asep Ujang Dadang Engkus Oman Udin Entis Aceng Maman Uca Encep Ace Jajang"),
    ("f", "old"): _names("Euis Iis Cucu Tati Eneng Imas Icih Iroh Onih Enok Aminah Juju Oom"),
    ("m", "middle"): _names("Asep Dadan Yayan Iwan Deden Cecep Dedi Ade Agus Tatang Wawan Rahmat Ujang"),
    ("f", "middle"): _names("Neneng Lilis Yanti Iis Rina Euis Ai Dede Elis Teti Nining Wiwin Yuyun"),
    ("m", "young"): _names("Rian Fauzan Rizal Asep Ridwan Gilang Dzikri Farel Ilham Sandi Raihan Egi"),
    ("f", "young"): _names("Neng Siti Resti Silvi Nisa Putri Salma Rani Tiara Aulia Zahra Nuri"),
}
SUNDA_SECOND = {
    "m": _names(
        "Suryana Hidayat Sutisna Supriatna Kosasih Permana Gunawan Nugraha Mulyana Saepudin Suherman"
    ),
    "f": _names("Nurjanah Rohaeti Sumiati Kurniasih Sukaesih Hartati Nuraeni Rohayati Marlina Komalasari"),
}
BALI = {
    "order_m": (
        ("I Wayan", "I Gede", "I Putu"),
        ("I Made", "I Kadek"),
        ("I Nyoman", "I Komang"),
        ("I Ketut",),
    ),
    "order_f": (
        ("Ni Wayan", "Ni Luh", "Ni Putu"),
        ("Ni Made", "Ni Kadek"),
        ("Ni Nyoman", "Ni Komang"),
        ("Ni Ketut",),
    ),
    "m": _names(
        "Sudarma Suarta Arta Widana Suardana Adnyana Sukarta Mahendra Wirawan Darma Pastika Sujana Yasa"
    ),
    "f": _names(
        "Suartini Rai Sriasih Ariani Widiasih Suryani Puspayani Astini Sukerti Darmayanti Murni Wati"
    ),
}
BATAK = {
    "m": _names(
        "Parlindungan Tigor Binsar Maruli Jonathan Hotman Sahat Togar Daniel Samuel Ronald Poltak Immanuel"
    ),
    "f": _names("Tiurma Rosmaida Duma Lamria Ruth Debora Maria Nauli Rotua Tio Christine Herlina Yohana"),
    "clan": _names(
        "Simanjuntak Siregar Nasution Hutapea Sitorus Manurung Panjaitan Silalahi Harahap Lubis "
        "Sinaga Purba Sihombing Tambunan Nainggolan Situmorang Ginting Tarigan Sembiring Pasaribu"
    ),
}
EAST = {
    "m": _names(
        "Yohanes Petrus Markus Yosep Frans Hendrik Melkianus Soleman Gerson Agustinus Simon Marthen Alex"
    ),
    "f": _names(
        "Maria Yuliana Martha Elisabet Fransiska Yosefina Agustina Marlince Regina Theresia Novita Selfi"
    ),
    "clan_ntt": _names("Tukan Lamen Nahak Bria Manek Seran Kolo Taek Ndoen Lake Bere Tefa Hayon"),
    "clan_maluku": _names(
        "Latuconsina Pattiasina Tuasikal Sapulette Matulessy Leatemia Wattimena Hehanussa Salampessy"
    ),
    "clan_minahasa": _names(
        "Mandagi Rumokoy Wowor Kaunang Tumbelaka Pangkey Lumintang Rondonuwu Sondakh Mokodompit"
    ),
    "clan_papua": _names(
        "Wenda Kogoya Tabuni Wanggai Rumbiak Mandacan Yikwa Gobay Pigai Kayame Rumaropen Sawaki"
    ),
    "clan_dayak": _names("Ngau Lawing Ding Bilung Apui Usat Jalung Bungai Tingang Lampung Baya Luhat"),
}
BUGIS = {
    "m": _names("Muh. Andi Baso Syamsul Arifuddin Amiruddin Ambo Rusli Basri Kaharuddin Syahrir Ilham Akbar"),
    "f": _names("Andi Besse Nurjannah Hasnah Sitti Rosdiana Murniati Suriani Fitriani Indo Hajrah Darmawati"),
    "m2": _names("Tenri Rahman Syam Hamzah Jaya Saleh Bakri Mappa Tahir Yusuf"),
    "f2": _names("Tenri Rahmi Ramlah Hasan Halijah Syamsiah Nur Sakka Jamila Wahyuni"),
}
MINANG = {
    "m": _names(
        "Syafrizal Yusrizal Zulkifli Afrizal Rinaldi Hendri Syahrul Asril Fadli Ihsan Dodi Rahmat Ilham"
    ),
    "f": _names("Yusnimar Rosmawati Elfi Desmawati Fitri Gusti Nelmi Yulia Rahmi Suci Mutia Erna Silvia"),
    "m2": _names("Chaniago Koto Piliang Sikumbang Tanjung Putra Guci Efendi Syarif Hendra"),
    "f2": _names("Yanti Sari Putri Dewi Wati Yeni Murni Ningsih Rahayu Syafitri"),
}
MALAY = {
    "m": _names(
        "Abdul Muhammad Zulkarnain Hamzah Syarifuddin Ridwan Rusdi Azhar Iskandar Fahmi Husin "
        "Jamaluddin Yahya"
    ),
    "f": _names("Siti Nur Zubaidah Rohani Maimunah Salmah Hamidah Faridah Rabiah Asiah Cut Mariana Ratna"),
    "m2": _names("Rahman Yusuf Amin Hasan Arifin Idris Daud Saleh Harun Basri Fikri Nasir"),
    "f2": _names("Hayati Aini Asiah Wahidah Husna Jamilah Zahara Fitria Sakdiah Khairani"),
}
CHINESE = {
    "m": _names("Hendra Budi Kevin Andreas Wilson Tommy Yanto Hartono Felix Steven Robby Sugiarto"),
    "f": _names("Lina Mei Susana Linda Fenny Yulia Cindy Silvia Jessica Meilani Vivian Herawati"),
    "clan": _names("Wijaya Tanoto Halim Gunawan Kusuma Santoso Salim Hartanto Lim Tan Oei Wibisono"),
}
TITLES_BACK = {
    "D3": ("A.Md.", "A.Md.Keb.", "A.Md.Kep."),
    "S1": ("S.Pd.", "S.E.", "S.T.", "S.H.", "S.Sos.", "S.Ag."),
    "S2": ("M.Pd.", "M.Si.", "M.M."),
}
STREETS = _names(
    "Melati Mawar Kenanga Anggrek Cempaka Dahlia Flamboyan Raya Merdeka Diponegoro Pahlawan Pasar "
    "Masjid Sawah Balai Pemuda Veteran Gajah Kutilang Merpati Rajawali Cendrawasih"
)
HAMLETS = _names(
    "Krajan Wetan Kulon Lor Kidul Tengah Sumber Ngasem Jati Gondang Pandan Kedung Ngemplak Bulu Sawahan"
)
