"""How somebody can be reached, and whether that is safe."""

from __future__ import annotations

import re
import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ContactKind, Safety
from simpul.registry.matching import index_of
from simpul.registry.models import ContactPoint, Person
from simpul.registry.names import tidy, tidy_lines
from simpul.registry.rules.telephones import UnreadableTelephone, normal_telephone
from simpul.safeguards.gate import command, note_in_audit

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@command(on=Person, reach=policies.person_reach)
def record_contact_point(
    actor: Actor,
    person: Person,
    *,
    kind: str,
    value: str,
    safe_to_call: str = Safety.UNKNOWN,
    safe_to_text: str = Safety.UNKNOWN,
    hours: str = "",
    who_may_answer: str = "",
    preferred: bool = False,
) -> uuid.UUID:
    """Record a number or another way, with whether calling and writing are safe, and when."""
    normal, faults = _normal(kind, value)
    if kind not in ContactKind.values:
        faults.append(FieldFault("kind", Text(N_("Choose how the person can be reached."))))
    for name, safety in (("safe_to_call", safe_to_call), ("safe_to_text", safe_to_text)):
        if safety not in Safety.values:
            faults.append(FieldFault(name, Text(N_("Choose whether it is safe."))))
    if len(tidy(hours)) > 80:
        faults.append(FieldFault("hours", Text(N_("At most %(count)s letters."), {"count": 80})))
    if faults:
        raise InvalidInput(faults)
    standing = ContactPoint.objects.filter(person=person, ended_at=None)
    if preferred:
        standing.update(preferred=False)
    contact: ContactPoint = ContactPoint.objects.create(
        person=person,
        kind=kind,
        value=normal,
        value_index=index_of("phone", normal) if kind in {"phone", "whatsapp"} else "",
        safe_to_call=safe_to_call,
        safe_to_text=safe_to_text,
        hours=tidy(hours),
        who_may_answer=tidy_lines(who_may_answer),
        preferred=preferred or not standing.exists(),
        recorded_by=actor.id,
    )
    note_in_audit(kind=kind, safe_to_call=safe_to_call, safe_to_text=safe_to_text)
    return contact.id


def _normal(kind: str, value: str) -> tuple[str, list[FieldFault]]:
    text = tidy(value)
    if not text:
        return "", [FieldFault("value", Text(N_("Write the number or the way to reach the person.")))]
    if kind in {ContactKind.PHONE, ContactKind.WHATSAPP}:
        try:
            return normal_telephone(text), []
        except UnreadableTelephone as unreadable:
            return "", [FieldFault("value", unreadable.text)]
    if kind == ContactKind.EMAIL and not _EMAIL.fullmatch(text):
        return "", [FieldFault("value", Text(N_("Write the address as name@place.id.")))]
    return text, []
