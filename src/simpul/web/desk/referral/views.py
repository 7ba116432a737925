"""The list of referrals, those of a case, and the page of one."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.queries.case_file import case_file
from simpul.referral.choices import BarrierState
from simpul.referral.queries.referral_view import (
    barriers_of_case,
    packet_preview,
    referral_view,
    referrals_of_case,
)
from simpul.referral.queries.referrals_waiting import referrals_waiting
from simpul.safeguards.permissions import may
from simpul.web.desk.casework import picture as case_picture
from simpul.web.desk.door import at_desk
from simpul.web.desk.referral import picture
from simpul.web.desk.referral.places import barrier_for
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.forms import whole
from simpul.web.ui.referrals.forms import kinds_of
from simpul.web.ui.referrals.words import history, state_badge, stepper

PAGE = 25


@at_desk()
def referrals(request: ActorRequest) -> HttpResponse:
    """The office's referrals by how long they rest; nothing is lost between two desks."""
    which = request.GET.get("yang", "open")
    page = min(whole(request.GET.get("halaman", "")) or 1, 10_000)
    rows = referrals_waiting(request.actor, which=which, page=page, size=PAGE + 1)
    context = {
        "table": picture.table(rows[:PAGE]),
        "tabs": _tabs(which),
        "page": page,
        "more": len(rows) > PAGE,
        "which": which,
        "late": picture.late_words(rows[:PAGE]),
    }
    return render(request, "desk/referral/referrals.html", context)


def _tabs(which: str) -> Tabs:
    names = {
        "open": _("Still open"), "late": _("Overdue"), "mine": _("My referrals"), "desk": _("Waiting for us"),
        "agency": _("Waiting for the agency"), "closed": _("Closed"),
    }  # fmt: skip
    base = reverse("desk_referrals")
    return Tabs(
        _("Which referrals"),
        tuple(Tab(label, f"{base}?yang={code}", code == which) for code, label in names.items()),
    )


@at_desk()
def case_referrals(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Where this client was sent, and what stood in the way."""
    file = case_file(request.actor, case_id)
    rows = referrals_of_case(request.actor, case_id)
    context = {
        "file": file,
        "banner": case_picture.banner(file),
        "table": picture.table(rows, with_client=False),
        "barriers": picture.barriers(barriers_of_case(request.actor, case_id), kinds_of(request.actor)),
        "back": reverse("case", args=[case_id]),
        "may_draft": may(request.actor, "referral.draft_referral") and file.row.client_id is not None,
    }
    return render(request, "desk/referral/case_referrals.html", context)


@at_desk()
def referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """One referral: where it stands, who is waited for, what went out on which ground."""
    view = referral_view(request.actor, referral_id)
    file = case_file(request.actor, view.row.case_id)
    doors = picture.doors(request.actor, view)
    context = {
        "view": view,
        "file": file,
        "banner": case_picture.banner(file),
        "state": state_badge(view.row.state),
        "stepper": stepper(view.row.state, view.steps),
        "waiting": picture.waiting(view),
        "agency": picture.agency(view),
        "first": doors[0] if doors else None,
        "menu": picture.menu(doors),
        "history": history(view.steps, view.row.agency),
        "barriers": picture.barriers(view.barriers, kinds_of(request.actor)),
        "sent": picture.sent_groups(view),
        **picture.agency_words(view),
    }
    return render(request, "desk/referral/referral.html", context | _packet(request, referral_id))


@at_desk()
def barrier(request: ActorRequest, barrier_id: uuid.UUID) -> HttpResponse:
    """One barrier: where it was met, who of us tries, what was tried."""
    view, file = barrier_for(request, barrier_id, "barrier_view")
    settled = view.row.state != BarrierState.STANDS
    context = {
        "view": view,
        "file": file,
        "banner": case_picture.banner(file),
        "line": picture.barriers([view.row], kinds_of(request.actor))[0],
        "facts": picture.barrier_facts(view),
        "tries": picture.tries(view),
        "back": reverse("case_referrals", args=[view.case_id]),
        "may_settle": not settled and may(request.actor, "referral.settle_barrier"),
    }
    return render(request, "desk/referral/barrier.html", context)


def _packet(request: ActorRequest, referral_id: uuid.UUID) -> dict[str, object]:
    """What would go out, beside the ground it goes out on."""
    preview = packet_preview(request.actor, referral_id)
    return {
        "preview": preview,
        "lines": picture.packet_lines(preview),
        "grounds": picture.grounds(preview),
    }
