"""Addresses of the directory for everybody. What is looked for never stands in an address."""

from django.urls import path

from simpul.web.public.help import views

urlpatterns = [
    path("bantuan/", views.find_help, name="find_help"),
    path("bantuan/desa/", views.help_villages, name="help_villages"),
    path("bantuan/<uuid:service_id>/", views.help_sheet, name="help_sheet"),
    path("bantuan/<uuid:service_id>/lembar.pdf", views.help_sheet_pdf, name="help_sheet_pdf"),
    path("bantuan/<uuid:service_id>/keliru/", views.report_entry, name="report_entry"),
]
