"""Persons, households, merges, imports. No name and no number ever stands in an address."""

from django.urls import path

from simpul.web.desk.registry import choosing, households, imports, merges, person_acts, views

urlpatterns = [
    path("cari/", views.search, name="desk_search"),
    path("cari/wilayah/", choosing.region_choices, name="region_choices"),
    path("cari/orang/", choosing.person_choices, name="person_choices"),
    path("orang/baru/", views.register_person, name="register_person"),
    path("orang/baru/mirip/", views.duplicates, name="find_duplicates"),
    path("orang/gabung/", merges.merges, name="desk_merges"),
    path("orang/gabung/<uuid:proposal_id>/", merges.merge, name="merge"),
    path("orang/<uuid:person_id>/", views.person, name="person"),
    path("orang/<uuid:person_id>/keluarga/", views.family, name="person_family"),
    path("orang/<uuid:person_id>/persetujuan/", views.consents, name="person_consents"),
    path("orang/<uuid:person_id>/siapa-melihat/", views.looked, name="who_has_looked"),
    path("orang/<uuid:person_id>/data/", person_acts.correct_person, name="correct_person"),
    path(
        "orang/<uuid:person_id>/kesulitan/",
        person_acts.functional_difficulties,
        name="functional_difficulties",
    ),
    path("orang/<uuid:person_id>/kartu/", person_acts.record_identity_number, name="record_identity_number"),
    path("orang/<uuid:person_id>/kontak/", person_acts.record_contact_point, name="record_contact_point"),
    path(
        "orang/<uuid:person_id>/kontak/<uuid:contact_id>/akhiri/",
        person_acts.end_contact_point,
        name="end_contact_point",
    ),
    path("orang/<uuid:person_id>/alamat/", person_acts.record_address, name="record_address"),
    path("orang/<uuid:person_id>/alamat-aman/", person_acts.reveal_safe_address, name="reveal_safe_address"),
    path("orang/<uuid:person_id>/rahasiakan/", person_acts.seal_person, name="seal_person"),
    path("orang/<uuid:person_id>/buka-rahasia/", person_acts.unseal_person, name="unseal_person"),
    path("orang/<uuid:person_id>/gabungkan/", person_acts.propose_merge, name="propose_merge"),
    path("orang/<uuid:person_id>/akses-darurat/", person_acts.break_glass, name="break_glass"),
    path("orang/<uuid:person_id>/persetujuan/baru/", person_acts.give_consent, name="give_consent"),
    path(
        "orang/<uuid:person_id>/persetujuan/<uuid:consent_id>/cabut/",
        person_acts.withdraw_consent,
        name="withdraw_consent",
    ),
    path("orang/<uuid:person_id>/hubungan/", person_acts.record_relationship, name="record_relationship"),
    path(
        "orang/<uuid:person_id>/hubungan/<uuid:relationship_id>/akhiri/",
        person_acts.end_relationship,
        name="end_relationship",
    ),
    path("orang/<uuid:person_id>/rumah-tangga/", person_acts.open_household, name="open_household"),
    path("orang/<uuid:person_id>/hapus/", person_acts.erase_person, name="erase_person"),
    path("orang/<uuid:person_id>/hapus/minta/", person_acts.request_erasure, name="request_erasure"),
    path("orang/<uuid:person_id>/hapus/batal/", person_acts.drop_erasure, name="drop_erasure"),
    path("orang/<uuid:person_id>/tahan/", person_acts.hold_records, name="hold_records"),
    path("orang/<uuid:person_id>/tahan/lepas/", person_acts.release_records, name="release_records"),
    path("orang/<uuid:person_id>/salinan/", person_acts.export_person_data, name="export_person_data"),
    path("keluarga/<uuid:household_id>/", households.household, name="household"),
    path("keluarga/<uuid:household_id>/tambah/", households.join_household, name="join_household"),
    path(
        "keluarga/<uuid:household_id>/keluar/<uuid:person_id>/",
        households.leave_household,
        name="leave_household",
    ),
    path("impor/", imports.imports, name="desk_imports"),
    path("impor/<uuid:batch_id>/", imports.one_import, name="import"),
    path("impor/<uuid:batch_id>/kemajuan/", imports.import_progress, name="import_progress"),
    path("impor/<uuid:batch_id>/batal/", imports.cancel_import, name="cancel_import"),
    path("impor/<uuid:batch_id>/kesalahan.<str:form>", imports.import_faults, name="import_faults"),
]
