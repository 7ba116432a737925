"""The client takes a consent back."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor, ActorKind
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.notices.commands.notify import notify
from simpul.registry import policies
from simpul.registry.models import CareTeam, Person
from simpul.safeguards.commands.withdraw_consent import withdraw_consent as end_consent
from simpul.safeguards.gate import command
from simpul.safeguards.models import Basis, Consent


@command(on=Person, reach=policies.person_reach)
def withdraw_consent(actor: Actor, person: Person, *, consent_id: uuid.UUID, reason: str = "") -> uuid.UUID:
    """End one consent of this person; it stands no more from this moment (UU 27/2022 art. 40)."""
    given = (
        Consent.objects.filter(id=consent_id, subject_id=person.id).values_list("basis", flat=True).first()
    )
    if actor.kind is ActorKind.CLIENT and given not in (None, Basis.CONSENT):
        words = N_("This rests on a duty or danger, not on your consent. You can complain about it instead.")
        raise Refused(Text(words))
    done = end_consent(actor, subject_id=person.id, consent_id=consent_id, reason=reason)
    if actor.kind is ActorKind.CLIENT:
        _tell_team(actor, person)
    return done


def _tell_team(actor: Actor, person: Person) -> None:
    """Those who accompany the client learn of it at once; nobody is named."""
    team = CareTeam.objects.filter(person=person, left_at=None).values_list("staff_id", flat=True).distinct()
    title = Text(N_("A client took a consent back: look before you go on"))
    if team:
        url = f"/orang/{person.id}/persetujuan/"
        notify(actor, to=list(team), kind="consent_withdrawn", title=title, url=url)
