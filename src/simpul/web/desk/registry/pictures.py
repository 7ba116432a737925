"""Puts what the registry answers into the shapes that pages show."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from django.utils.translation import gettext as _

from simpul.casework.choices import Stage
from simpul.casework.queries.caseloads import CaseRow
from simpul.kernel.actor import Actor
from simpul.registry.choices import Difficulty, FunctionalDomain
from simpul.registry.queries.consents import ConsentRow, RefusalRow
from simpul.registry.queries.lookers import Look
from simpul.registry.queries.person_file import Banner, ContactRow, PersonFile
from simpul.registry.queries.search import CandidateRow
from simpul.safeguards.permissions import may
from simpul.web.ui.addresses import to
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.consent_card.props import ConsentCard
from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.identity_banner.props import Fact as BannerFact
from simpul.web.ui.components.identity_banner.props import IdentityBanner
from simpul.web.ui.components.refusal_card.props import RefusalCard
from simpul.web.ui.components.risk_badge.props import RiskBadge
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.formats import count_of, locale_code, month, near_moment, short_day
from simpul.web.ui.language import say


def birth_words(person: Banner) -> str:
    """The birth date as finely as it is known."""
    if person.birth_date is None:
        return ""
    year = str(person.birth_date.year)
    words = {
        "day": short_day(person.birth_date),
        "month": month(person.birth_date),
        "year": year,
        "estimated": _("about %(year)s") % {"year": year},
    }
    return words.get(person.birth_precision, year)


def banner(person: Banner) -> IdentityBanner:
    """Whose file this is, always in sight."""
    facts = []
    if person.birth_date:
        age = _("%(age)s years") % {"age": count_of(person.age)} if person.age is not None else ""
        facts.append(BannerFact(_("Born"), f"{birth_words(person)} ({age})"))
    if person.sex_label:
        facts.append(BannerFact(_("Sex"), person.sex_label))
    if person.place:
        facts.append(BannerFact(_("Lives in"), person.place))
    badges = []
    if person.sealed:
        badges.append(Badge(_("sealed"), "plum", "shield"))
    if person.deceased_on:
        badges.append(Badge(_("died %(day)s") % {"day": short_day(person.deceased_on)}, "plain", "circle"))
    if person.merged_into:
        badges.append(Badge(_("merged into another file"), "warn", "git-merge"))
    if person.erased:
        badges.append(Badge(_("erased"), "warn", "eye-off"))
    if person.identity_unknown:
        badges.append(Badge(_("identity not known"), "warn", "circle-question-mark"))
    return IdentityBanner(
        person.name or person.description or _("Name not known"),
        person.nik or _("no NIK on file"),
        calls=person.call_name,
        facts=tuple(facts),
        badges=tuple(badges),
        alert=_("Look at the safety marks before you call or write.") if person.contact_unsafe else "",
        url=to("person", person.person_id),
    )


def tabs(actor: Actor, person_id: uuid.UUID, current: str) -> Tabs:
    """The parts of a person's file, each with an address of its own."""
    parts = [
        ("person", _("Personal data"), "id-card", "registry.person_file"),
        ("person_family", _("Family"), "users-round", "registry.genogram_of"),
        ("person_consents", _("Consents"), "shield-check", "registry.consents_of"),
        ("who_has_looked", _("Who has looked"), "eye", "registry.who_has_looked"),
        ("invite_to_portal", _("Own page"), "key-round", "registry.invite_to_portal"),
    ]
    return Tabs(
        _("Parts of the file"),
        tuple(
            Tab(label, to(name, person_id), name == current, icon=icon)
            for name, label, icon, act in parts
            if may(actor, act)
        ),
    )


def cases_table(rows: Sequence[CaseRow]) -> DataTable:
    """The person's cases: since when, how great the danger, which stage, with whom."""
    columns = (
        Column(_("Case"), main=True),
        Column(_("Risk"), corner=True),
        Column(_("Stage"), plain=True),
        Column(_("Worker"), plain=True),
        Column(_("Next deadline"), plain=True),
    )
    return DataTable(_("Cases"), columns, tuple(_case_cells(row) for row in rows))


def _case_cells(row: CaseRow) -> tuple[Cell, ...]:
    opened = _("since %(day)s") % {"day": short_day(row.opened_at)}
    if row.closed_at:
        last = Cell(part=Badge(_("closed %(day)s") % {"day": short_day(row.closed_at)}))
    elif row.next_due:
        last = Cell(part=Countdown(row.next_due))
    else:
        last = Cell(part=Badge(_("no date"), "warn"))
    return (
        Cell(row.reference, url=to("case", row.id), note=opened),
        Cell(part=RiskBadge(row.risk)),
        Cell(str(Stage(row.stage).label)),
        Cell(row.worker_name) if row.worker_name else Cell(part=Badge(_("nobody"), "bad")),
        last,
    )


def languages_in_words(codes: str) -> str:
    """Codes as the import and the form keep them, written as names; other words stay as they are."""
    here = Locale(locale_code())
    names = (here.languages.get(code.strip().casefold(), code.strip()) for code in codes.split(","))
    return ", ".join(names)


