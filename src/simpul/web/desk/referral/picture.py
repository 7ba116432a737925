"""A referral in the shapes that its pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simpul.kernel.actor import Actor
from simpul.reference.queries.referrals import BarrierTypeRow
from simpul.referral.choices import BarrierState, ClientView
from simpul.referral.queries.barrier_view import BarrierView
from simpul.referral.queries.referral_view import DoorPicture, PacketPreview, ReferralView
from simpul.referral.rows import BarrierRow, ReferralRow
from simpul.referral.rules.disclosing import Verdict
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.consent import Basis, FieldGroup, GivenHow
from simpul.safeguards.permissions import may
from simpul.web.ui.components.act_menu.props import ActMenu, Door
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import day, moment, short_day
from simpul.web.ui.language import reading_language
from simpul.web.ui.referrals.words import act_label, state_badge, waits_for

# What is most likely next for the desk, by state; where the way ended, another way comes first.
NEXT: dict[str, str] = {
    State.DRAFT: Act.SEND,
    State.SENT: Act.ACCEPT,
    State.RECEIVED: Act.ACCEPT,
    State.ACCEPTED: Act.SCHEDULE,
    State.WAITLISTED: Act.ACCEPT,
    State.SCHEDULED: Act.ATTEND,
    State.ATTENDED: Act.REPORT,
    State.MISSED: Act.SCHEDULE,
    State.SERVED: Act.CLOSE,
    State.PARTLY: Act.CLOSE,
}
ELSEWHERE = frozenset({State.DECLINED, State.EXPIRED, State.NOT_SERVED, State.RECALLED, State.MISSED})
ACT_ICONS = {
    Act.SEND: "send", Act.RECEIVE: "inbox", Act.ACCEPT: "handshake", Act.WAITLIST: "hourglass",
    Act.DECLINE: "ban", Act.SCHEDULE: "calendar-plus", Act.ATTEND: "footprints",
    Act.REPORT: "heart-handshake", Act.RECALL: "undo-2", Act.CLOSE: "message-square-heart",
}  # fmt: skip


def group_label(group: str) -> str:
    return str(FieldGroup(group).label)


def doors(actor: Actor, view: ReferralView) -> tuple[Door, ...]:
    """What can be done now, the most likely first. The gate decides again when it is done."""
    acts = [act for act in view.acts if act != Act.EXPIRE and may(actor, f"referral.{act}")]
    first = NEXT.get(view.row.state, "")
    acts.sort(key=lambda act: act != first)
    found = [Door(act_label(act), reverse(act, args=[view.row.id]), ACT_ICONS[Act(act)]) for act in acts]
    if view.row.state in ELSEWHERE and may(actor, "referral.draft_referral"):
        again = Door(
            _("Refer elsewhere"),
            f"{reverse('draft_referral', args=[view.row.case_id])}?lanjutan={view.row.id}",
            "split",
        )
        found.insert(1 if view.row.state == State.MISSED else 0, again)
    if view.row.state == State.DRAFT:
        found.append(Door(_("Change the draft"), reverse("revise_referral", args=[view.row.id]), "pencil"))
    if view.row.state != State.CLOSED:
        consent = reverse("record_referral_consent", args=[view.row.id])
        found.append(Door(_("Ask the client for consent"), consent, "shield-check"))
    if view.readable and may(actor, "referral.issue_referral_letter"):
        letter = reverse("issue_referral_letter", args=[view.row.id])
        found.append(Door(_("Letter of referral"), letter, "mail"))
    return tuple(found)


def menu(found: Sequence[Door]) -> ActMenu | None:
    return ActMenu(_("What else can be done"), tuple(found[1:])) if len(found) > 1 else None


def waiting(view: ReferralView) -> Facts:
    """Who is waited for, who of us asks, until when."""
    row = view.row
    items = [Fact(_("Waited for"), waits_for(row.waits_for)), Fact(_("Who of us asks"), view.owner)]
    if row.due_at:
        items.append(Fact(_("Until"), part=Countdown(row.due_at)))
    if view.appointment_at:
        items.append(Fact(_("Agreed date"), moment(view.appointment_at), note=view.appointment_note))
    if view.queue_until:
        place = _("place %(place)s in the queue") % {"place": view.queue_place} if view.queue_place else ""
        items.append(Fact(_("The agency tells more by"), day(view.queue_until), note=place))
    return Facts(tuple(items))


def agency(view: ReferralView) -> Facts:
    items = [
        Fact(_("Agency"), view.row.agency, url=reverse("desk_agency", args=[view.agency_id])),
        Fact(
            _("Service"),
            view.row.service,
            url=reverse("desk_service", args=[view.service_id]) if view.service_id else "",
        ),
    ]
    for label, other in ((_("Follows"), view.follows), (_("Followed by"), view.followed_by)):
        if other:
            items.append(Fact(label, other[1], url=reverse("referral", args=[other[0]])))
    return Facts(tuple(items))


def door_words(door: DoorPicture | None) -> Badge | None:
    """How it stands with the agency's own way in."""
    if door is None:
        return None
    looks: dict[str, tuple[str, Tone, str]] = {
        "waits": (_("The letter was not opened yet"), "info", "mail"),
        "open": (_("Opened"), "good", "door-open"),
        "dead": (_("The code no longer works"), "warn", "key"),
        "shut": (_("Closed"), "plain", "lock"),
    }
    return Badge(*looks[door.state])


