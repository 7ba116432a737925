"""What the queries found, laid out as tables and facts."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.kernel.actor import PUBLIC_ID, SYSTEM_ID
from simpul.reference.queries.regions import RegionRow
from simpul.safeguards.queries.audit_trail import TrailRow
from simpul.safeguards.words import words_for
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import day, moment, short_day, short_moment
from simpul.web.ui.language import say
from simpul.workforce.choices import GrantableRole
from simpul.workforce.queries.office_tree import OfficeCard, OfficeNode, UnitRow
from simpul.workforce.queries.pending_grants import ApartRow
from simpul.workforce.queries.staff_list import AwayRow, StaffRow
from simpul.workforce.queries.staff_names import StaffName
from simpul.workforce.queries.staff_profile import PaperRow, StaffProfile
from simpul.workforce.rows import GrantRow


def role_label(role: str) -> str:
    return str(dict(GrantableRole.choices).get(role, role))


def region_name(regions: Mapping[str, RegionRow], code: str) -> str:
    """The region in words; its code only where the table of regions does not know it."""
    return regions[code].label if code in regions else code


def offices(tree: Sequence[OfficeNode], regions: Mapping[str, RegionRow]) -> DataTable:
    """Every office below the one that it belongs to."""
    names: dict[uuid.UUID | None, str] = {node.id: node.name for node in tree}
    rows = tuple(
        (
            Cell(
                node.name,
                reverse("desk_office", args=[node.id]),
                note=node.kind_label,
                depth=node.depth,
                below=names.get(node.parent_id, "") if node.depth else "",
            ),
            Cell(node.code),
            Cell(region_name(regions, node.region_code)),
            Cell(", ".join(unit.name for unit in node.units)),
            Cell(str(node.staff)),
        )
        for node in tree
    )
    columns = (
        Column(_("Office"), main=True),
        Column(_("Code")),
        Column(_("Region")),
        Column(_("Teams")),
        Column(_("Staff"), end=True),
    )
    empty = EmptyState(
        _("No office yet"), _("Open the first office; teams and people come after it."), "building-2"
    )
    return DataTable(_("Offices"), columns, rows, empty=empty)


def office_facts(card: OfficeCard, regions: Mapping[str, RegionRow]) -> Facts:
    return Facts(
        (
            Fact(_("Kind"), card.kind_label),
            Fact(_("Code"), card.code, note=_("stands in letter numbers")),
            Fact(_("Region"), region_name(regions, card.region_code), note=card.region_code),
            Fact(_("Address"), " ".join(part for part in (card.address, card.city, card.postcode) if part)),
            Fact(_("Phone"), card.phone),
            Fact(_("E-mail"), card.email),
            Fact(
                _("Letterhead"),
                " / ".join(part for part in (card.letterhead_over, card.letterhead_name) if part),
            ),
        )
    )


def units(rows: Iterable[UnitRow], *, plan_at: uuid.UUID | None = None) -> DataTable:
    lines = tuple(
        (
            Cell(unit.name),
            Cell(part=Badge(unit.kind_label, "plum" if unit.kind == "protection" else "plain")),
            Cell(str(unit.staff)),
            Cell(
                str(unit.planned) if unit.planned else "-",
                reverse("plan_post", args=[plan_at, unit.id]) if plan_at else "",
            ),
        )
        for unit in rows
    )
    columns = (
        Column(_("Team"), main=True),
        Column(_("Kind")),
        Column(_("In service"), end=True),
        Column(_("Planned"), end=True),
    )
    empty = EmptyState(_("No team yet"), _("Form a team, then enter the people in it."), "users-round")
    return DataTable(_("Teams"), columns, lines, empty=empty)


def people(rows: Iterable[StaffRow]) -> DataTable:
    lines = tuple(
        (
            Cell(row.name, reverse("desk_person", args=[row.id]), note=_away(row)),
            Cell(row.unit or "-", note=row.office),
            Cell(", ".join(role_label(role) for role in row.roles) or _("no role")),
            Cell(part=_account(row.has_account, row.account_open)),
        )
        for row in rows
    )
    columns = (
        Column(_("Name"), main=True),
        Column(_("Team"), plain=True),
        Column(_("Roles"), plain=True),
        Column(_("Account"), corner=True),
    )
    empty = EmptyState(_("Nobody found"), _("Try another part of the name, or the whole NIP."), "users-round")
    return DataTable(_("Staff"), columns, lines, empty=empty)


def _away(row: StaffRow) -> str:
    return _("away until %(day)s") % {"day": short_day(row.away_until)} if row.away_until else ""


def _account(has: bool, is_open: bool) -> Badge:
    if not has:
        return Badge(_("none"), "plain")
    return Badge(_("open"), "good", "circle-check") if is_open else Badge(_("closed"), "bad", "lock")


def staff_facts(profile: StaffProfile) -> Facts:
    until = _("until %(day)s") % {"day": day(profile.active_until)} if profile.active_until else ""
    items = (
        Fact(_("Office"), profile.office, url=reverse("desk_office", args=[profile.office_id])),
        Fact(_("Team"), profile.unit, note=profile.post),
        Fact(_("NIP"), profile.nip),
        Fact(_("Phone"), profile.phone),
        Fact(_("E-mail"), profile.email),
        Fact(_("In service since"), str(day(profile.active_from)), note=until),
        Fact(_("Account"), part=_account(profile.has_account, profile.account_open)),
        Fact(_("Last login"), str(moment(profile.last_login)) if profile.last_login else _("never")),
    )
    return Facts(items)


_PAPER: Mapping[str, tuple[Tone, str]] = {
    "valid": ("good", "badge-check"),
    "soon": ("warn", "hourglass"),
    "expired": ("bad", "circle-alert"),
}


def papers(rows: Iterable[PaperRow], *, with_names: bool = False) -> DataTable:
    words = {"valid": _("valid"), "soon": _("ends soon"), "expired": _("ended")}
    lines = tuple(
        (
            Cell(row.name if with_names else row.kind_label, _paper_url(row, with_names)),
            Cell(row.number, note=row.kind_label if with_names else row.issuer),
            Cell(str(short_day(row.expires_on)) if row.expires_on else _("no end")),
            Cell(part=Badge(words[row.standing.value], *_PAPER[row.standing.value])),
        )
        for row in rows
    )
    first = _("Name") if with_names else _("Paper")
    columns = (
        Column(first, main=True),
        Column(_("Number")),
        Column(_("Valid until")),
        Column(_("State"), corner=True),
    )
    return DataTable(_("Papers of the profession"), columns, lines)


def _paper_url(row: PaperRow, with_names: bool) -> str:
    return reverse("desk_person", args=[row.staff_id]) if with_names else ""


_STATES: Mapping[str, Tone] = {"in_force": "good", "proposed": "warn", "future": "info", "expired": "plain"}


def grants(rows: Iterable[GrantRow]) -> DataTable:
    words = {
        "in_force": _("in force"),
        "proposed": _("waits for a second person"),
        "future": _("to come"),
        "expired": _("ended"),
    }
    lines = tuple(
        (
            Cell(row.role_label, note=", ".join(part for part in (row.scope_label, row.place) if part)),
            Cell(str(short_day(row.expires)) if row.expires else _("no end")),
            Cell(row.granted_by_name or _("the set-up"), note=row.confirmed_by_name),
            Cell(part=Badge(words.get(row.state, row.state), _STATES.get(row.state, "plain"))),
        )
        for row in rows
    )
    columns = (
        Column(_("Role"), main=True),
        Column(_("Until")),
        Column(_("Given and confirmed by")),
        Column(_("State")),
    )
    empty = EmptyState(_("No role yet"), _("Without a role nothing opens. Propose one."), "shield")
    return DataTable(_("Roles"), columns, lines, empty=empty)


def apart(rows: Iterable[ApartRow]) -> DataTable:
    """Each role with all that it must not meet for the same reason."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        grouped.setdefault((role_label(row.one), say(row.why)), []).append(role_label(row.other))
    lines = tuple((Cell(one), Cell(", ".join(others)), Cell(why)) for (one, why), others in grouped.items())
    columns = (Column(_("Role"), main=True), Column(_("never with")), Column(_("Why")))
    return DataTable(_("Roles that stay apart"), columns, lines)


