"""Taking in a table of persons: upload, columns, dry run, decision, undo."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simpul.kernel.errors import InvalidInput
from simpul.registry.commands.cancel_import import cancel_import as cancel_import_act
from simpul.registry.commands.confirm_import import confirm_import as confirm_import_act
from simpul.registry.commands.keep_import_rows import READ_CHUNK, keep_import_rows
from simpul.registry.commands.map_import import map_import as map_import_act
from simpul.registry.commands.stage_import import stage_import as stage_import_act
from simpul.registry.commands.undo_import import undo_import as undo_import_act
from simpul.registry.queries.imports import (
    ImportPage,
    ImportProgress,
    import_faults_table,
    import_fields,
    import_page,
    my_imports,
)
from simpul.registry.queries.imports import import_progress as how_far
from simpul.registry.queries.read_upload import UploadedTable, read_upload
from simpul.safeguards.unit import stand_back
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import forms
from simpul.web.desk.registry.mapping import MapImport
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.progress.props import Progress
from simpul.web.ui.components.wizard_steps.props import WizardSteps
from simpul.web.ui.formats import count_of
from simpul.web.ui.language import say

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
LABELS = (
    gettext_lazy("Upload"),
    gettext_lazy("Columns"),
    gettext_lazy("Check"),
    gettext_lazy("Decide"),
    gettext_lazy("Write"),
)
_STEP = {
    "reading": 1,
    "mapping": 2,
    "checking": 3,
    "checked": 4,
    "writing": 5,
    "done": 5,
    "undoing": 5,
    "undone": 5,
}


def _steps(current: int) -> WizardSteps:
    return WizardSteps(tuple(str(label) for label in LABELS), current)


@at_desk("GET", "POST")
def imports(request: ActorRequest) -> HttpResponse:
    """Imports so far, and a place for a new file."""
    form = forms.StageImport(request.POST or None, request.FILES or None)
    if request.method == "POST" and (table := _table(request, form)) is not None:
        answer = perform(
            request,
            form,
            lambda: stage_import_act(request.actor, table=table, source=form.facts["source"]),
            lambda one: _rows_kept(request, uuid.UUID(one), table),
        )
        if answer is not None:
            return answer
    context = {"form": form, "imports": my_imports(request.actor), "steps": _steps(1)}
    return render(request, "desk/registry/imports.html", context, status=form.status)


def _table(request: ActorRequest, form: forms.StageImport) -> UploadedTable | None:
    """The uploaded file, read before any lock is taken; what is wrong with it stands beside the field."""
    if not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    try:
        return read_upload(request.actor, file=file.file, filename=file.name)
    except InvalidInput as error:
        form.take_faults(error)
        return None


def _rows_kept(request: ActorRequest, batch_id: uuid.UUID, table: UploadedTable) -> str:
    """Keep the rows in short pieces, each for itself, so that others can write in between."""
    for start in range(0, len(table.rows), READ_CHUNK):
        keep_import_rows(request.actor, batch_id, rows=table.rows[start : start + READ_CHUNK])
        stand_back()
    return reverse("import", args=[batch_id])


def _columns_form(request: ActorRequest, page: ImportPage) -> MapImport:
    sending = request.method == "POST" and "columns" in request.POST
    return MapImport(request.POST if sending else None, page=page, fields=import_fields(request.actor))


@at_desk("GET", "POST")
def one_import(request: ActorRequest, batch_id: uuid.UUID) -> HttpResponse:
    """One import at whatever stage it is; each stage has its one form."""
    wanted = forms.FaultsShown(request.GET)
    page = import_page(request.actor, batch_id, **wanted.shown)
    columns = _columns_form(request, page)
    confirm = forms.ConfirmImport(request.POST if "confirm" in request.POST else None)
    undo = forms.UndoImport(request.POST if "undo" in request.POST else None)
    here = reverse("import", args=[batch_id])
    for form, act in (
        (columns, lambda: map_import_act(request.actor, batch_id, mapping=columns.mapping)),
        (confirm, lambda: confirm_import_act(request.actor, batch_id, **confirm.facts)),
        (undo, lambda: undo_import_act(request.actor, batch_id, **undo.facts)),
    ):
        if form.is_bound and (answer := perform(request, form, act, here)) is not None:
            return answer
    context = {
        "page": page,
        "columns": columns,
        "confirm": confirm,
        "undo": undo,
        "steps": _steps(_STEP.get(page.stage, 1)),
        "progress": _progress(page),
        "faults": _faults(page),
        "kinds": _kinds(page),
        "known": _known(page),
    }
    return render(request, "desk/registry/import.html", context, status=max(columns.status, undo.status))


@at_desk()
def import_progress(request: ActorRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The progress bar alone; when the work is done the whole page is loaded anew."""
    page = how_far(request.actor, batch_id)
    if not page.running:
        response = HttpResponse(status=204)
        response.headers["HX-Refresh"] = "true"
        return response
    return render(request, "desk/registry/_progress.html", {"progress": _progress(page)})


def _progress(page: ImportProgress) -> Progress | None:
    if not page.running:
        return None
    return Progress(
        page.stage_label, page.progress, page.goal, poll_url=reverse("import_progress", args=[page.id])
    )


def _faults(page: ImportPage) -> DataTable:
    columns = (
        Column(_("Row"), main=True),
        Column(_("Column")),
        Column(_("What stands there")),
        Column(_("What is wrong")),
        Column(_("What to do")),
    )
    rows = tuple(
        (
            Cell(_("%(sheet)s, row %(row)s") % {"sheet": one.sheet, "row": count_of(one.row)}),
            Cell(one.column),
            Cell(one.value or "-"),
            Cell(say(one.text), tone="bad"),
            Cell(say(one.remedy)),
        )
        for one in page.faults
    )
    return DataTable(_("Faults"), columns, rows)


def _kinds(page: ImportPage) -> DataTable:
    columns = (
        Column(_("What is wrong"), main=True),
        Column(_("Column")),
        Column(_("How often"), end=True),
        Column(_("What to do")),
    )
    here = reverse("import", args=[page.id])
    rows = tuple(
        (
            Cell(say(one.text), url=f"{here}?jenis={one.kind}#faults"),
            Cell(one.column or "-"),
            Cell(count_of(one.count)),
            Cell(say(one.remedy)),
        )
        for one in page.kinds
    )
    return DataTable(_("Sorts of faults"), columns, rows)


def _known(page: ImportPage) -> DataTable:
    columns = (Column(_("Row")), Column(_("Name"), main=True))
    rows = tuple((Cell(count_of(one.row)), Cell(one.name)) for one in page.known)
    return DataTable(_("Probably known already"), columns, rows)


@at_desk("POST")
def cancel_import(request: ActorRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The table is not wanted after all."""
    cancel_import_act(request.actor, batch_id)
    return redirect("desk_imports")


@at_desk()
def import_faults(request: ActorRequest, batch_id: uuid.UUID, form: str) -> HttpResponse:
    """Every fault as a table to take away."""
    if form not in TYPES:
        raise Http404
    content = import_faults_table(request.actor, batch_id, say=say, form=form)
    response = HttpResponse(content, content_type=TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="faults.{form}"'
    return response
