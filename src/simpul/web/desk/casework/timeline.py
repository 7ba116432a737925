"""What happened in a case, told so that client, observer and interpreter are never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simpul.casework.choices import (
    AssessmentKind,
    AssessmentState,
    GivenBy,
    Level,
    PlanState,
    PracticeRole,
    Risk,
    Setting,
    Stage,
)
from simpul.casework.queries.timeline import TimelineEntry
from simpul.kernel.actor import Actor
from simpul.referral.choices import ByWhom, ReferralState
from simpul.safeguards.permissions import may
from simpul.web.ui.addresses import to
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.timeline.props import Entry, Timeline
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.referrals.words import ICONS, TONES, reason_words

LOOK: dict[str, tuple[str, Tone]] = {
    "contact": ("message-square-text", "primary"),
    "stage": ("arrow-right", "plain"),
    "assessment": ("clipboard-list", "primary"),
    "decision": ("split", "primary"),
    "plan": ("target", "primary"),
    "scaling": ("chart-line", "good"),
    "answer": ("message-square-quote", "good"),
    "own_rating": ("chart-line", "good"),
    "risk": ("triangle-alert", "warn"),
    "screen": ("shield-alert", "warn"),
    "safety_plan": ("life-buoy", "warn"),
    "explained": ("life-buoy", "primary"),
    "conference": ("messages-square", "primary"),
    "review": ("calendar-check", "primary"),
    "letter": ("message-square-heart", "good"),
    "closure": ("flag", "plain"),
    "referral": ("send", "primary"),
}

TITLES = {
    "contact": gettext_lazy("Contact"),
    "decision": gettext_lazy("The client decided"),
    "screen": gettext_lazy("Safety screen"),
    "safety_plan": gettext_lazy("Safety plan"),
    "conference": gettext_lazy("Case conference"),
    "review": gettext_lazy("Review"),
    "letter": gettext_lazy("The client wrote"),
    "closure": gettext_lazy("Termination"),
}


def timeline_of(entries: Sequence[TimelineEntry], reader: Actor) -> Timeline:
    """The entries of one page, the newest first."""
    return Timeline(
        tuple(_entry(one, reader) for one in entries),
        empty=_("Nothing has been recorded yet. The first contact opens the history."),
    )


def _entry(one: TimelineEntry, reader: Actor) -> Entry:
    icon, tone = LOOK[one.kind]
    if one.kind == "referral":
        icon, tone = ICONS[one.facts["state"]], TONES[one.facts["state"]]
    url, link_label = _link(one, reader)
    return Entry(
        title=_referral_title(one.facts) if one.kind == "referral" else _title(one.kind, one.facts),
        at=one.at,
        icon=icon,
        tone=tone,
        by=_by(one),
        words=one.client_words,
        observation=one.observation,
        interpretation=one.interpretation,
        text="\n".join(part for part in (reason_words(str(one.facts.get("reason", ""))), one.note) if part),
        tags=_tags(one),
        corrected=bool(one.facts.get("corrects")),
        url=url,
        link_label=link_label,
    )


def _by(one: TimelineEntry) -> str:
    """Who did it; of a referral also from which side."""
    sides = {ByWhom.PARTNER.value: one.facts.get("agency", ""), ByWhom.SYSTEM.value: "Simpul"}
    side = sides.get(one.facts.get("by_whom", ""), "")
    return " · ".join(part for part in (one.facts.get("officer") or one.by_name, side) if part)


def _link(one: TimelineEntry, reader: Actor) -> tuple[str, str]:
    """Where an entry can be read in full, or corrected by who wrote it."""
    if one.kind == "assessment" and may(reader, "casework.assessment_view"):
        return to("assessment", one.id), _("Read the assessment")
    mine = reader.staff_id is not None and one.by_id == reader.staff_id
    if one.kind == "contact" and mine and not one.facts.get("corrected_by"):
        return to("correct_contact", one.id), _("Correct")
    if one.kind == "explained" and one.facts["service"].get("id"):
        return reverse("desk_service", args=[one.facts["service"]["id"]]), _("Open the sheet")
    if one.kind == "referral" and may(reader, "referral.referral_view"):
        return reverse("referral", args=[one.facts["referral_id"]]), one.facts["reference"]
    return "", ""


def _label(choices: Any, code: object) -> str:
    return str(choices(code).label) if code else ""


def _referral_title(facts: Any) -> str:
    said = {"state": _label(ReferralState, facts["state"]), "agency": facts["agency"]}
    return _("Referral to %(agency)s: %(state)s") % said


def _title(kind: str, facts: Any) -> str:
    """What happened, in a few words."""
    if kind == "stage":
        return _("Stage: %(stage)s") % {"stage": _label(Stage, facts["to_stage"])}
    if kind == "assessment":
        return _("Assessment: %(kind)s") % {"kind": _label(AssessmentKind, facts["kind"])}
    if kind in {"plan", "explained"}:
        said = _("Plan, version %(number)s") if kind == "plan" else _("Explained: %(service)s")
        return said % {"number": facts.get("number"), "service": facts.get("service", {}).get("name", "")}
    if kind in {"scaling", "own_rating"}:
        said = _("Goal scored %(score)s") if kind == "scaling" else _("The client rated a goal %(score)s")
        return said % {"score": f"{facts['score']:+d}"}
    if kind == "risk":
        return _("Risk: %(level)s") % {"level": _label(Risk, facts["level"])}
    if kind == "contact" and not facts.get("reached", True):
        return _("Tried to reach the client")
    if kind == "answer":
        return _("The client agreed to the plan") if facts.get("agreed") else _("The client refused the plan")
    return str(TITLES[kind])


def _tags(one: TimelineEntry) -> tuple[Badge, ...]:
    facts = one.facts
    words: list[Badge] = []
    if one.kind == "contact":
        words = [
            Badge(_label(PracticeRole, facts["role"])),
            Badge(_label(Setting, facts["setting"])),
            Badge(_label(Level, facts["level"])),
        ]
        if facts.get("corrected_by"):
            words.append(Badge(_("corrected by a later note"), "warn"))
    elif one.kind == "assessment":
        words = [Badge(_label(AssessmentState, facts["state"]))]
    elif one.kind == "plan":
        words = [Badge(_label(PlanState, facts["state"]))]
    elif one.kind == "answer":
        words = [Badge(_label(GivenBy, facts["how"]))]
    elif one.kind == "decision" and facts.get("differs"):
        words = [Badge(_("differs from the worker's advice"), "info")]
    elif one.kind == "risk" and facts.get("overridden"):
        words = [Badge(_("differs from the suggestion"), "info")]
    return tuple(word for word in words if word.label)