def facts_of(file: PersonFile) -> Facts:
    """What is known beyond the banner; absent facts say so."""
    rows = [
        Fact(_("Full name"), file.banner.name),
        Fact(_("Other names"), ", ".join(file.aliases)),
        Fact(_("Birthplace"), file.birthplace),
        Fact(_("Mother's maiden name"), file.mother_maiden_name),
        Fact(_("Languages"), languages_in_words(file.languages)),
    ]
    for number in file.numbers:
        shown = number.shown or number.absent_label
        note = " · ".join(part for part in (number.checked_label, *map(say, number.warnings)) if part)
        if number.status == "contested":
            note = f"{note} · {number.status_label}"
        rows.append(Fact(number.kind_label, shown, note=note))
    return Facts(tuple(rows))


def difficulties_of(file: PersonFile) -> Facts:
    """The nine domains that were asked."""
    return Facts(
        tuple(
            Fact(str(FunctionalDomain(domain).label), str(Difficulty(level).label))
            for domain, level in file.difficulties.items()
        )
    )


@dataclass(frozen=True)
class ContactPicture:
    """One way of reaching the person with its marks."""

    row: ContactRow
    marks: tuple[Badge, ...]


_TONES = {
    "safe": ("good", "circle-check"),
    "unsafe": ("bad", "ban"),
    "unknown": ("warn", "circle-question-mark"),
}


def contacts_of(file: PersonFile) -> tuple[ContactPicture, ...]:
    """Contacts, each with whether calling and writing are safe, in words and icon."""
    pictures = []
    for row in file.contacts:
        marks = [Badge(_("preferred"), "info", "star")] if row.preferred else []
        for verb, safety, label in (
            (_("Call"), row.safe_to_call, row.safe_to_call_label),
            (_("Message"), row.safe_to_text, row.safe_to_text_label),
        ):
            tone, icon = _TONES[safety]
            marks.append(Badge(f"{verb}: {label}", tone, icon))  # type: ignore[arg-type]
        pictures.append(ContactPicture(row, tuple(marks)))
    return tuple(pictures)


def consent_cards(
    person_id: uuid.UUID, rows: tuple[ConsentRow, ...], *, may_end: bool
) -> tuple[ConsentCard, ...]:
    """One card a consent; those that stand can be taken back."""
    cards = []
    for row in rows:
        if row.stands:
            state = Badge(_("stands"), "good", "circle-check")
        elif row.withdrawn_at:
            state = Badge(_("taken back %(day)s") % {"day": short_day(row.withdrawn_at)}, "warn", "undo-2")
        else:
            state = Badge(_("over"), "plain", "clock")
        url = to("withdraw_consent", person_id, row.id) if row.stands and may_end else ""
        cards.append(
            ConsentCard(
                purpose=row.purpose_label,
                state=state,
                shared_with=(row.recipient,) if row.recipient else (),
                fields=row.allowed,
                until=row.stands_until.date() if row.stands_until else None,
                given_on=row.stands_from.date(),
                how=", ".join(part for part in (row.how_label, row.witness, row.guardian) if part),
                basis=row.legal_article,
                withdraw_url=url,
            )
        )
    return tuple(cards)


def refusal_cards(rows: tuple[RefusalRow, ...]) -> tuple[RefusalCard, ...]:
    """One card each time that the client said no."""
    return tuple(
        RefusalCard(
            row.purpose_label,
            Badge(_("said no, %(day)s") % {"day": short_day(row.said_at)}, "warn", "hand"),
            words=row.words,
            explained=row.explained,
            said_by=" · ".join(part for part in (row.said_by, row.guardian) if part),
            asked_by=row.asked_by,
            recipient=row.recipient,
        )
        for row in rows
    )


def looks_table(looks: tuple[Look, ...]) -> DataTable:
    """Who has looked, in plain words."""
    rows = []
    for look in looks:
        who = _("The client") if look.by_client else look.who or _("Somebody who is no longer in service")
        what = say(look.what)
        if look.refused:
            what = _("%(what)s: was refused") % {"what": what}
        if look.times > 1:
            what = _("%(what)s (%(times)s times that day)") % {"what": what, "times": look.times}
        rows.append(
            (
                Cell(near_moment(look.last)),
                Cell(who, note=look.where),
                Cell(what, note=look.reason, tone="warn" if look.refused or look.reason else ""),
            )
        )
    columns = (
        Column(_("When"), plain=True),
        Column(_("Who"), main=True),
        Column(_("What"), plain=True),
    )
    return DataTable(_("Who has looked at this file"), columns, tuple(rows))


@dataclass(frozen=True)
class CandidatePicture:
    """A thin row with its reasons in words and what can be done."""

    row: CandidateRow
    title: str
    note: str
    why: str
    against: str
    badge: Badge | None
    url: str
    office: str


def candidates(
    rows: tuple[CandidateRow, ...], offices: dict[uuid.UUID, str], actor: Actor
) -> tuple[CandidatePicture, ...]:
    """Search results and likely doubles."""
    pictures = []
    for row in rows:
        levels = {"strong": Badge(_("very like"), "warn"), "possible": Badge(_("perhaps the same"), "info")}
        url = to("person", row.person_id) if row.may_open else ""
        if not url and may(actor, "registry.break_glass"):
            url = ""
        pictures.append(
            CandidatePicture(
                row=row,
                title=row.name or _("Name not known"),
                note=", ".join(part for part in (str(row.birth_year or ""), row.village) if part),
                why=", ".join(say(reason) for reason in row.agreements),
                against=", ".join(say(reason) for reason in row.contradictions),
                badge=levels.get(row.level),
                url=url,
                office=offices.get(row.office_id, "") if row.office_id else "",
            )
        )
    return tuple(pictures)
