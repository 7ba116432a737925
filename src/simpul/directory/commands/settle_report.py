"""The keeper looks into what was reported."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.choices import ReportOutcome
from simpul.directory.errors import not_in, refuse_faults
from simpul.directory.models import EntryReport
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=EntryReport, reach=policies.report_reach)
def settle_report(actor: Actor, report: EntryReport, *, outcome: str) -> None:
    """Say what came of it. A report is settled once."""
    if report.settled_at is not None:
        raise Refused(Text(N_("Somebody has already looked into this.")))
    refuse_faults([not_in("outcome", [outcome], ReportOutcome.values)])
    report.outcome, report.settled_at, report.settled_by = outcome, now(), actor.id
    report.save()
    note_in_audit(outcome=outcome)
