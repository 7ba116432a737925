"""Puts a case's file into the shapes that its page shows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simpul.casework.choices import AssessmentKind, AssessmentState, Channel, Setting, Source, Stage, TeamRole
from simpul.casework.queries.case_file import CaseFile
from simpul.casework.queries.caseloads import WorkerLoad
from simpul.instruments.queries.catalogue import InstrumentRow
from simpul.kernel.actor import Actor
from simpul.safeguards.consent import Basis, GivenHow, Purpose, SaidBy
from simpul.safeguards.permissions import may
from simpul.web.ui.addresses import to
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.consent_card.props import ConsentCard
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.goal_scale.props import GoalScale, Score
from simpul.web.ui.components.identity_banner.props import Fact as BannerFact
from simpul.web.ui.components.identity_banner.props import IdentityBanner
from simpul.web.ui.components.pagination.props import Pagination
from simpul.web.ui.components.refusal_card.props import RefusalCard
from simpul.web.ui.components.risk_badge.props import RiskBadge
from simpul.web.ui.components.stepper.props import Missing, Stepper
from simpul.web.ui.components.stepper.props import Stage as Step
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import short_day
from simpul.web.ui.language import reading_language, say
from simpul.workforce.queries.staff_names import StaffName


def act_url(act: str, *args: uuid.UUID) -> str:
    """The page of an act: it bears the act's own name. Empty while no page exists for it."""
    try:
        return to(act.rsplit(".", 1)[-1], *args)
    except NoReverseMatch:
        return ""


ENDED = ("aftercare", "closed")


def banner(file: CaseFile) -> IdentityBanner:
    """Whose file this is, always in sight."""
    row = file.row
    facts = [BannerFact(_("Setting"), str(Setting(row.setting).label))]
    if row.worker_name:
        facts.append(BannerFact(_("Case worker"), row.worker_name))
    consented = any(one.purpose == Purpose.CASEWORK for one in file.consents)  # others open nothing here
    ended = (Badge(_("closed"), "plain", "lock"),) if row.stage in ENDED else ()
    stands, lacks = (
        Badge(_("consent stands"), "good", "shield-check"),
        Badge(_("no consent yet"), "warn", "shield"),
    )
    return IdentityBanner(
        row.client_name or _("Client not yet known"),
        row.reference,
        facts=tuple(facts),
        badges=(*ended, stands if consented else _said_no(file) or lacks),
        risk=RiskBadge(row.risk, long=True),
        url=to("person", row.client_id) if row.client_id and act_url("person", row.client_id) else "",
    )


def _said_no(file: CaseFile) -> Badge | None:
    """Her no to being accompanied, with its day."""
    no = next((one for one in file.refusals if one.purpose == Purpose.CASEWORK), None)
    return no_badge(no.said_at) if no else None


def no_badge(said_at: datetime) -> Badge:
    """That the client said no, with its day."""
    return Badge(_("said no, %(day)s") % {"day": short_day(said_at)}, "warn", "hand")


def refusals(file: CaseFile) -> tuple[RefusalCard, ...]:
    """To what the client said no, and where to ask again."""
    again = act_url("record_case_consent", file.row.id)
    return tuple(
        RefusalCard(
            str(Purpose(one.purpose).label),
            no_badge(one.said_at),
            words=one.words,
            said_by=str(SaidBy(one.said_by).label),
            recipient=one.recipient,
            again_url=f"{again}?untuk={one.purpose}",
        )
        for one in file.refusals
    )


def stepper(file: CaseFile) -> Stepper:
    """Where the case stands, and what the next stage still waits for, each with its page."""
    progress, case_id = file.progress, file.row.id
    steps = tuple(
        Step(str(Stage(one.stage).label), cast(Any, one.state), short_day(one.since) if one.since else "")
        for one in progress.steps
    )
    following = str(Stage(progress.forward[0]).label) if progress.forward else ""
    ready = act_url("advance_stage", case_id) if progress.ready else ""
    return Stepper(steps, missing(file), next_label=following, next_url=ready)


