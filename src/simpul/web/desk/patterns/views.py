"""Patterns of the office's barriers; findings that are written from them."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.advocacy.choices import Dimension
from simpul.advocacy.commands.draft_finding import Asked
from simpul.advocacy.commands.draft_finding import draft_finding as draft
from simpul.advocacy.commands.revise_finding import revise_finding as revise
from simpul.advocacy.queries.findings import finding_view
from simpul.advocacy.queries.findings import findings as findings_of
from simpul.advocacy.queries.patterns import Pattern, PatternOffice, barrier_pattern, pattern_offices
from simpul.safeguards.permissions import may
from simpul.web.desk.casework.act_page import bound
from simpul.web.desk.door import at_desk
from simpul.web.desk.drafting import perform_and_forget
from simpul.web.desk.patterns import picture
from simpul.web.desk.patterns.forms import FindingForm
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.forms import whole
from simpul.web.ui.language import reading_language

PAGE = 25


def _asked(request: ActorRequest, offices: tuple[PatternOffice, ...]) -> Pattern:
    """The pattern that the address asks for; of one's own office unless told."""
    told = request.GET.get("kantor", "")
    chosen = next((one for one in offices if told in {"", str(one.id)}), None)
    if chosen is None:
        raise Http404
    return barrier_pattern(
        request.actor, chosen.id, quarter=request.GET.get("triwulan", ""),
        dimension=request.GET.get("menurut", Dimension.KIND), within=request.GET.get("wilayah", ""),
    )  # fmt: skip


@at_desk()
def patterns(request: ActorRequest) -> HttpResponse:
    """The same barrier over many persons: where something is wrong that no single case can mend."""
    offices = pattern_offices(request.actor)
    pattern = _asked(request, offices)
    context: dict[str, object] = {
        "pattern": pattern,
        "offices": _offices(offices, pattern),
        "tabs": picture.dimensions(pattern),
        "quarters": picture.quarters(pattern),
        "months": picture.months_of(pattern.quarter),
        "areas": picture.areas_below(pattern),
        "limit_certainty": picture.certainty(pattern.limit.certainty),
        "limit_words": pattern.limit.meaning(reading_language()),
        "query": picture.query_of(pattern),
        "may_draft": pattern.table is not None and may(request.actor, "advocacy.draft_finding"),
    }
    if pattern.table:
        context["chart"] = picture.chart(pattern.table, pattern.dimension)
        context["table"] = picture.table(pattern.table)
        context["alone"] = picture.all_together(pattern.table)
    return render(request, "desk/patterns/patterns.html", context)


def _offices(known: tuple[PatternOffice, ...], pattern: Pattern) -> Tabs | None:
    """Which office, where one sees several: never a sum of them."""
    if len(known) < 2:
        return None
    return Tabs(
        _("Office"),
        tuple(
            Tab(
                one.name,
                picture.address(pattern, kantor=str(one.id), wilayah=""),
                one == pattern.office,
            )
            for one in known
        ),
    )


@at_desk("GET", "POST")
def draft_finding(request: ActorRequest) -> HttpResponse:
    """Put a pattern into words; its numbers are frozen as they are shown."""
    if not may(request.actor, "advocacy.draft_finding"):
        raise Http404
    pattern = _asked(request, pattern_offices(request.actor))
    form = bound(request, FindingForm)
    asked = Asked(str(pattern.quarter), pattern.dimension, pattern.within)
    answer = request.method == "POST" and perform_and_forget(
        request,
        form,
        lambda: draft(request.actor, office_id=pattern.office.id, asked=asked, **form.facts),
        lambda made: reverse("finding", args=[made]),
    )
    if answer:
        messages.success(request, _("The numbers are frozen. Others of your office can read the draft."))
        return answer
    return _form_page(request, form, _("Write a finding"), picture.address(pattern), pattern=pattern)


@at_desk("GET", "POST")
def revise_finding(request: ActorRequest, finding_id: uuid.UUID) -> HttpResponse:
    """Other words; the numbers stay."""
    if not may(request.actor, "advocacy.revise_finding"):
        raise Http404
    view = finding_view(request.actor, finding_id)
    latest = view.versions[0]
    stored = {"title": latest.title, "words": latest.words}
    form = bound(request, FindingForm, initial=stored, version=view.version)
    back = reverse("finding", args=[finding_id])
    answer = request.method == "POST" and perform_and_forget(
        request,
        form,
        lambda: revise(request.actor, finding_id, version=form.read_version, **form.facts),
        back,
        current=lambda: (stored, view.version),
    )
    if answer:
        messages.success(request, _("Saved as a new version; what stood before stays readable."))
        return answer
    return _form_page(request, form, _("Change the words"), back, view=view)


def _form_page(
    request: ActorRequest, form: FindingForm, heading: str, back: str, **more: object
) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back, **more}
    return render(request, "desk/patterns/finding_form.html", context, status=form.status)


@at_desk()
def findings(request: ActorRequest) -> HttpResponse:
    """What the office has found so far."""
    page = min(whole(request.GET.get("halaman", "")) or 1, 10_000)
    rows = findings_of(request.actor, page=page, size=PAGE + 1)
    context = {"table": picture.finding_table(rows[:PAGE]), "page": page, "more": len(rows) > PAGE}
    return render(request, "desk/patterns/findings.html", context)


@at_desk()
def finding(request: ActorRequest, finding_id: uuid.UUID) -> HttpResponse:
    """One finding: words, frozen numbers, the question behind them."""
    view = finding_view(request.actor, finding_id)
    context = {
        "view": view,
        "latest": view.versions[0],
        "earlier": view.versions[1:],
        "state": picture.status_badge(view.row.status),
        "chart": picture.chart(view.table, view.row.dimension),
        "table": picture.table(view.table),
        "question": picture.question(view.asked),
        "may_revise": may(request.actor, "advocacy.revise_finding"),
    }
    return render(request, "desk/patterns/finding.html", context)
