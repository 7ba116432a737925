"""Her file, her papers, her own words."""

from django.urls import path

from simpul.web.portal.file import own_plan, views

urlpatterns = [
    path("", views.home, name="portal_home"),
    path("berkas/<uuid:case_id>/", views.own_file, name="portal_file"),
    path("berkas/<uuid:case_id>/langkah/", views.steps, name="portal_steps"),
    path("berkas/<uuid:case_id>/rencana/", own_plan.answer_plan, name="portal_plan"),
    path("berkas/<uuid:case_id>/tujuan/<uuid:goal_id>/", own_plan.rate_goal, name="portal_rate_goal"),
    path("berkas/<uuid:case_id>/tulis/", views.write, name="portal_write"),
    path("berkas/<uuid:case_id>/keberatan/", views.complain, name="portal_complain"),
    path("kertas/", views.papers, name="portal_papers"),
    path("kertas/<uuid:document_id>/", views.paper, name="portal_paper"),
]
