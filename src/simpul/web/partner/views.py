"""The agency's pages: the door, what waits for it, and one screen for each referral."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from simpul.referral.queries.partner_view import partner_view
from simpul.web.partner.answers import WORDS, answers, form_for, run
from simpul.web.partner.door import at_seat, forget, seats
from simpul.web.partner.entry import OpenForm, ReturnForm, opened, returned
from simpul.web.partner.screen import screen
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: ActorRequest) -> HttpResponse:
    """What waits for the agency; for whoever has not come in yet, the way back in."""
    held = seats(request)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (referral_id := returned(request, form)):
        return redirect("partner_referral", referral_id)
    if held and not form.is_bound:
        return render(request, "partner/inbox.html", {"seats": held})
    return render(request, "partner/home.html", {"form": form}, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def open_letter(request: ActorRequest, number: str = "") -> HttpResponse:
    """The first time: the address behind the square on the letter."""
    form = OpenForm(request.POST if request.method == "POST" else None, initial={"number": number[:20]})
    if form.is_bound and form.is_valid() and (referral_id := opened(request, form)):
        return redirect("partner_referral", referral_id)
    return render(request, "partner/open.html", {"form": form}, status=form.status)


@at_seat()
def referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """One screen: what was sent, how it stands, what can be answered."""
    view = partner_view(request.actor, referral_id)
    return render(request, "partner/referral.html", screen(request, view, answers(request, view)))


@at_seat("POST")
def answer(request: ActorRequest, referral_id: uuid.UUID, word: str) -> HttpResponse:
    """One answer; after a fault the same screen with everything typed."""
    act = WORDS.get(word)
    if act is None:
        raise Http404
    form = form_for(request, act, sent=True)
    done_url = reverse("partner_referral", args=[referral_id])
    if done := perform(request, form, lambda: run(request.actor, referral_id, act, form), done_url):
        messages.success(request, _("Thank you. The office sees your answer at once."))
        return done
    view = partner_view(request.actor, referral_id)
    context = screen(request, view, answers(request, view, form, act))
    return render(request, "partner/referral.html", context, status=form.status)


@require_POST
def leave(request: ActorRequest) -> HttpResponse:
    """Whoever sits here next reads nothing."""
    forget(request)
    return redirect("partner_home")
