"""Addresses of this audience. They name nobody and nothing that happened."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("simpul.web.portal.entry.urls")),
    path("", include("simpul.web.portal.file.urls")),
    path("", include("simpul.web.portal.rights.urls")),
]
