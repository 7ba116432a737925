"""What is looked at from outside the work: the log, and emergency readings."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.review_broken_glass import review_broken_glass
from simpul.registry.queries.broken_glasses import broken_glasses
from simpul.safeguards.audit import anchors
from simpul.safeguards.queries.audit_trail import audit_trail, audit_verdict
from simpul.safeguards.words import told_acts
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce import forms, tables
from simpul.web.desk.workforce.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import whole
from simpul.workforce.queries.staff_names import staff_names


@at_desk("GET", "POST")
def audit(request: ActorRequest) -> HttpResponse:
    """The log: who did what, about which record; never what stands in it."""
    wanted = request.POST.get("act", "").strip()
    before = whole(request.POST.get("before", ""))
    rows = audit_trail(request.actor, acts=_meant(wanted), before=before)
    names = staff_names(request.actor, ids={row.actor_id for row in rows})
    context = {
        "table": tables.trail(rows, names),
        "wanted": wanted,
        "next": rows[-1].seq if len(rows) == 100 else None,
        "anchors": list(reversed(anchors()))[:5],
        "anchor_file": settings.ANCHOR_FILE.rsplit("/", 1)[-1],
    }
    return render(request, "desk/workforce/audit.html", context)


def _meant(wanted: str) -> frozenset[str] | None:
    """The acts whose words, in the reader's language, or whose own name hold what is looked for."""
    if not wanted:
        return None
    sought = wanted.casefold()
    names = {act for act, words in told_acts().items() if sought in act or sought in _(words).casefold()}
    return frozenset(names | {wanted})


@at_desk("POST")
def check_audit(request: ActorRequest) -> HttpResponse:
    """Walk the whole chain and say whether it is sound."""
    return render(request, "desk/workforce/audit_verdict.html", {"verdict": audit_verdict(request.actor)})


@at_desk()
def glasses(request: ActorRequest) -> HttpResponse:
    """Emergency readings, those that wait for review first."""
    rows = broken_glasses(request.actor, open_only=False)
    names = staff_names(request.actor, ids={row.actor_id for row in rows})
    context = {
        "rows": [
            (row, names.get(row.actor_id))
            for row in sorted(rows, key=lambda row: (row.reviewed_at is not None, row.review_due))
        ]
    }
    return render(request, "desk/workforce/glasses.html", context)


@at_desk("GET", "POST")
def review_glass(request: ActorRequest, glass_id: uuid.UUID) -> HttpResponse:
    """Judge an emergency reading."""
    form = forms.ReviewForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: review_broken_glass(request.actor, glass_id, **form.facts),
        reverse("desk_glasses"),
        heading=_("Review an emergency reading"),
        submit=_("Save the review"),
        back=reverse("desk_glasses"),
        lead=_("The client can read both the reason and your review."),
        said=_("Reviewed."),
    )