def missing(file: CaseFile) -> tuple[Missing, ...]:
    """What the next stage still waits for, each with the page where it can be done."""
    return tuple(Missing(say(one.text), missing_url(file, one.act)) for one in file.progress.missing)


def missing_url(file: CaseFile, act: str) -> str:
    """Where something missing is done: the act's own page, or the one that leads to its record."""
    gathered = {
        "scale_goal": "case_plan",
        "hold_conference": "case_conference",
        "record_aftercare": "case_aftercare",
    }
    return act_url(gathered.get(act, act), file.row.id)


def goals(file: CaseFile) -> tuple[GoalScale, ...]:
    """The goals of the plan in force, in the client's own words."""
    if file.plan is None:
        return ()
    return tuple(
        GoalScale(
            goal.client_words,
            tuple(Score(one.on, one.score) for one in goal.scores),
            indicator=goal.measure,
            url=act_url("scale_goal", file.row.id, goal.id),
            own=tuple(Score(one.on, one.score) for one in goal.own_scores),
        )
        for goal in file.plan.goals
    )


def consents(file: CaseFile) -> tuple[ConsentCard, ...]:
    """What the client allows at this moment."""
    return tuple(
        ConsentCard(
            str(Purpose(one.purpose).label),
            Badge(_("stands"), "good", "check"),
            until=one.stands_until.date() if one.stands_until else None,
            given_on=one.stands_from.date(),
            how=str(GivenHow(one.given_how).label),
            basis=one.legal_article or ("" if one.basis == "consent" else str(Basis(one.basis).label)),
            withdraw_url=act_url("withdraw_case_consent", file.row.id, one.id),
        )
        for one in file.consents
    )


def facts(file: CaseFile) -> Facts:
    """How the person came to us."""
    told = [
        Fact(_("Came to us"), str(Channel(file.channel).label)),
        Fact(_("Told by"), str(Source(file.source).label) if file.source else ""),
        Fact(_("Opened"), short_day(file.row.opened_at)),
        Fact(_("Last contact"), short_day(file.row.last_contact) if file.row.last_contact else _("none yet")),
    ]
    if file.row.reopened:
        told.append(Fact(_("Reopened"), str(file.row.reopened)))
    return Facts(tuple(told))


def team(file: CaseFile) -> Facts:
    """Who answers for the case."""
    return Facts(
        tuple(Fact(str(TeamRole(one.role).label), one.name, note=short_day(one.since)) for one in file.team)
    )


@dataclass(frozen=True)
class WorkerChoice:
    """Somebody who could answer for the case, with how much he carries already."""

    staff_id: str
    name: str
    unit: str
    share: int
    load: Badge
    words: str


def workers(people: Sequence[StaffName], loads: Sequence[WorkerLoad]) -> tuple[WorkerChoice, ...]:
    """Colleagues with room first."""
    held = {load.staff_id: load for load in loads}
    tones: dict[str, Tone] = {"room": "good", "busy": "plain", "strained": "warn", "overloaded": "bad"}
    names = {
        "room": _("has room"),
        "busy": _("busy"),
        "strained": _("strained"),
        "overloaded": _("overloaded"),
    }
    found = []
    for one in people:
        load = held.get(one.staff_id)
        level = str(load.level) if load else "room"
        words = ngettext("%(count)s case", "%(count)s cases", load.cases if load else 0)
        found.append(
            WorkerChoice(
                str(one.staff_id),
                one.titled,
                one.unit,
                load.share if load else 0,
                Badge(names.get(level, level), tones.get(level, "plain")),
                words % {"count": load.cases if load else 0},
            )
        )
    return tuple(sorted(found, key=lambda one: (one.share, one.name)))


ONLY_THEN = frozenset({"case_aftercare", "reopen_case"})
AFTER_THE_END = ONLY_THEN | {"record_contact", "case_plan", "case_documents", "case_referrals"}


@dataclass(frozen=True)
class ActLink:
    """Something that can be done with this case now."""

    label: str
    url: str
    icon: str


