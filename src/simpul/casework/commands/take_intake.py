"""Somebody comes with a difficulty: safety first, then who, what and how; never blocked by a missing name."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from simpul.casework import duties, people
from simpul.casework.choices import (
    Channel,
    Level,
    Setting,
    Source,
    Stage,
    TeamRole,
    UnknownBecause,
)
from simpul.casework.commands._client import demand_client
from simpul.casework.commands._course import move
from simpul.casework.commands._screen import check_screen
from simpul.casework.commands._team import put_on_team
from simpul.casework.consenting import ConsentGiven, keep_consent
from simpul.casework.errors import Faults
from simpul.casework.models import Case, RiskRating, SafetyScreen
from simpul.casework.rules.risk import SCREEN, suggested
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference


def _place(
    *, office_id: uuid.UUID, unit_id: uuid.UUID | None = None, region_code: str = "", **_: Any
) -> dict[str, Any]:
    return {"office_id": office_id, "unit_id": unit_id, "area": region_code}


def _check(
    actor: Actor,
    *,
    channel: str,
    source: str,
    setting: str,
    level: str,
    presenting_words: str,
    screen: Mapping[str, str],
    client_id: uuid.UUID | None,
    unknown_because: str,
) -> None:
    faults = Faults()
    faults.one_of(Channel, channel=channel)
    faults.one_of(Source, source=source)
    faults.one_of(Setting, setting=setting)
    faults.one_of(Level, level=level)
    faults.need(presenting_words=presenting_words)
    check_screen(faults, screen)
    if client_id is None and unknown_because not in UnknownBecause.values:
        faults.add("unknown_because", N_("Choose the client, or say why it is not known who she is."))
    if client_id is not None and unknown_because:
        faults.add("unknown_because", N_("Leave this empty: the client is known."))
    faults.settle()
    demand_client(actor, "casework.take_intake", client_id)


@command(within=_place)
def take_intake(
    actor: Actor,
    *,
    office_id: uuid.UUID,
    channel: str,
    source: str,
    setting: str,
    presenting_words: str,
    screen: Mapping[str, str],
    level: str = Level.MICRO,
    unit_id: uuid.UUID | None = None,
    region_code: str = "",
    reporter: str = "",
    client_id: uuid.UUID | None = None,
    unknown_because: str = "",
    unknown_note: str = "",
    screen_words: str = "",
    consent: ConsentGiven | None = None,
    worker_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Open a case from a first contact. ``worker_id`` empty: the unit is asked to assign somebody."""
    _check(
        actor, channel=channel, source=source, setting=setting, level=level,
        presenting_words=presenting_words, screen=screen, client_id=client_id,
        unknown_because=unknown_because,
    )  # fmt: skip
    moment, risk = now(), suggested(screen).value
    due_at = due_for(risk, moment)
    case: Case = Case.objects.create(
        reference=next_reference("KS"), client_id=client_id, unknown_because=unknown_because,
        unknown_note=unknown_note, office_id=office_id, unit_id=unit_id, region_code=region_code,
        setting=setting, level=level, channel=channel, source=source, reporter=reporter,
        presenting_words=presenting_words, risk=risk, opened_at=moment, stage_since=moment,
        opened_by=people.author(actor), next_due=due_at,
    )  # fmt: skip
    by_id = people.author(actor)
    answers = {code: screen[code] for code in SCREEN}
    kept = {"case": case, "by_id": by_id, "suggested": risk}
    SafetyScreen.objects.create(answers=answers, words=screen_words, **kept)
    RiskRating.objects.create(level=risk, due_at=due_at, **kept)
    if consent is not None and client_id is not None:
        keep_consent(actor, client_id, consent)
    move(actor, case, Stage.INTAKE, "forward")
    if worker_id is not None:
        put_on_team(actor, case, worker_id, TeamRole.PRIMARY)
    else:
        duties.ask_above(actor, case, "assign_case", due_at=due_at, urgency=_urgency(risk))
    duties.ask_for(actor, case, "contact_client", due_at=due_at, staff_id=worker_id, urgency=_urgency(risk))
    note_in_audit(
        subjects=case.audit_subjects(), record=("casework.case", str(case.id)), channel=channel, risk=risk
    )
    return case.id


def _urgency(risk: str) -> str:
    return duties.URGENCY.get(risk, "normal")
