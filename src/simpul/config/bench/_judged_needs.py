"""A hundred needs as people say them, and which kinds of help would be a right answer, the best first.

Judged by hand with the taxonomy's codes. The last forty are kept for testing: nobody looks at them when the
engine or the taxonomy's words are changed.
"""

from __future__ import annotations

from dataclasses import dataclass

KEPT_FOR_TESTING = 40


@dataclass(frozen=True)
class Judged:
    """Words, and the services that answer them."""

    words: str
    right: tuple[str, ...]


_TABLE = """
anak saya umur 5 belum ada akta lahirnya | birth-certificate mobile-registration
kartu keluarga masih gabung sama mertua mau pisah | family-card
ktp saya hilang di pasar | identity-card
nikah siri dulu sekarang mau dicatatkan | marriage-registration legal-aid
kok saya tidak dapat bansos padahal tetangga dapat | data-update complaint-desk poverty-letter
sudah dua hari tidak ada beras di rumah | staple-food-aid food-kitchen charity-aid
penghasilan suami tidak cukup buat makan | staple-food-aid family-cash-aid charity-aid business-capital
dikejar penagih pinjol terus | legal-aid savings-circle counselling
bapak meninggal tidak ada biaya pemakaman | burial-aid charity-aid
bpjs nonaktif padahal harus cuci darah | health-insurance-aid poverty-letter patient-escort
demam sudah seminggu belum berobat | primary-care home-health-visit
hamil 7 bulan belum pernah periksa | mother-child-care primary-care
anak kata bidan stunting | nutrition-support mother-child-care
obat arv habis di perantauan | hiv-support primary-care
sedih terus sejak cerai tidak bisa tidur | counselling mental-health-care
teman bilang ingin mati saja | suicide-support mental-health-care counselling
adik mengamuk dan bicara sendiri | mental-health-care home-health-visit
anak muda di gang kecanduan sabu | substance-rehabilitation counselling
kakek susah jalan butuh kursi roda | assistive-device disability-therapy
anak cerebral palsy belum pernah terapi | disability-therapy assistive-device special-school
anak autis ditolak sekolah | special-school disability-therapy complaint-desk
difabel dewasa di rumah terus tanpa kegiatan | disability-day-care disability-organisation vocational-training
anak berhenti sekolah kelas 5 | school-return equivalency-class school-aid
ijazah ditahan karena belum bayar uang sekolah | school-aid charity-aid complaint-desk
ibu tidak bisa membaca dan menulis | literacy-class equivalency-class
baru di-phk dari pabrik | job-placement vocational-training business-capital
warung sepi modal habis | business-capital savings-circle
adik jadi tki di malaysia gaji tidak dibayar | migrant-worker-support legal-aid trafficking-support
atap bocor dinding bambu hampir roboh | house-repair
diusir dari kontrakan tidur di emperan masjid | night-shelter family-tracing
sumur kering tidak ada air bersih dan jamban | water-sanitation
suami istri bertengkar terus mau cerai | family-consultation counselling legal-aid
anak melawan orang tua saya bingung mendidiknya | parenting-class family-consultation counselling
yatim piatu tinggal dengan bibi yang juga susah | foster-care child-care-institution family-cash-aid
bayi dititipkan waktu ibu bekerja | child-day-care early-childhood-class
nenek sebatang kara tidak ada yang merawat | elderly-home-care volunteer-visits elderly-residence food-kitchen
dipukul suami takut pulang ke rumah | violence-protection safe-house
keponakan dicabuli tetangga | sexual-violence-care violence-protection child-protection
anak dirundung di sekolah sampai luka | child-protection violence-protection counselling
anak jualan di lampu merah sampai malam | street-child-outreach child-protection
ditipu kerja di luar kota lalu disekap | trafficking-support legal-aid safe-house
tanah warisan digugat saudara | legal-aid
anak ditangkap polisi karena mencuri helm | child-justice-support legal-aid child-protection
baru keluar penjara sulit cari kerja | reintegration vocational-training job-placement
dipungut biaya saat urus surat padahal gratis | complaint-desk legal-aid
rumah kebanjiran semua baju hanyut | disaster-logistics disaster-psychosocial house-repair
ada kakek kesasar di terminal tidak ingat alamat | family-tracing night-shelter
pensiunan kesepian tidak punya teman bicara | volunteer-visits elderly-club counselling
ingin mengadopsi bayi bagaimana caranya | adoption-guidance
petugas tidak paham bahasa isyarat | sign-language disability-organisation
kampung jauh di hutan tidak ada layanan | community-outreach mobile-registration home-health-visit
mau ikut paket c karena dulu tidak tamat sma | equivalency-class
mencari sekolah untuk anak tunarungu | special-school sign-language disability-therapy
minta surat keterangan tidak mampu | poverty-letter
cari paud dekat rumah | early-childhood-class
mau kursus menjahit gratis | vocational-training
senam lansia di kampung | elderly-club
perlu pengacara gratis | legal-aid
tempat menginap keluarga pasien dari desa | patient-escort night-shelter
karang taruna atau kegiatan remaja | youth-group
cucu saya tidak punya surat lahir | birth-certificate mobile-registration
nik tidak ditemukan waktu daftar | identity-card family-card mobile-registration
buku nikah tidak pernah punya | marriage-registration
nama saya tidak terdaftar di data kemensos | data-update
anak-anak makan sehari cuma sekali | staple-food-aid food-kitchen charity-aid family-cash-aid
utang ke rentenir menumpuk | savings-circle legal-aid counselling business-capital
kartu kis mati waktu mau operasi | health-insurance-aid poverty-letter
istri mau melahirkan tidak ada biaya | mother-child-care health-insurance-aid family-cash-aid charity-aid
berat badan balita tidak naik | nutrition-support mother-child-care
positif hiv bingung harus ke mana | hiv-support primary-care counselling
cemas dan trauma setelah kecelakaan | counselling mental-health-care
saudara dipasung di belakang rumah | mental-health-care complaint-desk home-health-visit
anak remaja ngelem di pasar | substance-rehabilitation street-child-outreach child-protection
kaki bapak diamputasi karena gula | assistive-device disability-therapy
susah mendengar perlu alat | assistive-device disability-therapy
anak down syndrome umur 9 cuma di rumah | special-school disability-therapy disability-organisation
putus sekolah karena harus bantu orang tua | school-return equivalency-class school-aid
tidak mampu beli seragam dan buku | school-aid charity-aid family-cash-aid
menganggur setahun sejak lulus | job-placement vocational-training
butuh modal buat jualan kue | business-capital savings-circle
kakak dideportasi dari arab saudi | migrant-worker-support trafficking-support legal-aid
lantai rumah masih tanah dinding lapuk | house-repair
tinggal di kolong jembatan dengan dua anak | night-shelter family-tracing child-protection food-kitchen
anak ditinggal ibu kerja jadi tkw tidak ada yang mengasuh | foster-care child-care-institution child-day-care
lansia lumpuh perlu orang yang memandikan | elderly-home-care home-health-visit elderly-residence
mantan suami mengancam mau membunuh | violence-protection safe-house legal-aid
diperkosa majikan dan sekarang hamil | sexual-violence-care violence-protection safe-house
anak dipaksa menikah umur 14 | child-protection violence-protection legal-aid
pengamen kecil tidak pulang ke rumah | street-child-outreach night-shelter family-tracing child-protection
dijanjikan kerja restoran ternyata dipaksa melayani tamu | trafficking-support safe-house sexual-violence-care
rebutan hak asuh anak setelah cerai | legal-aid family-consultation
anak saya jadi saksi di polisi | child-justice-support legal-aid
bebas lapas minggu depan tidak punya tempat | reintegration night-shelter
ditolak rumah sakit karena tidak punya uang | complaint-desk health-insurance-aid patient-escort
longsor menimpa dapur kami | disaster-logistics house-repair disaster-psychosocial
anak trauma sesudah gempa | disaster-psychosocial counselling
hilang kontak dengan ayah sejak kecil | family-tracing
ingin berobat tapi tidak ada yang mengantar | patient-escort home-health-visit primary-care
bapak tuli tidak mengerti penjelasan dokter | sign-language disability-organisation assistive-device
mau mengurus jenazah gelandangan | burial-aid
"""
JUDGED = tuple(
    Judged(words.strip(), tuple(right.split()))
    for words, _bar, right in (line.partition("|") for line in _TABLE.strip().splitlines())
)
DEVELOPING, TESTING = JUDGED[:-KEPT_FOR_TESTING], JUDGED[-KEPT_FOR_TESTING:]
