"""The case around a referral, and how its acts are shown and sent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from simpul.casework.queries.case_file import CaseFile, case_file
from simpul.referral.queries.barrier_view import BarrierView, barrier_view
from simpul.referral.queries.referral_view import ReferralView, referral_view
from simpul.safeguards.permissions import may
from simpul.web.desk.casework.act_page import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm


def file_for(request: ActorRequest, case_id: uuid.UUID, act: str) -> CaseFile:
    """The case to which this act belongs; to somebody who may not do it the page does not exist."""
    if not may(request.actor, f"referral.{act}"):
        raise Http404
    return case_file(request.actor, case_id)


def seen_for(request: ActorRequest, referral_id: uuid.UUID, act: str) -> ReferralView:
    """The referral on which this act would be done."""
    if not may(request.actor, f"referral.{act}"):
        raise Http404
    return referral_view(request.actor, referral_id)


def barrier_for(request: ActorRequest, barrier_id: uuid.UUID, act: str) -> tuple[BarrierView, CaseFile]:
    """The barrier on which this act would be done, and its case."""
    if not may(request.actor, f"referral.{act}"):
        raise Http404
    view = barrier_view(request.actor, barrier_id)
    return view, case_file(request.actor, view.case_id)


def referral_page(
    request: ActorRequest,
    view: ReferralView,
    form: ActForm,
    act: Callable[[], object],
    *,
    template: str = "desk/referral/act.html",
    **words: Any,
) -> HttpResponse:
    """An act's page: the client's banner, the form, every objection beside it; back to the referral."""
    file = case_file(request.actor, view.row.case_id)
    back = reverse("referral", args=[view.row.id])
    return act_page(request, file, form, act, template=template, back=back, referral=view, **words)
