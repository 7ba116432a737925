"""A new file for a person, after looking whether there is one already."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date

from simpul.engines.linkage import LikenessLevel
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry.cards import Card, ask_for_review, keep_card, refusing_faults
from simpul.registry.choices import CheckedLevel, Precision, ProposalOrigin
from simpul.registry.details import Details
from simpul.registry.errors import LikelyKnown
from simpul.registry.matching import file_keys
from simpul.registry.models import Alias, Person
from simpul.registry.names import tidy
from simpul.registry.queries.search import Candidates, find_duplicates
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.reach import reaches_place

SHORTEST_REASON = 10


@command()
def register_person(
    actor: Actor,
    *,
    full_name: str = "",
    call_name: str = "",
    title_front: str = "",
    title_back: str = "",
    aliases: tuple[str, ...] = (),
    sex: str = "",
    birth: str = "",
    birth_date: date | None = None,
    birth_precision: str = Precision.DAY,
    birthplace: str = "",
    mother_maiden_name: str = "",
    functional_difficulties: Mapping[str, str] | None = None,
    languages: str = "",
    identity_unknown: str = "",
    identity_description: str = "",
    region_code: str = "",
    nik: str = "",
    nik_absent: str = "",
    nik_document: str = "",
    nik_checked: str = CheckedLevel.TOLD,
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    seen_candidates: str = "",
    distinct_reason: str = "",
) -> uuid.UUID:
    """Make a file. Strong doubles must have been seen and explained; unknown identity never blocks help."""
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
    )
    person = _empty_file(actor, office_id, unit_id)
    details.write_on(person)
    card = Card("nik", nik, nik_absent, nik_document, nik_checked)
    faults = details.faults + refusing_faults(actor, card, person, "nik", "nik_document")
    if faults:
        raise InvalidInput(faults)
    other_names = tuple(name for name in dict.fromkeys(tidy(alias)[:120] for alias in aliases) if name)
    found = _look_first(actor, person, card, other_names, seen_candidates, distinct_reason)
    _write(actor, person, card, other_names)
    _ask_about(actor, person, found, distinct_reason)
    note_in_audit(subjects=[person.id], unknown=bool(identity_unknown), doubles=len(found.rows))
    return person.id


def _empty_file(actor: Actor, office_id: uuid.UUID | None, unit_id: uuid.UUID | None) -> Person:
    office_id = office_id or actor.office_id
    unit_id = unit_id or (actor.unit_id if office_id == actor.office_id else None)
    if not reaches_place(actor, "registry.register_person", office_id=office_id, unit_id=unit_id):
        raise Hidden
    return Person(office_id=office_id, unit_id=unit_id, created_by=actor.id)


def _look_first(
    actor: Actor, person: Person, card: Card, aliases: tuple[str, ...], seen: str, reason: str
) -> Candidates:
    """Ask the matcher once more at the moment of writing: somebody else may have been quicker."""
    found = find_duplicates(
        actor,
        full_name=person.full_name,
        call_name=person.call_name,
        aliases=aliases,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        mother_maiden_name=person.mother_maiden_name,
        region_code=person.region_code,
        nik=card.normal,
    )
    if found.strong and (seen != found.token or len(reason.strip()) < SHORTEST_REASON):
        if seen == found.token:
            words = N_("Say in a sentence why this is another person; a reviewer will read it.")
            raise InvalidInput([FieldFault("distinct_reason", Text(words))])
        raise LikelyKnown(found.rows, found.token)
    return found


def _write(actor: Actor, person: Person, card: Card, aliases: tuple[str, ...]) -> None:
    person.save()
    Alias.objects.bulk_create([Alias(person=person, name=name) for name in aliases])
    keep_card(actor, person, card)
    file_keys(person)


def _ask_about(actor: Actor, person: Person, found: Candidates, reason: str) -> None:
    """Strong doubles that the worker judged to be others go before a reviewer's eyes all the same."""
    for row in found.rows:
        if row.level == LikenessLevel.STRONG or row.same_number:
            kept = Person.objects.get(pk=row.person_id)
            ask_for_review(
                actor.id, kept, person, origin=ProposalOrigin.WORKER, score=row.score, reason=reason.strip()
            )
