"""Sentences that many files share."""

from __future__ import annotations

RISK_REASON = [
    "Setelah bertemu klien, keadaannya saya nilai berbeda dari saringan awal; dibahas dengan supervisor.",
    "Dinilai bersama supervisor berdasarkan kunjungan pertama.",
]
EXPLAINED = {
    "id": "Dibacakan pelan-pelan: apa yang dicatat, untuk apa, siapa yang membaca, kapan kerahasiaan dibatasi, "
    "dan bahwa persetujuan dapat dicabut kapan saja.",
    "en": "Read out slowly: what is written down, what for, who reads it, the limits of secrecy, and that "
    "consent can be taken back at any time.",
}
WITNESSES = ["Ketua RT setempat", "Kader posyandu", "Tetangga sebelah rumah", "Perangkat desa"]
NOT_ASSESSED = [
    "Klien belum ingin membicarakannya; ditanyakan lagi bila sudah nyaman.",
    "Belum sempat dibahas pada pertemuan ini.",
    "Tidak ada keluhan yang disampaikan; tidak digali lebih jauh atas permintaan klien.",
]
CONFIRMED = [
    "Lengkap dan suara klien terdengar. Lanjutkan.",
    "Baik. Perhatikan juga beban keluarga yang merawat.",
    "Setuju. Kekuatan klien sudah tergambar jelas.",
]
CONFERENCE_SKIPPED = [
    "Cukup dibahas dengan supervisor; klien memilih tidak melibatkan banyak pihak.",
    "Kebutuhannya jelas dan tidak melibatkan instansi lain.",
    "Klien ingin segera menyusun rencana; bahas kasus dapat diadakan kemudian.",
]
WITNESS_PLAN = ["Kader desa yang mendampingi", "Ketua RT", "Saudara klien yang hadir"]
APPROVED = ["", "Rencana realistis. Jaga ritme kunjungan.", "Setuju. Tinjau setelah satu bulan."]
RETURNED = "Tujuannya sudah baik, tetapi siapa melakukan apa belum jelas. Mohon lengkapi langkah keluarga."
CHANGED = "Dilengkapi sesuai catatan supervisor: langkah dan tenggat tiap pihak."
AGREED = [
    "Ya, ini yang saya mau.",
    "Saya setuju, asal pelan-pelan.",
    "Baik, saya coba. Kalau tidak kuat saya bilang.",
    "Setuju, Bu. Ini tujuan saya sendiri.",
]
NOT_MET = [
    "Rumah terkunci; menurut tetangga klien sedang ke pasar. Kartu kunjungan ditinggalkan tanpa keterangan.",
    "Telepon tidak diangkat dua kali. Pesan singkat netral dikirim.",
]
NOTES = [
    "Koordinasi dengan perangkat desa mengenai berkas; jawaban dijanjikan minggu ini.",
    "Catatan refleksi: saya terlalu cepat memberi saran. Pertemuan berikut lebih banyak mendengar.",
    "Berkas klien dilengkapi; salinan dokumen asli sudah dikembalikan.",
]
PROMISES = [
    "Menanyakan jadwal layanan dan mengabari klien",
    "Menemani klien mengurus dokumen di kecamatan",
    "Menghubungi petugas puskesmas mengenai kunjungan rumah",
    "Mengirim ringkasan rencana dalam kalimat sederhana",
]
KEPT = [
    "Sudah dilakukan; klien dikabari.",
    "Selesai lebih awal dari janji.",
    "Selesai, surat diterima klien.",
]
NOT_KEPT = "Belum terlaksana karena petugas tidak di tempat; dijadwalkan ulang bersama klien."
WAY_BACK = "Datang ke kantor, menelepon loket, atau menulis di portal kapan saja; berkas dibuka kembali tanpa mengulang dari awal."
COMPLAINT_PATH = (
    "Kepada kepala kantor secara lisan, tertulis, atau melalui portal; dijawab paling lama 14 hari."
)
END_WORDS = [
    "Terima kasih sudah mau mendengar.",
    "Saya sudah bisa sendiri sekarang.",
    "Rasanya lebih ringan.",
]
AFTER = {
    "better": (["Keadaan bertahan baik; rutinitas berjalan.", "Keluarga saling membagi tugas; tidak ada keluhan baru."],
               ["Alhamdulillah masih jalan terus.", "Masih sama seperti waktu berpisah, malah lebih enak."]),
    "same": (["Tidak banyak berubah sejak terminasi; cukup stabil."], ["Ya begini-begini saja, tetapi cukup."]),
    "worse": (["Beberapa kesulitan muncul kembali; ditawarkan membuka kembali berkas."],
              ["Dua minggu ini berat lagi."]),
}  # fmt: skip
REOPENED = "Klien datang kembali: kesulitan yang sama muncul sesudah penghasilan keluarga berkurang."
MEETINGS = {
    "id": {
        "intake": (["Pertemuan pertama; peran pekerja sosial dan batas kerahasiaan dijelaskan.", "Perkenalan; klien memilih tempat duduk dan waktu bertemu berikutnya."],
                   ["Jadi saya boleh berhenti kapan saja?", "Saya coba cerita pelan-pelan, ya."]),
        "assessment": (["Asesmen dikerjakan bersama; klien membaca ulang catatannya sendiri.", "Sebagian besar ranah terbahas; klien tampak lelah sehingga dihentikan."],
                       ["Baru sekarang saya cerita urut dari awal.", "Yang itu besok saja, ya."]),
        "plan": (["Rencana dibacakan kalimat demi kalimat dan diperbaiki klien.", "Langkah tiap pihak dibagi di atas kertas besar."],
                 ["Yang ini kata-kata saya sendiri.", "Berarti minggu ini tugas saya satu saja."]),
        "review": (["Perjalanan beberapa bulan dilihat kembali bersama; tiap tujuan diberi nilai.", "Membandingkan keadaan sekarang dengan hari pertama."],
                   ["Ternyata jauh juga jalannya.", "Saya masih butuh ditemani sebentar lagi."]),
    },
    "en": {
        "intake": (["First meeting; the role of the worker and the limits of secrecy explained."], ["So I may stop at any time?"]),
        "assessment": (["The assessment was done together; the client read the notes herself or himself."], ["I never told it in order before."]),
        "plan": (["The plan was read aloud and changed line by line."], ["These are my own words."]),
        "review": (["We looked back together and scored each goal."], ["It was a longer road than I thought."]),
    },
}  # fmt: skip

LOOKED_IN = [
    "Rumah rapi; tetangga sebelah ikut menengok setiap sore.",
    "Pintu terbuka, ada tamu dari dasawisma; suasana hangat.",
    "Persediaan dapur cukup untuk tiga hari; air lancar.",
]
LOOKED_IN_SAID = [
    "Senang ada yang mampir, tidak hanya kalau ada apa-apa.",
    "Titip salam untuk pendamping saya, saya tunggu kunjungannya.",
    "Kalau hujan besar, tolong tengok lagi ya.",
]
