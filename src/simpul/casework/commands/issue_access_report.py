"""Who has looked at the client's file, on paper: her right to know."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from simpul.casework import policies
from simpul.casework.commands._issuing import demand_ready
from simpul.casework.models import Case
from simpul.casework.papers.handing import hand_out
from simpul.casework.papers.sources import Sources
from simpul.documents.choices import Kind
from simpul.documents.kinds import AccessReport
from simpul.documents.kinds import Look as Line
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.registry.queries.lookers import Look, who_has_looked
from simpul.safeguards.gate import command

MOST = 500


@command(on=Case, reach=policies.case_reach)
def issue_access_report(
    actor: Actor,
    case: Case,
    *,
    answers: Mapping[str, object],
    language: str = "id",
    for_client: bool = False,
    veil: bool = False,
) -> uuid.UUID:
    """Print the log of openings as it stands; no consent is asked, because it is owed to her."""
    file = Sources(actor, case, veil)
    demand_ready(file, Kind.ACCESS_REPORT)
    assert case.client_id is not None
    looks = who_has_looked(actor, case.client_id, limit=MOST)
    moment = now()
    paper = AccessReport(
        subject=file.subject,
        worker=file.worker,
        head=file.head,
        since=min((look.first for look in looks), default=case.opened_at),
        until=moment,
        looks=tuple(_line(look) for look in looks),
        contact=str(answers.get("contact") or ""),
    )
    return hand_out(actor, file, paper, language=language, for_client=for_client)


def _line(look: Look) -> Line:
    """One line of the list; somebody who was refused is told too."""
    who: str | Text = look.who
    if look.by_client:
        who = Text(N_("The client herself"))
    elif not look.who:
        who = Text(N_("Somebody who was not logged in"))
    elif look.where:
        who = f"{look.who}, {look.where}"
    return Line(at=look.last, who=who, what=look.what, reason=look.reason, emergency=bool(look.reason))
