"""Addresses below /akun/: those of django-allauth that this house uses, and the locked screen.

Changing one's address, confirming addresses and signing up are not here: accounts are opened by colleagues.
"""

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, include, path, re_path

from simpul.web.desk.account import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("tidak-aktif/", account.account_inactive, name="account_inactive"),
    path("daftar/", account.signup, name="account_signup"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("kata-sandi/", account.password_change, name="account_change_password"),
    path("kata-sandi/baru/", account.password_set, name="account_set_password"),
    path("kata-sandi/lupa/", account.password_reset, name="account_reset_password"),
    path("kata-sandi/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^kata-sandi/pilih/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "kata-sandi/selesai/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", include("allauth.mfa.urls")),
    path("sesi/", include("allauth.usersessions.urls")),
    path("kunci/", views.lock, name="lock"),
    path("terkunci/", views.unlock, name="unlock"),
    path("tersimpan/", views.kept_texts, name="kept_texts"),
    path("tersimpan/<uuid:held_id>/buang/", views.discard_text, name="discard_text"),
]
