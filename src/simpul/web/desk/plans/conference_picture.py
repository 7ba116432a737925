"""Conferences in the shapes that their pages show."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import Invited
from simpul.casework.queries.conferences import ConferencePicture, GuestPicture, InvitationRow
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.permissions import may
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import moment, short_day

ANSWERS: dict[str, Tone] = {"waiting": "plain", "coming": "good", "not_coming": "warn"}


@dataclass(frozen=True)
class Planned:
    """The conference to come."""

    facts: Facts
    purpose: str
    guests: DataTable
    hold_url: str


@dataclass(frozen=True)
class Decision:
    """One decision with its state and, while it is open, the form's address."""

    what: str
    owner: str
    due: str
    state: Badge
    settle_url: str


@dataclass(frozen=True)
class Held:
    """A conference that took place."""

    conference: ConferencePicture
    guests: DataTable
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Asked:
    """One invitation as the invited sees it."""

    reference: str
    when: str
    place: str
    answer: Badge
    url: str
    waiting: bool
    coming: bool


def answer_badge(answer: str) -> Badge:
    return Badge(str(Invited(answer).label), ANSWERS.get(answer, "plain"))


def _kind(guest: GuestPicture) -> str:
    return guest.capacity or (_("colleague") if guest.staff_id else _("from outside"))


def planned(one: ConferencePicture, actor: Actor) -> Planned:
    facts = Facts((Fact(_("When"), moment(one.planned_for)), Fact(_("Where"), one.place)))
    guests = DataTable(
        _("Who is asked"),
        (Column(_("Name"), main=True), Column(_("As")), Column(_("Reply"))),
        tuple(
            (Cell(guest.name), Cell(_kind(guest)), Cell(part=answer_badge(guest.answer)))
            for guest in one.guests
        ),
    )
    held = reverse("hold_conference", args=[one.case_id, one.id])
    return Planned(facts, one.purpose, guests, held if may(actor, "casework.hold_conference") else "")


def _came(guest: GuestPicture) -> Badge:
    return Badge(_("came"), "good", "check") if guest.attended else Badge(_("did not come"), "plain")


def _decided(one: ConferencePicture, case_id: uuid.UUID) -> tuple[Decision, ...]:
    found = []
    for row in one.decisions:
        state = Badge(_("under way"), "plain")
        if row.done_at:
            state = Badge(_("completed"), "good", "check")
        elif row.due_on < today():
            state = Badge(_("overdue"), "bad", "clock")
        url = "" if row.done_at else reverse("settle_decision", args=[case_id, row.id])
        found.append(Decision(row.what, row.owner_name, short_day(row.due_on), state, url))
    return tuple(found)


def held(one: ConferencePicture, case_id: uuid.UUID) -> Held:
    guests = DataTable(
        _("Who came"),
        (Column(_("Name"), main=True), Column(_("As")), Column(_("Presence")), Column(_("Pledge"))),
        tuple(
            (
                Cell(guest.name),
                Cell(_kind(guest)),
                Cell(part=_came(guest)),
                Cell(_("pledged") if guest.pledged else "–"),
            )
            for guest in one.guests
        ),
    )
    return Held(one, guests, _decided(one, case_id))


def invitation(one: InvitationRow) -> Asked:
    return Asked(
        one.reference,
        moment(one.planned_for),
        one.place,
        answer_badge(one.answer),
        reverse("answer_invitation", args=[one.id]),
        one.answer == "waiting",
        one.answer == "coming",
    )
