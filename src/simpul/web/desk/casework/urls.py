"""Cases: the list and the file."""

from django.urls import path

from simpul.web.desk.casework import intake, views

urlpatterns = [
    path("kasus/", views.cases, name="desk_cases"),
    path("kasus/baru/", intake.take_intake, name="take_intake"),
    path("kasus/<uuid:case_id>/", views.case, name="case"),
]
