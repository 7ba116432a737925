"""Taking back, seeing, taking along."""

from django.urls import path

from simpul.web.portal.rights import views

urlpatterns = [
    path("pilihan/", views.choices, name="portal_choices"),
    path("pilihan/<uuid:consent_id>/cabut/", views.withdraw, name="portal_withdraw"),
    path("dibuka/", views.looked, name="portal_looked"),
    path("salinan/", views.copy, name="portal_copy"),
]
