"""The facts about a person that forms and imports bring, tidied and checked in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.registry.choices import Difficulty, FunctionalDomain, Precision, Sex, UnknownIdentity
from simpul.registry.models import Person
from simpul.registry.names import name_faults, tidy, tidy_lines
from simpul.registry.rules import birth_dates
from simpul.registry.rules.birth_dates import UnreadableBirth, birth_fault, read_birth, rounded

REGION = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?")
_SHORT = {"call_name": 60, "title_front": 40, "title_back": 40, "birthplace": 80, "languages": 120}


@dataclass
class Details:
    """What is said about a person; ``birth`` is free text that wins when no exact date is given."""

    full_name: str = ""
    call_name: str = ""
    title_front: str = ""
    title_back: str = ""
    sex: str = ""
    birth: str = ""
    birth_date: date | None = None
    birth_precision: str = Precision.DAY
    birthplace: str = ""
    mother_maiden_name: str = ""
    functional_difficulties: Mapping[str, str] | None = None
    languages: str = ""
    identity_unknown: str = ""
    identity_description: str = ""
    region_code: str = ""
    deceased_on: date | None = None
    faults: list[FieldFault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.full_name = tidy(self.full_name)
        self.mother_maiden_name = tidy(self.mother_maiden_name)
        self.identity_description = tidy_lines(self.identity_description)
        for name, longest in _SHORT.items():
            setattr(self, name, tidy(getattr(self, name)))
            if len(getattr(self, name)) > longest:
                self._fault(name, Text(N_("At most %(count)s letters."), {"count": longest}))
        self._check_name()
        self._check_birth()
        self._check_lists()

    def _fault(self, name: str, text: Text) -> None:
        self.faults.append(FieldFault(name, text))

    def _check_name(self) -> None:
        if not self.full_name and not self.identity_unknown:
            words = N_("Write the name, or say why it is not known. Help never waits for a name.")
            self._fault("full_name", Text(words))
        self.faults += name_faults(self.full_name)
        self.faults += name_faults(self.mother_maiden_name, "mother_maiden_name")
        if self.identity_unknown and self.identity_unknown not in UnknownIdentity.values:
            self._fault("identity_unknown", Text(N_("Choose why the identity is not known.")))
        if self.identity_unknown and not self.full_name and not self.identity_description:
            words = N_("Describe the person in a few words, so that colleagues recognise her or him.")
            self._fault("identity_description", Text(words))

    def _check_birth(self) -> None:
        if self.birth_date is None and self.birth.strip():
            try:
                read = read_birth(self.birth, today=today())
            except UnreadableBirth as unreadable:
                self._fault("birth", unreadable.text)
                return
            self.birth_date, self.birth_precision = read.day, read.precision.value
        if self.birth_date is None:
            return
        if self.birth_precision not in Precision.values:
            self._fault("birth_precision", Text(N_("Choose how exactly the birth date is known.")))
            return
        self.birth_date = rounded(self.birth_date, birth_dates.Precision(self.birth_precision))
        fault = birth_fault(self.birth_date, today=today())
        if fault:
            self._fault("birth", fault)
        if self.deceased_on and not self.birth_date <= self.deceased_on <= today():
            self._fault("deceased_on", Text(N_("The day of death lies before the birth or in the future.")))

    def _check_lists(self) -> None:
        if self.sex and self.sex not in Sex.values:
            self._fault("sex", Text(N_("Choose the sex, or leave it open.")))
        if self.region_code and not REGION.fullmatch(self.region_code):
            self._fault("region_code", Text(N_("Choose the village from the list.")))
        for domain, level in (self.functional_difficulties or {}).items():
            if domain not in FunctionalDomain.values or level not in Difficulty.values:
                self._fault("functional_difficulties", Text(N_("Choose one of the four levels.")))
                break

    def write_on(self, person: Person) -> None:
        """Put the facts on the record, without saving it."""
        for name in (
            "full_name", "call_name", "title_front", "title_back", "sex", "birth_date", "birth_precision",
            "birthplace", "mother_maiden_name", "languages", "identity_unknown", "identity_description",
            "region_code", "deceased_on",
        ):  # fmt: skip
            setattr(person, name, getattr(self, name))
        if self.functional_difficulties is not None:
            person.functional_difficulties = dict(self.functional_difficulties)
