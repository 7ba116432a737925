"""Addresses of the directory at the desk."""

from django.urls import path

from simpul.web.desk.directory import keeping, packages, views

urlpatterns = [
    path("direktori/", views.directory, name="desk_directory"),
    path("direktori/layanan/<uuid:service_id>/", views.service, name="desk_service"),
    path("direktori/lembaga/", views.agencies, name="desk_agencies"),
    path("direktori/lembaga/baru/", keeping.list_agency, name="list_agency"),
    path("direktori/lembaga/<uuid:agency_id>/", views.agency, name="desk_agency"),
    path("direktori/lembaga/<uuid:agency_id>/ubah/", keeping.correct_agency, name="correct_agency"),
    path("direktori/lembaga/<uuid:agency_id>/tempat/", keeping.add_place, name="add_place"),
    path("direktori/lembaga/<uuid:agency_id>/layanan/", keeping.offer_service, name="offer_service"),
    path("direktori/layanan/<uuid:service_id>/ubah/", keeping.correct_service, name="correct_service"),
    path("direktori/layanan/<uuid:service_id>/daya-tampung/", keeping.tell_capacity, name="tell_capacity"),
    path("direktori/layanan/<uuid:service_id>/masih-berlaku/", keeping.check_service, name="check_service"),
    path("direktori/perawatan/", views.keeping, name="desk_keeping"),
    path("direktori/laporan/<uuid:report_id>/", keeping.settle_report, name="settle_report"),
    path("direktori/paket/", packages.desk_packages, name="desk_packages"),
    path("direktori/paket/<uuid:package_id>/", packages.desk_package, name="desk_package"),
    path(
        "direktori/paket/<uuid:package_id>/kesalahan.csv",
        packages.package_faults_file,
        name="desk_package_faults",
    ),
]