def acts(actor: Actor, file: CaseFile) -> tuple[ActLink, ...]:
    """The acts that this actor may do and that have a page; the gate decides again when he does."""
    offered = (
        ("record_contact", _("Record a contact"), "pen-line"),
        ("screen_safety", _("Screen safety"), "shield-alert"),
        ("rate_risk", _("Rate the risk"), "triangle-alert"),
        ("write_safety_plan", _("Safety plan"), "life-buoy"),
        ("start_assessment", _("Assessment"), "clipboard-list"),
        ("offer_options", _("Options and decision"), "split"),
        ("explain_service", _("Explain a service"), "life-buoy"),
        ("case_plan", _("Plan"), "target"),
        ("case_conference", _("Case conference"), "messages-square"),
        ("case_referrals", _("Referrals"), "send"),
        ("note_barrier", _("Note a barrier"), "octagon-alert"),
        ("assign_worker", _("Assign a worker"), "user-check"),
        ("case_documents", _("Documents"), "files"),
        ("review_case", _("Review"), "calendar-check"),
        ("hand_over_case", _("Hand over"), "handshake"),
        ("close_case", _("Close the case"), "flag"),
        ("case_aftercare", _("Aftercare"), "sprout"),
        ("reopen_case", _("Reopen the case"), "folder-open"),
    )
    ended = file.row.closed_at is not None
    found = []
    for act, label, icon in offered:
        url = act_url(act, file.row.id) if (act in AFTER_THE_END if ended else act not in ONLY_THEN) else ""
        if url and (
            act.startswith("case_") or may(actor, f"casework.{act}") or may(actor, f"referral.{act}")
        ):
            found.append(ActLink(label, url, icon))
    return tuple(found)


@dataclass(frozen=True)
class AssessmentLine:
    """One assessment in the list."""

    label: str
    state: Badge
    on: str
    url: str
    used: str = ""


def assessment_state(state: str) -> Badge:
    """Whether it is in work, waits, or was confirmed."""
    tones: dict[str, Tone] = {"draft": "plain", "submitted": "warn", "confirmed": "good"}
    return Badge(str(AssessmentState(state).label), tones[state])


def form_name(card: InstrumentRow) -> str:
    """The form and the version used, and whose it is."""
    title = card.title.say(reading_language())
    name = _("Form: %(title)s, version %(version)s (%(whose)s)")
    return name % {"title": title, "version": card.version, "whose": card.office or _("built in")}


def assessments(
    file: CaseFile, used: Mapping[uuid.UUID, InstrumentRow] | None = None
) -> tuple[AssessmentLine, ...]:
    """The assessments of the case, the newest first, each with the form that was used."""
    cards = used or {}
    return tuple(
        AssessmentLine(
            str(AssessmentKind(one.kind).label),
            assessment_state(one.state),
            short_day(one.at),
            act_url("assessment", one.id),
            form_name(card) if (card := cards.get(one.instrument_version_id or one.id)) else "",
        )
        for one in file.assessments
    )


def pages(page: int, *, more: bool, shown: int) -> Pagination | None:
    """Where one is in a list whose end is not counted (counting a nation's cases on every page is waste)."""
    if page == 1 and not more:
        return None
    first = (page - 1) * 25 + 1
    last = first + max(shown - 1, 0)
    return Pagination(page, page + (1 if more else 0), last + (1 if more else 0), first, last, form="filter")


def shown(actor: Actor, file: CaseFile) -> dict[str, Any]:
    """The parts of the case page that come from its file, and where they lead."""
    case_id, client_id = file.row.id, file.row.client_id
    looked = client_id is not None and may(actor, "registry.who_has_looked")
    unknown = client_id is None and may(actor, "casework.identify_client")
    return {
        "file": file,
        "banner": banner(file),
        "stepper": stepper(file),
        "goals": goals(file),
        "consents": consents(file),
        "refusals": refusals(file),
        "said_no": _said_no(file),
        "facts": facts(file),
        "team": team(file),
        "assessments": assessments(file),
        "looked_url": act_url("who_has_looked", client_id) if client_id and looked else "",
        "documents_url": act_url("case_documents", case_id),
        "identify_url": act_url("identify_client", case_id) if unknown else "",
        "consent_url": act_url("record_case_consent", case_id),
    }
