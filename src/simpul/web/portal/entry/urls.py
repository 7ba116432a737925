"""Coming in and leaving."""

from django.urls import path

from simpul.web.portal.entry import views

urlpatterns = [
    path("masuk/", views.login, name="portal_login"),
    path("mulai/", views.first_time, name="portal_first_time"),
    path("keluar/", views.leave, name="portal_leave"),
    path("cuaca/", views.quick_exit, name="portal_quick_exit"),
    path("saya/", views.me, name="portal_me"),
    path("saya/tutup/", views.close_my_page, name="portal_close"),
    path("draf/", views.keep_draft, name="portal_draft"),
]