def agency_words(view: ReferralView) -> dict[str, object]:
    """Its own way in, and at the end how the client saw it."""
    return {"door": door_words(view.door), "told_view": client_view(view.client_view)}


@dataclass(frozen=True)
class PacketLine:
    """One kind of data in the preview: what it would say, and what becomes of it."""

    label: str
    lines: tuple[str, ...]
    verdict: Badge
    goes: bool


def packet_lines(preview: PacketPreview, *, asking: bool = False) -> tuple[PacketLine, ...]:
    """The kinds that the agency needs. Before she is asked, the client hears what each would say."""
    said = preview.would if asking else preview.body
    looks: dict[Verdict, tuple[str, Tone, str]] = {
        Verdict.GOES: (_("goes"), "good", "check"),
        Verdict.NOT_ALLOWED: (_("does not go: not asked yet"), "warn", "shield"),
        Verdict.NEVER: (_("never goes: the client is protected"), "bad", "shield-off"),
    }
    found = []
    for line in preview.lines:
        if line.verdict is Verdict.NOT_ASKED:
            continue
        words, tone, icon = looks[line.verdict]
        if line.group in preview.no:
            words, tone, icon = _("does not go: the client said no"), "bad", "ban"
        lines = tuple(said.get(line.group, ()))
        found.append(
            PacketLine(group_label(line.group), lines, Badge(words, tone, icon), line.verdict is Verdict.GOES)
        )
    return tuple(found)


@dataclass(frozen=True)
class GroundCard:
    """One consent or duty, and where it is recorded that the client takes it back."""

    facts: Facts
    withdraw_url: str


def grounds(preview: PacketPreview) -> tuple[GroundCard, ...]:
    """The consents and duties on which something goes."""
    return tuple(
        GroundCard(
            Facts(
                (
                    Fact(_("Given"), short_day(one.since), note=str(GivenHow(one.given_how).label)),
                    Fact(_("Holds for"), preview.row.agency if one.names_agency else _("every agency")),
                    Fact(_("Holds until"), short_day(one.until) if one.until else _("it is withdrawn")),
                    Fact(_("Legal ground"), one.article or str(Basis(one.basis).label)),
                )
            ),
            reverse("withdraw_case_consent", args=[preview.row.case_id, one.id]),
        )
        for one in preview.grounds
    )


def sent_groups(view: ReferralView) -> tuple[tuple[str, Badge], ...]:
    """What went out, and whether it can be read at this moment."""
    yes, no = Badge(_("readable now"), "info", "eye"), Badge(_("not readable"), "plain", "eye-off")
    over = not view.readable
    return tuple(
        (group_label(group), no if over or group not in view.readable_groups else yes)
        for group in view.sent_groups
    )


