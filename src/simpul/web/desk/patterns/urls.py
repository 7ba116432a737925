"""Patterns and findings. No address says whom they are about: they are about nobody."""

from django.urls import path

from simpul.web.desk.patterns import views

urlpatterns = [
    path("pola/", views.patterns, name="desk_patterns"),
    path("temuan/", views.findings, name="desk_findings"),
    path("temuan/baru/", views.draft_finding, name="draft_finding"),
    path("temuan/<uuid:finding_id>/", views.finding, name="finding"),
    path("temuan/<uuid:finding_id>/ubah/", views.revise_finding, name="revise_finding"),
]
