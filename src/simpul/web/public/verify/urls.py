"""Addresses of the check of documents."""

from django.urls import path

from simpul.web.public.verify import views

urlpatterns = [
    path("periksa/", views.check_document, name="check_document"),
    path("periksa/<str:code>", views.check_code, name="check_code"),
]
