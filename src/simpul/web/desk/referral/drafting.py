"""Writing a draft, asking the client, looking at what would go, sending."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.casework.queries.case_file import case_file
from simpul.directory.queries.service_sheet import ServiceSheet, service_sheet
from simpul.documents.typesetting.qr import qr_inline
from simpul.kernel.actor import Actor
from simpul.kernel.errors import ActError, Hidden
from simpul.referral.commands.draft_referral import draft_referral as draft
from simpul.referral.commands.issue_referral_letter import issue_referral_letter as issue
from simpul.referral.commands.record_referral_consent import record_referral_consent as record
from simpul.referral.commands.renew_partner_door import renew_partner_door as renew
from simpul.referral.commands.revise_referral import revise_referral as revise
from simpul.referral.commands.send_referral import LetterKey
from simpul.referral.commands.send_referral import send_referral as send
from simpul.referral.queries.referral_view import ReferralView, packet_preview, referral_view
from simpul.referral.rules.disclosing import NEVER
from simpul.referral.rules.loop import State
from simpul.web.desk.casework import picture as case_picture
from simpul.web.desk.casework.act_page import act_page, asks, bound
from simpul.web.desk.casework.consent_forms import ConsentAnswers
from simpul.web.desk.door import at_desk
from simpul.web.desk.referral import picture
from simpul.web.desk.referral.forms import DraftForm, LetterForm
from simpul.web.desk.referral.places import file_for, referral_page, seen_for
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm
from simpul.web.ui.help_pages.choosing import services_for
from simpul.web.ui.language import say

MOST = 8


def _named(request: ActorRequest, name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _chosen(actor: Actor, form: DraftForm) -> ServiceSheet | None:
    try:
        return service_sheet(actor, service_id=uuid.UUID(str(form["service_id"].value() or "")))
    except (ValueError, Hidden):
        return None


def _choosing(request: ActorRequest, form: DraftForm) -> dict[str, Any]:
    chosen = _chosen(request.actor, form)
    words = str(form["need"].value() or "")
    rows = services_for(request.actor, words, most=MOST)
    found = tuple(row for row in rows if chosen is None or row.service_id != chosen.id)
    return {"found": found, "chosen": chosen, "searched": asks(request)}


@at_desk("GET", "POST")
def draft_referral(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Begin a referral; from the directory the service may be chosen already."""
    file = file_for(request, case_id, "draft_referral")
    follows, service_id = _named(request, "lanjutan"), _named(request, "layanan")
    granted: dict[str, Any] = {"urgency": "normal", "wanted": ["identity"], "service_id": service_id or ""}
    if follows and request.method == "GET":
        granted |= _from(referral_view(request.actor, follows))
    form = bound(request, DraftForm, initial=granted)
    return act_page(
        request,
        file,
        form,
        lambda: draft(request.actor, case_id, given=form.given, follows_id=follows),
        heading=_("Write a referral"),
        submit=_("Keep the draft and look at it"),
        said=_("The draft is kept. Nothing has been sent yet."),
        back=reverse("case_referrals", args=[case_id]),
        done_url=lambda made: reverse("send_referral", args=[made]),
        template="desk/referral/draft_referral.html",
        **_choosing(request, form),
    )


def _from(view: ReferralView) -> dict[str, Any]:
    """What an earlier referral asked, for the next attempt; the service is chosen anew."""
    told = {f"told_{group}": text for group, text in view.told.items()}
    return {
        "asked": view.asked, "caution": view.caution, "urgency": view.row.urgency,
        "wanted": list(view.wanted), **told,
    }  # fmt: skip


@at_desk("GET", "POST")
def revise_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """Change the draft."""
    view = seen_for(request, referral_id, "revise_referral")
    granted = {**_from(view), "service_id": view.service_id}
    form = bound(request, DraftForm, initial=granted, version=view.version)
    return referral_page(
        request,
        view,
        form,
        lambda: revise(request.actor, referral_id, version=form.read_version or 0, given=form.given),
        heading=_("Change the draft"),
        submit=_("Save"),
        said=_("The draft is changed."),
        template="desk/referral/draft_referral.html",
        current=lambda: ({"asked": view.asked}, view.version),
        **_choosing(request, form),
    )


