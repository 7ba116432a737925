"""A competence certificate, STR or SIPPS runs out: its holder and her supervisor are told in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.notices.commands.notify import notify
from simpul.notices.models import PaperWarned
from simpul.reference.models import PaperWarning
from simpul.reference.models.dated import holding_on
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.models import Credential
from simpul.workforce.queries.staff_names import supervisors_of

KIND = "paper_expires"
MINE = {
    "soon": N_("One of your papers runs out in %(days)s days"),
    "today": N_("One of your papers runs out today"),
    "over": N_("One of your papers has run out"),
}
THEIRS = {
    "soon": N_("A paper of %(name)s runs out in %(days)s days"),
    "today": N_("A paper of %(name)s runs out today"),
    "over": N_("A paper of %(name)s has run out"),
}


@command()
def warn_of_expiring_papers(actor: Actor) -> int:
    """Tell of each paper once at each of the dated intervals. A day that was missed is made good by one
    notice, not by several. Returns how many papers were told of."""
    day, told = today(), 0
    steps = sorted(
        PaperWarning.objects.filter(holding_on(day)).values_list("days_before", flat=True).distinct()
    )
    for paper in _newest(day):
        left = (paper.expires_on - day).days if paper.expires_on else None
        reached = [step for step in steps if left is not None and left <= step]
        done = set(PaperWarned.objects.filter(paper=paper).values_list("days_before", flat=True))
        if left is None or not reached or reached[0] in done:
            continue
        PaperWarned.objects.bulk_create(
            [PaperWarned(paper=paper, days_before=step) for step in reached if step not in done]
        )
        _tell(actor, paper, left)
        told += 1
    note_in_audit(papers=told)
    return told


def _newest(day: date) -> Iterator[Credential]:
    """The newest paper of each kind of everybody in service: a renewed one needs no warning."""
    seen: set[tuple[object, str]] = set()
    for paper in Credential.objects.select_related("staff").order_by("-issued_on", "-id"):
        key = (paper.staff_id, paper.kind)
        if key not in seen and paper.staff.is_active(day):
            seen.add(key)
            yield paper


def _tell(actor: Actor, paper: Credential, left: int) -> None:
    staff = paper.staff
    when = "soon" if left > 0 else "today" if left == 0 else "over"
    facts = {"days": left} if when == "soon" else {}
    notify(actor, to=[staff.id], kind=KIND, title=Text(MINE[when], facts), url="/profil/", mail=True)
    above = set(supervisors_of(actor, unit_id=staff.unit_id, office_id=staff.office_id)) - {staff.id}
    if above:
        title = Text(THEIRS[when], {**facts, "name": staff.full_name})
        notify(actor, to=above, kind=KIND, title=title, url=f"/pegawai/{staff.id}/", mail=True)
