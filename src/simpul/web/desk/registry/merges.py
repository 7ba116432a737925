"""Questions whether two files are one person, and their answers."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.keep_apart import keep_apart as keep_apart_act
from simpul.registry.commands.merge_persons import merge_persons as merge_persons_act
from simpul.registry.commands.undo_merge import undo_merge as undo_merge_act
from simpul.registry.queries.merge_questions import Comparison, Side, merge_comparison, merge_questions
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import forms
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.formats import short_day


@at_desk()
def merges(request: ActorRequest) -> HttpResponse:
    """What waits for an answer."""
    return render(request, "desk/registry/merges.html", {"questions": merge_questions(request.actor)})


def _sides(found: Comparison) -> DataTable:
    """Both files side by side."""

    def line(label: str, kept: str, folded: str) -> tuple[Cell, ...]:
        differ = bool(kept and folded and kept.casefold() != folded.casefold())
        return Cell(label), Cell(kept or "-"), Cell(folded or "-", tone="warn" if differ else "")

    def born(side: Side) -> str:
        return short_day(date.fromisoformat(side.birth)) if side.birth else ""

    def cells(side: Side) -> tuple[str, ...]:
        number = f"{side.nik} ({side.nik_status})" if side.nik else ""
        return (side.name, side.call_name, ", ".join(side.aliases), side.sex_label, born(side), side.mother,
                side.place, number)  # fmt: skip

    labels = (
        _("Name"),
        _("Call name"),
        _("Other names"),
        _("Sex"),
        _("Born"),
        _("Mother"),
        _("Lives in"),
        _("NIK"),
    )
    rows = zip(labels, cells(found.kept), cells(found.folded), strict=True)
    columns = (Column(_("Fact"), main=True), Column(_("Older file, would be kept")), Column(_("Newer file")))
    return DataTable(_("Both files"), columns, tuple(line(*row) for row in rows))


@at_desk("GET", "POST")
def merge(request: ActorRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """Compare both files; say one person, two persons, or take a merge back."""
    form = forms.DecideMerge(request.POST or None)
    if request.method == "POST":
        answer = perform(
            request, form, lambda: _decide(request, proposal_id, form), reverse("desk_merges"), name="merge"
        )
        if answer is not None:
            return answer
    found = merge_comparison(request.actor, proposal_id)
    context = {
        "found": found,
        "form": form,
        "sides": _sides(found),
        "may_decide": may(request.actor, "registry.merge_persons") and not found.row.mine,
    }
    return render(request, "desk/registry/merge.html", context, status=form.status)


def _decide(request: ActorRequest, proposal_id: uuid.UUID, form: forms.DecideMerge) -> None:
    words, sure = form.facts["words"], form.facts["sure"]
    decision = request.POST.get("decision", "")
    if decision == "one":
        merge_persons_act(request.actor, proposal_id, words=words, sure=sure)
    elif decision == "undo":
        undo_merge_act(request.actor, proposal_id, words=words)
    else:
        keep_apart_act(request.actor, proposal_id, words=words)
