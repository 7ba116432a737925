"""Addresses of documents."""

from django.urls import path

from simpul.web.desk.documents import views

urlpatterns = [
    path("dokumen/<uuid:document_id>/", views.document, name="desk_document"),
    path("dokumen/<uuid:document_id>/pdf/", views.document_pdf, name="document_pdf"),
    path("dokumen/<uuid:document_id>/docx/", views.document_docx, name="document_docx"),
    path("dokumen/<uuid:document_id>/cabut/", views.revoke_document, name="revoke_document"),
    path("kantor/<uuid:office_id>/kop-surat/", views.letterhead, name="desk_letterhead"),
]
