"""Taking in a foreign directory: upload, look at what is wrong, decide."""

from __future__ import annotations

import uuid

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simpul.directory.commands.cancel_package import cancel_package as cancel_act
from simpul.directory.commands.keep_package_pieces import keep_package_pieces
from simpul.directory.commands.stage_package import stage_package
from simpul.directory.commands.take_package import take_package as take_act
from simpul.directory.queries.packages import package_faults, package_page, packages
from simpul.directory.queries.read_foreign_package import ForeignPackage, read_foreign_package
from simpul.kernel.csv_files import as_csv
from simpul.kernel.errors import InvalidInput
from simpul.web.desk.directory import package_faults as wrong
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.forms import ActForm

PIECE = 200


class StagePackage(ActForm):
    """A foreign directory to take in."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("HSDS as an archive of CSV tables (.zip) or as JSON, at most 64 MB."),
    )
    source = forms.CharField(label=gettext_lazy("Whose directory it is, and who gave it"), max_length=200)
    region_code = forms.CharField(
        label=gettext_lazy("Region code of agencies that do not say where they are"),
        max_length=13,
        help_text=gettext_lazy("For instance 35.23"),
    )


@at_desk("GET", "POST")
def desk_packages(request: ActorRequest) -> HttpResponse:
    """Packages so far, and a place for a new one."""
    form = StagePackage(request.POST or None, request.FILES or None)
    if request.method == "POST" and (package := _read(request, form)) is not None:
        answer = perform(
            request, form,
            lambda: stage_package(request.actor, package=package, source=form.facts["source"]),
            lambda one: _kept(request, uuid.UUID(one), package),
        )  # fmt: skip
        if answer is not None:
            return answer
    context = {"form": form, "packages": packages(request.actor)}
    return render(request, "desk/directory/packages.html", context, status=form.status)


def _read(request: ActorRequest, form: StagePackage) -> ForeignPackage | None:
    """The uploaded package, read before any lock is taken; what is wrong with it stands beside the field."""
    if not form.is_valid():
        return None
    try:
        return read_foreign_package(
            request.actor, file=form.cleaned_data["file"].file, region_code=form.facts["region_code"]
        )
    except InvalidInput as error:
        form.take_faults(error)
        return None


def _kept(request: ActorRequest, package_id: uuid.UUID, package: ForeignPackage) -> str:
    """Keep what was read in short pieces, each for itself, so that others can write in between."""
    agencies, faults = list(enumerate(package.agencies)), list(enumerate(package.faults))
    for start in range(0, len(agencies), PIECE):
        keep_package_pieces(request.actor, package_id, agencies=agencies[start : start + PIECE])
    for start in range(0, len(faults), 1000):
        keep_package_pieces(request.actor, package_id, faults=faults[start : start + 1000])
    keep_package_pieces(request.actor, package_id, whole=True)
    return reverse("desk_package", args=[package_id])


@at_desk("GET", "POST")
def desk_package(request: ActorRequest, package_id: uuid.UUID) -> HttpResponse:
    """One package; while it waits, the one decision about it."""
    page = package_page(request.actor, package_id)
    form = ActForm(request.POST if request.method == "POST" else None)
    here = reverse("desk_package", args=[package_id])
    act = cancel_act if "cancel" in request.POST else take_act
    if request.method == "POST" and (
        answer := perform(request, form, lambda: act(request.actor, package_id), here)
    ):
        return answer
    context = {"page": page, "form": form, "faults": wrong.table(page.faults)}
    return render(request, "desk/directory/package.html", context, status=form.status)


@at_desk()
def package_faults_file(request: ActorRequest, package_id: uuid.UUID) -> HttpResponse:
    """Every fault as a table for whoever sent the package."""
    heads = (_("File"), _("Row"), _("Column"), _("What stands there"), _("What is wrong"), _("What to do"))
    lines = (
        (one.file, str(one.row), one.column, one.value, wrong.what(one), wrong.remedy(one))
        for one in package_faults(request.actor, package_id)
    )
    response = HttpResponse(as_csv(heads, lines), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="faults.csv"'
    return response
