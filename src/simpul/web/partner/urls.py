"""Addresses of agencies. They name nobody and nothing; the number of a letter opens nothing by itself."""

from django.urls import path, re_path

from simpul.web.partner import views

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

urlpatterns = [
    path("", views.home, name="partner_home"),
    path("buka/", views.open_letter, name="partner_begin"),
    path("buka/<slug:number>/", views.open_letter, name="partner_open"),
    path("keluar/", views.leave, name="partner_leave"),
    path("rujukan/<uuid:referral_id>/", views.referral, name="partner_referral"),
    re_path(
        rf"^rujukan/(?P<referral_id>{UUID})/(?P<word>terima|jadwal|kehadiran|hasil|antre|tolak)/$",
        views.answer,
        name="partner_answer",
    ),
]