@at_desk("GET", "POST")
def record_referral_consent(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """Ask the client, kind by kind, with what would go beside each question."""
    view = seen_for(request, referral_id, "record_referral_consent")
    groups = [group for group in view.wanted if group not in NEVER]
    form = bound(request, ConsentAnswers, initial={"basis": "consent"}, groups=groups)
    return referral_page(
        request,
        view,
        form,
        lambda: record(request.actor, referral_id, consent=form.given),
        heading=_("What may go to this agency?"),
        submit=_("Keep what she says"),
        said=_("It is recorded. She can take it back at any time; the agency then reads nothing more."),
        lead=view.row.agency,
        template="desk/referral/record_referral_consent.html",
        lines=picture.packet_lines(packet_preview(request.actor, referral_id), asking=True),
    )


@at_desk("GET", "POST")
def send_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """Packet and consent side by side; after sending, number and code are shown this once."""
    view = seen_for(request, referral_id, "send_referral")
    preview = packet_preview(request.actor, referral_id)
    form = ActForm(request.POST or None)
    key = _key(form, lambda: send(request.actor, referral_id)) if request.method == "POST" else None
    if key is not None:
        return _letter(request, view, key)
    if view.row.state != State.DRAFT and not form.is_bound:
        return redirect("referral", referral_id)
    context = {
        "lines": picture.packet_lines(preview),
        "grounds": picture.grounds(preview),
        "preview": preview,
        "agency": picture.agency(view),
    }
    return _page(request, view, form, "desk/referral/send_referral.html", context)


@at_desk("GET", "POST")
def renew_partner_door(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """A new number and code: the letter was lost, or the wrong person holds it."""
    view = seen_for(request, referral_id, "renew_partner_door")
    form = ActForm(request.POST or None)
    key = _key(form, lambda: renew(request.actor, referral_id)) if request.method == "POST" else None
    if key is not None:
        return _letter(request, view, key)
    return _page(request, view, form, "desk/referral/renew_partner_door.html", {})


@at_desk("GET", "POST")
def issue_referral_letter(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """The letter on the office's paper, with a slip for the answer; what is printed is chosen."""
    view = seen_for(request, referral_id, "issue_referral_letter")
    groups = tuple((group, picture.group_label(group)) for group in view.readable_groups)
    form = bound(request, LetterForm, groups=groups)
    return referral_page(
        request,
        view,
        form,
        lambda: issue(request.actor, referral_id, **form.given),
        heading=_("Letter of referral"),
        submit=_("Issue"),
        said=_("Issued. The PDF is ready below."),
        lead=view.row.agency,
        done_url=lambda made: reverse("desk_document", args=[made]),
    )


def _key(form: ActForm, act: Any) -> LetterKey | None:
    """Sent twice, it is refused: to answer the same, the code would have to be kept in clear."""
    try:
        made: LetterKey = act()
    except Hidden:
        raise
    except ActError as error:
        form.refusal = say(error.text)
        return None
    return made


def _page(
    request: ActorRequest, view: ReferralView, form: ActForm, template: str, more: dict[str, Any]
) -> HttpResponse:
    file = case_file(request.actor, view.row.case_id)
    context = {
        "view": view, "referral": view, "file": file, "banner": case_picture.banner(file), "form": form,
        "back": reverse("referral", args=[view.row.id]), **more,
    }  # fmt: skip
    return render(request, template, context, status=form.status)


def _letter(request: ActorRequest, view: ReferralView, key: LetterKey) -> HttpResponse:
    """What is handed to the agency: address, number and code. It names nobody."""
    number = key.number.replace("-", "")
    address = settings.SITE_ORIGIN.rstrip("/") + reverse("partner_open", args=[number])
    square = SafeString(qr_inline(address))  # drawn by us from an address of ours
    context = {"view": view, "key": key, "address": address, "qr": square}
    return render(request, "desk/referral/letter_key.html", context)
