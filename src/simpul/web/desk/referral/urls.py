"""Referrals. An act's page bears the act's name; no address says whom or where."""

from django.urls import path

from simpul.web.desk.referral import drafting, moving, views

CASE = "kasus/<uuid:case_id>/"
ONE = "rujukan/<uuid:referral_id>/"
BARRIER = "hambatan/<uuid:barrier_id>/"

urlpatterns = [
    path("rujukan/", views.referrals, name="desk_referrals"),
    path(CASE + "rujukan/", views.case_referrals, name="case_referrals"),
    path(CASE + "rujukan/baru/", drafting.draft_referral, name="draft_referral"),
    path(CASE + "hambatan/", moving.note_barrier, name="note_barrier"),
    path(BARRIER, views.barrier, name="barrier"),
    path(BARRIER + "upaya/", moving.settle_barrier, name="settle_barrier"),
    path(ONE, views.referral, name="referral"),
    path(ONE + "ubah/", drafting.revise_referral, name="revise_referral"),
    path(ONE + "persetujuan/", drafting.record_referral_consent, name="record_referral_consent"),
    path(ONE + "kirim/", drafting.send_referral, name="send_referral"),
    path(ONE + "surat/", drafting.issue_referral_letter, name="issue_referral_letter"),
    path(ONE + "kode-baru/", drafting.renew_partner_door, name="renew_partner_door"),
    path(ONE + "sampai/", moving.receive_referral, name="receive_referral"),
    path(ONE + "terima/", moving.accept_referral, name="accept_referral"),
    path(ONE + "antre/", moving.waitlist_referral, name="waitlist_referral"),
    path(ONE + "tolak/", moving.decline_referral, name="decline_referral"),
    path(ONE + "jadwal/", moving.schedule_referral, name="schedule_referral"),
    path(ONE + "kehadiran/", moving.record_attendance, name="record_attendance"),
    path(ONE + "hasil/", moving.report_outcome, name="report_outcome"),
    path(ONE + "tarik/", moving.recall_referral, name="recall_referral"),
    path(ONE + "tutup/", moving.close_referral, name="close_referral"),
]
