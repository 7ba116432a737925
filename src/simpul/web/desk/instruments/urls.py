"""Forms in use, their try-out, and an office's own."""

from django.urls import path

from simpul.web.desk.instruments import own, views

urlpatterns = [
    path("instrumen/", views.instruments, name="desk_instruments"),
    path("instrumen/baru/", own.upload_instrument, name="upload_instrument"),
    path("instrumen/unggahan/<uuid:upload_id>/", own.preview, name="upload_preview"),
    path("instrumen/unggahan/<uuid:upload_id>/buang/", own.discard_upload, name="discard_upload"),
    path("instrumen/<uuid:version_id>/coba/", views.try_instrument, name="try_instrument"),
    path("instrumen/<uuid:version_id>/tarik/", own.retire_instrument, name="retire_instrument"),
]
