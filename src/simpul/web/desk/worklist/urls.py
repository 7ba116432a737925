"""Tasks, inbox, drafts."""

from django.urls import path

from simpul.web.desk.worklist import views

urlpatterns = [
    path("tugas/", views.tasks, name="desk_tasks"),
    path("tugas/<uuid:task_id>/selesai/", views.tick_off_task, name="tick_off_task"),
    path("tugas/<uuid:task_id>/alihkan/", views.pass_task, name="pass_task"),
    path("kotak-masuk/", views.inbox, name="desk_inbox"),
    path("kotak-masuk/<uuid:notice_id>/", views.read_notice, name="read_notice"),
    path("draf/", views.drafts, name="desk_drafts"),
    path("draf/simpan/", views.keep_draft, name="draft"),
    path("draf/buang/", views.drop_draft, name="drop_draft"),
]
