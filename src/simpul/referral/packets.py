"""What a packet says about the client: from the registry where it knows, else in the worker's words."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.utils import translation
from django.utils.translation import gettext as _

from simpul.kernel.actor import system_actor
from simpul.kernel.clock import today
from simpul.reference.queries.regions import region_labels
from simpul.referral.models import Referral
from simpul.referral.rules.disclosing import TOLD
from simpul.registry.choices import AddressKind, NumberKind, NumberStatus, Safety, ShdkRelation
from simpul.registry.models import Address, ContactPoint, IdentityNumber, Membership, Person
from simpul.registry.rules.birth_dates import age_on

Body = dict[str, list[str]]


def body_of(referral: Referral, groups: Collection[str]) -> Body:
    """The lines of each of these kinds of data, as they stand now. Nothing of any other kind.

    In Indonesian, whoever sends it: it is read at another desk.
    """
    client = referral.case.client
    assert client is not None
    found: Body = {}
    with translation.override("id"):
        for group in groups:
            if group in SAYING:
                found[group] = [line for line in SAYING[group](client) if line]
            elif group in TOLD:
                text = str((referral.told or {}).get(group) or "").strip()
                found[group] = [text] if text else []
    return {group: lines for group, lines in found.items() if lines}


def _years(person: Person) -> str:
    """The age, if it is known."""
    if person.birth_date is None:
        return ""
    return _("%(age)s years") % {"age": age_on(today(), person.birth_date)}


def _identity(person: Person) -> list[str]:
    sex = str(person.get_sex_display()) if person.sex else ""
    return [person.display_name, ", ".join(part for part in (sex, _years(person)) if part)]


def _numbers(person: Person) -> list[str]:
    held = IdentityNumber.objects.filter(person=person, status=NumberStatus.RECORDED).order_by("kind")
    return [f"{NumberKind(one.kind).label}: {one.number}" for one in held if one.number]


def _contact(person: Person) -> list[str]:
    """Only what is safe to call: an agency that rings the wrong telephone may do harm."""
    held = ContactPoint.objects.filter(person=person, ended_at=None, safe_to_call=Safety.SAFE)
    return [
        " · ".join(part for part in (one.value, one.hours, one.who_may_answer) if part)
        for one in held.order_by("-preferred", "recorded_at")
    ]


def _address(person: Person) -> list[str]:
    held = Address.objects.filter(person=person, until=None).exclude(kind=AddressKind.SAFE).order_by("-kind")
    codes = frozenset(one.region_code for one in held if one.region_code)
    places = region_labels(system_actor(), codes=codes) if codes else {}
    lines = []
    for one in held:
        place = places.get(one.region_code)
        parts = (one.street, f"RT {one.rt}" if one.rt else "", f"RW {one.rw}" if one.rw else "")
        lines.append(" ".join(part for part in (*parts, place.label if place else "") if part))
    return lines


def _family(person: Person) -> list[str]:
    """Who lives there, by place in the household and age; other people's names are not hers to give."""
    mine = Membership.objects.filter(person=person, until=None).values("household_id")
    others = Membership.objects.filter(household__in=mine, until=None).exclude(person=person)
    return [
        ", ".join(part for part in (str(ShdkRelation(one.relation).label), _years(one.person)) if part)
        for one in others.select_related("person").order_by("person__birth_date")
    ]


SAYING: dict[str, Callable[[Person], list[str]]] = {
    "identity": _identity,
    "identity_numbers": _numbers,
    "contact": _contact,
    "address": _address,
    "family": _family,
}