def away(rows: Iterable[AwayRow]) -> DataTable:
    lines = tuple(
        (
            Cell(row.name, reverse("desk_person", args=[row.staff_id])),
            Cell(row.kind_label),
            Cell(f"{short_day(row.starts_on)} - {short_day(row.ends_on)}"),
            Cell(", ".join(row.covered_by) or _("nobody yet"), tone="" if row.covered_by else "warn"),
        )
        for row in rows
    )
    columns = (Column(_("Who"), main=True), Column(_("Kind")), Column(_("When")), Column(_("Stands in")))
    empty = EmptyState(
        _("Nobody is away"), _("Absences within your reach will stand here."), "calendar-check"
    )
    return DataTable(_("Absences"), columns, lines, empty=empty)


def trail(rows: Iterable[TrailRow], names: Mapping[uuid.UUID, StaffName]) -> DataTable:
    tones: Mapping[str, Tone] = {"refused": "warn", "hidden": "warn", "done": "good"}
    words = {"done": _("done"), "read": _("read"), "refused": _("refused"), "hidden": _("out of reach")}
    house = {SYSTEM_ID: _("Simpul itself"), PUBLIC_ID: _("the public")}
    lines = tuple(
        (
            Cell(str(row.seq)),
            Cell(str(short_moment(row.at)).replace(" ", "\N{NO-BREAK SPACE}")),
            Cell(
                names[row.actor_id].name
                if row.actor_id in names
                else house.get(row.actor_id, str(row.actor_id)[:8])
            ),
            Cell(
                _(words_for(row.act, row.outcome)),
                note=f"{row.act} {row.record_kind} {row.record_id[:8]}".strip(),
            ),
            Cell(part=Badge(words.get(row.outcome, row.outcome), tones.get(row.outcome, "plain"))),
        )
        for row in rows
    )
    columns = (
        Column(_("Line"), main=True),
        Column(_("When")),
        Column(_("Who")),
        Column(_("Act")),
        Column(_("Outcome")),
    )
    empty = EmptyState(_("No line"), _("Choose another act, or leave the choice empty."), "file-search")
    return DataTable(_("Log"), columns, lines, empty=empty)
