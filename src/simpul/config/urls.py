"""Every audience's door."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("simpul.web.ui.urls")),
    path("", include("simpul.web.public.urls")),
    path("api/", include("simpul.web.api.urls")),
    path("akun/", include("simpul.web.desk.account.urls")),
    path("portal/", include("simpul.web.portal.urls")),
    path("mitra/", include("simpul.web.partner.urls")),
    path("", include("simpul.web.desk.urls")),
]

handler500 = "simpul.web.ui.outage.answer_to_a_fault"
