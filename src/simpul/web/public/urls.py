"""Addresses of this audience."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("simpul.web.public.help.urls")),
    path("", include("simpul.web.public.verify.urls")),
    path("", include("simpul.web.public.welcome.urls")),
]
