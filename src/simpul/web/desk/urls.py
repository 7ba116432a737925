"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("simpul.web.desk.home.urls")),
    path("", include("simpul.web.desk.registry.urls")),
    path("", include("simpul.web.desk.directory.urls")),
    path("", include("simpul.web.desk.casework.urls")),
    path("", include("simpul.web.desk.referral.urls")),
    path("", include("simpul.web.desk.patterns.urls")),
    path("", include("simpul.web.desk.documents.urls")),
    path("", include("simpul.web.desk.plans.urls")),
    path("", include("simpul.web.desk.worklist.urls")),
    path("", include("simpul.web.desk.instruments.urls")),
    path("", include("simpul.web.desk.workforce.urls")),
    path("", include("simpul.web.desk.portal_access.urls")),
]
