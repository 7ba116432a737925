"""A person's way into the portal."""

from django.urls import path

from simpul.web.desk.portal_access import views

urlpatterns = [
    path("orang/<uuid:person_id>/portal/", views.invite_to_portal, name="invite_to_portal"),
    path("orang/<uuid:person_id>/portal/tutup/", views.revoke_portal_access, name="revoke_portal_access"),
]
