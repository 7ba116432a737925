"""What every act on a service's entry looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from simpul.directory.choices import Cost, Paper, ServiceStatus, Sexes
from simpul.directory.errors import missing, not_in, not_regions, refuse_faults
from simpul.directory.models import OfferedTerm, Service
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.reference.queries.taxonomy import taxonomy


@dataclass(frozen=True)
class ServiceFacts:
    """What an entry says about a service, as the form asks for it."""

    name: str
    terms: tuple[str, ...]
    description: str = ""
    status: str = ServiceStatus.ACTIVE.value
    phone: str = ""
    covers: tuple[str, ...] = ()
    comes_home: bool = False
    cost: str = Cost.UNKNOWN.value
    cost_words: str = ""
    age_from: int | None = None
    age_to: int | None = None
    sexes: str = ""
    eligibility: str = ""
    papers: tuple[str, ...] = ()
    rights: str = ""
    steps: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def demand_sound(actor: Actor, facts: ServiceFacts) -> None:
    """Every fault of the entry at once."""
    refuse_faults(
        [
            missing("name", facts.name, Text(N_("Write what the service is called."))),
            *_terms(actor, facts.terms),
            not_in("status", [facts.status], ServiceStatus.values),
            not_in("cost", [facts.cost], Cost.values),
            not_in("sexes", [facts.sexes], Sexes.values),
            not_in("papers", facts.papers, Paper.values),
            not_regions("covers", facts.covers),
            _ages(facts.age_from, facts.age_to),
        ]
    )


def _terms(actor: Actor, codes: Sequence[str]) -> list[FieldFault | None]:
    if not codes:
        return [FieldFault("terms", Text(N_("Choose at least one kind of help, so that it can be found.")))]
    return [not_in("terms", codes, [term.code for term in taxonomy(actor, kind="service")])]


def _ages(low: int | None, high: int | None) -> FieldFault | None:
    if low is None or high is None or low <= high:
        return None
    return FieldFault("age_to", Text(N_("The highest age lies below the lowest. Check both.")))


def write_facts(service: Service, facts: ServiceFacts) -> None:
    """Put the facts into the record (not yet saved)."""
    for name, value in asdict(facts).items():
        if name != "terms":
            setattr(service, name, list(value) if isinstance(value, tuple) else value)
    service.name = facts.name.strip()


def carry_terms(service: Service, codes: Sequence[str]) -> None:
    """The service carries these terms, in this order, and no others."""
    OfferedTerm.objects.filter(service=service).delete()
    OfferedTerm.objects.bulk_create(
        OfferedTerm(service=service, code=code, position=place)
        for place, code in enumerate(dict.fromkeys(codes))
    )
