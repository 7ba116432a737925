"""Addresses of the frame: language, installable app, gallery."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from simpul.web.ui import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("bahasa/", set_language, name="set_language"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("luring/", views.offline, name="offline"),
]
if settings.DEBUG or settings.MODE == "demo":
    from simpul.web.ui.gallery import page

    urlpatterns += [
        path("galeri/", page.gallery, name="gallery"),
        path("galeri/pilihan/", page.choices, name="gallery_choices"),
        path("galeri/draf/", page.draft, name="gallery_draft"),
        path("galeri/kunci/", page.lock, name="gallery_lock"),
    ]