def table(rows: Sequence[ReferralRow], *, with_client: bool = True) -> DataTable:
    """Referrals in a list, the most overdue first."""
    columns = [
        Column(_("Referral"), main=True),
        *([Column(_("Client"))] if with_client else []),
        Column(_("To")),
        Column(_("State"), corner=True),
        Column(_("Waited for"), plain=True),
        Column(_("Next date"), plain=True),
    ]
    return DataTable(_("Referrals"), tuple(columns), tuple(_row(row, with_client) for row in rows))


def _row(row: ReferralRow, with_client: bool) -> tuple[Cell, ...]:
    cells = [Cell(row.reference, url=reverse("referral", args=[row.id]), note=row.case_reference)]
    if with_client:
        cells.append(Cell(row.client_name))
    return (
        *cells,
        Cell(row.agency, note=row.service),
        Cell(part=state_badge(row.state)),
        Cell(waits_for(row.waits_for)),
        Cell(part=Countdown(row.due_at)) if row.due_at else Cell("–"),
    )


@dataclass(frozen=True)
class BarrierLine:
    """One barrier in a list."""

    label: str
    on: str
    where: str
    rule: str
    words: str
    tried: str
    by: str
    state: Badge
    url: str
    due: Countdown | None


def barriers(rows: Sequence[BarrierRow], kinds: Sequence[BarrierTypeRow]) -> tuple[BarrierLine, ...]:
    language = reading_language()
    names = {one.code: one.label(language) for one in kinds}
    return tuple(
        BarrierLine(
            names.get(one.kind, one.kind), short_day(one.happened_on),
            " · ".join(part for part in (one.agency, one.reference) if part),
            one.rule, one.words, one.tried, _("told by the agency") if one.by_partner else "",
            barrier_badge(one.state), reverse("barrier", args=[one.id]),
            Countdown(one.due_at) if one.due_at else None,
        )
        for one in rows
    )  # fmt: skip


def barrier_badge(state: str) -> Badge:
    looks: dict[str, tuple[Tone, str]] = {
        BarrierState.STANDS: ("warn", "octagon-alert"),
        BarrierState.OVERCOME: ("good", "circle-check"),
        BarrierState.AROUND: ("info", "split"),
        BarrierState.GIVEN_UP: ("plain", "ban"),
    }
    return Badge(str(BarrierState(state).label), *looks[state])


def barrier_facts(view: BarrierView) -> Facts:
    """Where it was met, who noted it, who of us tries until when."""
    row = view.row
    items = [
        Fact(_("State"), part=barrier_badge(row.state)),
        Fact(_("Met on"), day(row.happened_on)),
        Fact(_("Agency"), row.agency),
        Fact(
            _("Referral"),
            row.reference,
            url=reverse("referral", args=[view.referral_id]) if view.referral_id else "",
        ),
        Fact(_("Noted by"), view.noted_by or _("told by the agency"), note=moment(view.noted_at)),
    ]
    if row.due_at:
        items += [Fact(_("Who of us tries"), view.owner), Fact(_("Until"), part=Countdown(row.due_at))]
    return Facts(tuple(items))


@dataclass(frozen=True)
class TryLine:
    """One try in the list."""

    tried: str
    on: str
    by: str
    result: Badge


def tries(view: BarrierView) -> tuple[TryLine, ...]:
    return tuple(
        TryLine(one.tried, short_day(one.tried_on), one.by, barrier_badge(one.result)) for one in view.tries
    )


def client_view(code: str) -> str:
    """How the client saw it."""
    return str(ClientView(code).label) if code else ""


def late_words(rows: Sequence[ReferralRow]) -> str:
    """How many of these are late, as a sentence."""
    late = sum(row.overdue for row in rows)
    return ngettext("%(late)s is overdue", "%(late)s are overdue", late) % {"late": late} if late else ""
