"""Addresses of administration and of one's own desk."""

from django.urls import path, re_path

from simpul.web.desk.workforce import oversight, own_views, staff_acts, ties, views

urlpatterns = [
    path("kantor/", views.offices, name="desk_offices"),
    path("kantor/baru/", views.open_office, name="open_office"),
    path("kantor/saya/", views.my_office, name="desk_my_office"),
    path("kantor/<uuid:office_id>/", views.office, name="desk_office"),
    path("kantor/<uuid:office_id>/ubah/", views.correct_office, name="correct_office"),
    path("kantor/<uuid:office_id>/tim/baru/", views.open_unit, name="open_unit"),
    path("kantor/<uuid:office_id>/pegawai/baru/", views.engage_staff, name="engage_staff"),
    path("pegawai/", views.people, name="desk_people"),
    path("pegawai/peran/", staff_acts.roles, name="desk_roles"),
    re_path(
        r"^pegawai/peran/(?P<grant_id>[0-9a-f-]{36})/(?P<answer>tegaskan|cabut)/$",
        staff_acts.settle_grant,
        name="settle_grant",
    ),
    path("pegawai/ikatan/", ties.ties, name="desk_ties"),
    path("pegawai/ikatan/orang/<uuid:person_id>/", ties.declare_conflict, name="declare_conflict"),
    path("pegawai/ikatan/<uuid:tie_id>/cabut/", ties.withdraw_conflict, name="withdraw_conflict"),
    path("pegawai/ikatan/nomor-saya/", ties.declare_own_record, name="declare_own_record"),
    path(
        "pegawai/ikatan/berkas/<uuid:record_id>/cocokkan/",
        ties.confirm_own_record,
        name="confirm_own_record",
    ),
    path(
        "pegawai/ikatan/berkas/<uuid:record_id>/cabut/",
        ties.withdraw_own_record,
        name="withdraw_own_record",
    ),
    path("pegawai/<uuid:staff_id>/supervisi/", ties.agree_supervision, name="agree_supervision"),
    path("kantor/<uuid:office_id>/tim/<uuid:unit_id>/jabatan/", ties.plan_post, name="plan_post"),
    path("pegawai/absen/", staff_acts.away, name="desk_away"),
    path("pegawai/pengganti/<uuid:cover_id>/akhiri/", staff_acts.end_cover, name="end_cover"),
    path("pegawai/<uuid:staff_id>/", views.person, name="desk_person"),
    path("pegawai/<uuid:staff_id>/ubah/", views.correct_staff, name="correct_staff"),
    path("pegawai/<uuid:staff_id>/sertifikat/", staff_acts.record_certificate, name="record_certificate"),
    path("pegawai/<uuid:staff_id>/peran/", staff_acts.propose_grant, name="propose_grant"),
    path("pegawai/<uuid:staff_id>/absen/", staff_acts.record_absence, name="record_absence"),
    path("pegawai/<uuid:staff_id>/pengganti/", staff_acts.arrange_cover, name="arrange_cover"),
    path("pegawai/<uuid:staff_id>/berhenti/", staff_acts.record_departure, name="record_departure"),
    path("pegawai/<uuid:staff_id>/akun/", staff_acts.invite_staff, name="invite_staff"),
    re_path(
        r"^pegawai/(?P<staff_id>[0-9a-f-]{36})/akun/(?P<answer>tutup|buka|akhiri-sesi|undang)/$",
        staff_acts.account_act,
        name="account_act",
    ),
    path("profil/", own_views.me, name="desk_me"),
    path("profil/bahasa/", own_views.choose_language, name="choose_language"),
    path("profil/kata/", own_views.choose_word_help, name="choose_word_help"),
    path("profil/kode-etik/", own_views.ethics, name="desk_ethics"),
    path("profil/refleksi/", own_views.reflections, name="desk_reflections"),
    path("jejak-audit/", oversight.audit, name="desk_audit"),
    path("jejak-audit/periksa/", oversight.check_audit, name="check_audit"),
    path("akses-darurat/", oversight.glasses, name="desk_glasses"),
    path("akses-darurat/<uuid:glass_id>/tinjau/", oversight.review_glass, name="review_glass"),
]
