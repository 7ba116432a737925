"""Addresses of the second half of a case."""

from django.urls import path

from simpul.web.desk.plans import (
    conference_views,
    ending_views,
    goal_views,
    handover_views,
    paper_views,
    plan_views,
)

CASE = "kasus/<uuid:case_id>"

urlpatterns = [
    path(f"{CASE}/rencana/", plan_views.case_plan, name="case_plan"),
    path(f"{CASE}/rencana/versi/<uuid:plan_id>/", plan_views.case_plan, name="case_plan_version"),
    path(f"{CASE}/rencana/tulis/", plan_views.draft_plan, name="draft_plan"),
    path(f"{CASE}/rencana/ubah/", plan_views.revise_plan, name="revise_plan"),
    path(f"{CASE}/rencana/ubah/<uuid:plan_id>/", plan_views.revise_plan, name="revise_plan_version"),
    path(f"{CASE}/rencana/jawaban/", plan_views.agree_plan, name="agree_plan"),
    path(f"{CASE}/rencana/tanya/", plan_views.ask_plan_answer, name="ask_plan_answer"),
    path(f"{CASE}/rencana/setujui/", plan_views.approve_plan, name="approve_plan"),
    path(f"{CASE}/rencana/janji/", goal_views.set_commitment, name="set_commitment"),
    path(f"{CASE}/rencana/janji/<uuid:action_id>/", goal_views.settle_commitment, name="settle_commitment"),
    path(f"{CASE}/rencana/tujuan/<uuid:goal_id>/", goal_views.scale_goal, name="scale_goal"),
    path(f"{CASE}/bahas/", conference_views.case_conference, name="case_conference"),
    path(f"{CASE}/bahas/undang/", conference_views.convene_conference, name="convene_conference"),
    path(
        f"{CASE}/bahas/<uuid:conference_id>/notulen/",
        conference_views.hold_conference,
        name="hold_conference",
    ),
    path(
        f"{CASE}/bahas/keputusan/<uuid:decision_id>/selesai/",
        conference_views.settle_decision,
        name="settle_decision",
    ),
    path("undangan/", conference_views.invitations, name="desk_invitations"),
    path("undangan/<uuid:invitation_id>/", conference_views.answer_invitation, name="answer_invitation"),
    path(f"{CASE}/tinjauan/", ending_views.review_case, name="review_case"),
    path(f"{CASE}/penutupan/", ending_views.close_case, name="close_case"),
    path(f"{CASE}/buka-lagi/", ending_views.reopen_case, name="reopen_case"),
    path(f"{CASE}/bimbingan-lanjut/", ending_views.case_aftercare, name="case_aftercare"),
    path(f"{CASE}/bimbingan-lanjut/rencana/", ending_views.plan_aftercare, name="plan_aftercare"),
    path(f"{CASE}/bimbingan-lanjut/<uuid:visit_id>/", ending_views.record_aftercare, name="record_aftercare"),
    path(f"{CASE}/dokumen/", paper_views.case_documents, name="case_documents"),
    path(f"{CASE}/dokumen/<slug:kind>/baru/", paper_views.issue_paper, name="issue_paper"),
    path(f"{CASE}/alih-tangan/", handover_views.hand_over_case, name="hand_over_case"),
    path(f"{CASE}/alih-tangan/tarik/", handover_views.withdraw_handover, name="withdraw_handover"),
    path("pengaduan/", handover_views.complaints, name="desk_complaints"),
    path("pengaduan/<uuid:complaint_id>/", handover_views.answer_complaint, name="answer_complaint"),
]
