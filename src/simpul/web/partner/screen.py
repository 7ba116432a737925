"""What the agency's one screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from simpul.referral.choices import Urgency
from simpul.referral.queries.partner_view import PartnerView
from simpul.referral.rules.loop import READABLE, State
from simpul.safeguards.consent import FieldGroup
from simpul.web.partner.answers import Answer
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.formats import day, moment
from simpul.web.ui.referrals.words import history, state_badge


def screen(request: ActorRequest, view: PartnerView, found: Sequence[Answer]) -> dict[str, Any]:
    """The parts, in the order in which they are needed."""
    return {
        "view": view,
        "state": state_badge(view.state),
        "hurry": Badge(str(Urgency(view.urgency).label), "warn", "timer")
        if view.urgency != Urgency.NORMAL
        else None,
        "readable": State(view.state) in READABLE,
        "packet": [(str(one.label), view.body[one.value]) for one in FieldGroup if one.value in view.body],
        "sender": _sender(view),
        "agreed": _agreed(view),
        "answers": found,
        "history": history(view.answers, ""),
    }


def _sender(view: PartnerView) -> Facts:
    items = [Fact(_("Office"), view.office)]
    if view.worker:
        items.append(Fact(_("Social worker"), view.worker))
    if view.office_phone:
        items.append(Fact(_("Telephone"), view.office_phone, url=f"tel:{view.office_phone.replace(' ', '')}"))
    if view.sent_at:
        items.append(Fact(_("Sent"), day(view.sent_at)))
    return Facts(tuple(items))


def _agreed(view: PartnerView) -> Facts | None:
    items = []
    if view.appointment_at:
        items.append(Fact(_("Agreed date"), moment(view.appointment_at), note=view.appointment_note))
    if view.queue_until:
        place = _("place %(place)s in the queue") % {"place": view.queue_place} if view.queue_place else ""
        items.append(Fact(_("You tell more by"), day(view.queue_until), note=place))
    return Facts(tuple(items)) if items else None
