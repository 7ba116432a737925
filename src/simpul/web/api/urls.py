"""Addresses of this audience."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("hsds/", include("simpul.web.api.hsds.urls")),
]
