"""Forms in use and their try-out."""

from django.urls import path

from simpul.web.desk.instruments import views

urlpatterns = [
    path("instrumen/", views.instruments, name="desk_instruments"),
    path("instrumen/<uuid:version_id>/coba/", views.try_instrument, name="try_instrument"),
]
