"""What the generator hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Village:
    """A village with the names above it; ``weight`` is how many people live there."""

    code: str
    name: str
    district: str
    regency: str
    province: str
    lat: float | None
    lng: float | None
    weight: int
    urban: bool

    @property
    def district_digits(self) -> str:
        """The six digits with which identity numbers of this district begin."""
        return self.code[:8].replace(".", "")


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A functional difficulty: domain and level 2 (some), 3 (a lot) or 4 (cannot at all)."""

    domain: str
    level: int


@dataclass(frozen=True, slots=True)
class Member:
    """A person as an office would have written him down, faults included.

    ``truth`` numbers the human being: two members with one truth are a double. ``copy`` marks the second.
    """

    truth: int
    copy: bool
    full_name: str
    call_name: str
    front_title: str
    back_title: str
    sex: str
    birth_date: date
    birth_year_only: bool
    birth_place: str
    nik: str
    nik_absent: str
    relation: str
    marital: str
    religion: str
    education: str
    occupation: str
    mother_name: str
    father_name: str
    difficulties: tuple[Difficulty, ...]
    pregnant: bool


@dataclass(frozen=True, slots=True)
class Household:
    """A family card's people at one address. ``expenditure`` is rupiah a head and month; synthetic."""

    number: int
    kk: str
    village_code: str
    hamlet: str
    street: str
    rt: str
    rw: str
    registered_village_code: str
    moved: bool
    urban: bool
    decile: int
    expenditure: int
    female_headed: bool
    members: tuple[Member, ...]

    @property
    def head(self) -> Member:
        return self.members[0]
