"""Cases: the list, the intake, the file, and the acts on it. An act's page bears the act's name."""

from django.urls import path

from simpul.web.desk.casework import (
    assessing,
    consent,
    contacts,
    explaining,
    filling,
    intake,
    options,
    safety,
    team,
    views,
    words,
)

CASE = "kasus/<uuid:case_id>/"

urlpatterns = [
    path("kasus/", views.cases, name="desk_cases"),
    path("kasus/baru/", intake.take_intake, name="take_intake"),
    path("periksa-kata/", words.check_words, name="check_words"),
    path(CASE, views.case, name="case"),
    path(CASE + "kontak/", contacts.record_contact, name="record_contact"),
    path("kontak/<uuid:contact_id>/koreksi/", contacts.correct_contact, name="correct_contact"),
    path(CASE + "skrining/", safety.screen_safety, name="screen_safety"),
    path(CASE + "risiko/", safety.rate_risk, name="rate_risk"),
    path(CASE + "rencana-aman/", safety.write_safety_plan, name="write_safety_plan"),
    path(CASE + "pendamping/", team.assign_worker, name="assign_worker"),
    path(CASE + "klien/", team.identify_client, name="identify_client"),
    path(CASE + "tahap/", team.advance_stage, name="advance_stage"),
    path(CASE + "tanpa-pembahasan/", team.skip_conference, name="skip_conference"),
    path(CASE + "penolakan/", consent.record_case_refusal, name="record_case_refusal"),
    path(CASE + "persetujuan/", consent.record_case_consent, name="record_case_consent"),
    path(
        CASE + "persetujuan/<uuid:consent_id>/tarik/",
        consent.withdraw_case_consent,
        name="withdraw_case_consent",
    ),
    path(CASE + "pilihan/", options.offer_options, name="offer_options"),
    path(CASE + "layanan/", explaining.explain_service, name="explain_service"),
    path(CASE + "pilihan/<uuid:sheet_id>/keputusan/", options.record_decision, name="record_decision"),
    path(CASE + "asesmen/", assessing.start_assessment, name="start_assessment"),
    path(CASE + "asesmen/lanjut/", assessing.continue_assessment, name="save_assessment_draft"),
    path("asesmen/<uuid:assessment_id>/", assessing.assessment, name="assessment"),
    path("asesmen/<uuid:assessment_id>/isian/", filling.fill_assessment, name="fill_assessment"),
    path("asesmen/<uuid:assessment_id>/tinjau/", assessing.confirm_assessment, name="confirm_assessment"),
]
