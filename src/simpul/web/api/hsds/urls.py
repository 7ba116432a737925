"""Addresses of the open directory. A record's id is read by the view: what is no id is not found, as JSON."""

from django.urls import path, re_path

from simpul.web.api.hsds import views

LIST = r"^(?P<of>services|organizations|service_at_locations|taxonomies|taxonomy_terms)"
urlpatterns = [
    path("", views.about, name="hsds"),
    path("openapi.json", views.contract, name="hsds_contract"),
    path("package.zip", views.package, name="hsds_package"),
    re_path(rf"{LIST}$", views.listing, name="hsds_list"),
    re_path(rf"{LIST}/(?P<record>[^/]+)$", views.record, name="hsds_record"),
]
