"""What is recorded about a person is put right, by somebody who saw the latest version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict, InvalidInput
from simpul.registry import policies
from simpul.registry.details import Details
from simpul.registry.matching import file_keys
from simpul.registry.models import Alias, Person
from simpul.registry.names import tidy
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def correct_person(
    actor: Actor,
    person: Person,
    *,
    version: int | None,
    full_name: str = "",
    call_name: str = "",
    title_front: str = "",
    title_back: str = "",
    aliases: tuple[str, ...] = (),
    sex: str = "",
    birth: str = "",
    birth_date: date | None = None,
    birth_precision: str = "day",
    birthplace: str = "",
    mother_maiden_name: str = "",
    functional_difficulties: Mapping[str, str] | None = None,
    languages: str = "",
    identity_unknown: str = "",
    identity_description: str = "",
    region_code: str = "",
    deceased_on: date | None = None,
) -> None:
    """Replace the facts about a person as a whole. The loser of a race sees both texts."""
    if version != person.version:
        raise Conflict
    details = Details(
        full_name=full_name,
        call_name=call_name,
        title_front=title_front,
        title_back=title_back,
        sex=sex,
        birth=birth,
        birth_date=birth_date,
        birth_precision=birth_precision,
        birthplace=birthplace,
        mother_maiden_name=mother_maiden_name,
        functional_difficulties=functional_difficulties,
        languages=languages,
        identity_unknown=identity_unknown,
        identity_description=identity_description,
        region_code=region_code,
        deceased_on=deceased_on,
    )
    if details.faults:
        raise InvalidInput(details.faults)
    changed = _changed(person, details)
    details.write_on(person)
    person.version += 1
    person.save()
    _replace_aliases(person, aliases)
    file_keys(person)
    note_in_audit(changed=changed)


def _changed(person: Person, details: Details) -> list[str]:
    """Which fields differ, by name alone: the log holds no content."""
    names = ("full_name", "sex", "birth_date", "birth_precision", "region_code", "deceased_on", "birthplace")
    return [name for name in names if getattr(person, name) != getattr(details, name)]


def _replace_aliases(person: Person, aliases: tuple[str, ...]) -> None:
    wanted = {name for name in (tidy(alias)[:120] for alias in aliases) if name}
    held = Alias.objects.filter(person=person)
    held.exclude(name__in=wanted).delete()
    known = set(held.values_list("name", flat=True))
    Alias.objects.bulk_create([Alias(person=person, name=name) for name in sorted(wanted - known)])
