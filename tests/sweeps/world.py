"""A marked world: two offices, every role and scope, five clients, and a mark in every guarded text.

``make_marked_world()`` walks cases through the acts, fills what the acts left out, and then writes a text
of its own, ``RAHASIA-<owner>-<n>``, into every personal and sensitive text of every record. Who may see
whose marks is written in ``tests/sweeps/allowed.py``, without asking the house.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from simpul.casework.commands.close_case import close_case
from simpul.casework.models import Case
from simpul.directory.commands.report_entry import report_entry
from simpul.documents.models import IssuedDocument
from simpul.kernel.actor import Role, public_actor
from simpul.reference.loader import load_all
from simpul.registry.matching import file_keys
from simpul.registry.models import Person
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.guarded import GuardedModel, writing_as
from simpul.safeguards.permissions import matrix
from simpul.workforce.models import Account, Office, Staff
from tests.directory import packages as foreign
from tests.directory.entries import make_shelter
from tests.documents.issuing import issued, try_issuing
from tests.factories.casework import CLOSING, World, intake, walk_to
from tests.factories.registry import make_household, make_person, make_tie
from tests.factories.workforce import actor_of, make_account, make_office, make_staff, make_unit
from tests.sweeps.filling import Filler
from tests.sweeps.referring import refer_everybody

MARK = "RAHASIA-"
MADE_BY_ACTS = {IssuedDocument}  # a paper is only whole when it was issued
LEAST = 16  # a shorter column cannot hold a mark


@dataclass(frozen=True)
class Mark:
    """Whose text it is and where it stands."""

    owner: str
    place: str


@dataclass
class Marked:
    """The world, its people and what is marked."""

    accounts: dict[str, Account | None]
    staff: dict[str, Staff]
    offices: dict[str, Office]
    persons: dict[str, Person]
    cases: dict[str, Case]
    owners: dict[uuid.UUID, str] = field(default_factory=dict)  # key subject -> owner
    marks: dict[str, Mark] = field(default_factory=dict)
    records: dict[str, dict[str, list[str]]] = field(default_factory=dict)  # model -> owner -> ids
    owner_of_row: dict[tuple[str, str], str] = field(default_factory=dict)  # (table, id) -> owner
    empty: set[str] = field(default_factory=set)  # sensitive models without a record

    def owner_of(self, record: models.Model) -> str:
        """Whose record it is, by the key that seals it or the persons it is about."""
        for ask in ("audit_subjects", "key_subject"):
            try:
                found = getattr(record, ask)()
            except (NotImplementedError, AttributeError):
                continue
            for subject in found if isinstance(found, tuple) else (found,):
                if subject in self.owners:
                    return self.owners[subject]
        for name in ("case_id", "staff_id", "account_id", "person_id", "subject_id", "recipient_id"):
            if (subject := getattr(record, name, None)) in self.owners:
                return self.owners[subject]
        return ""


def guarded_models() -> list[type[models.Model]]:
    return [one for one in apps.get_models() if issubclass(one, GuardedModel)]


def _people(office: Office, other: Office) -> dict[str, Staff]:
    """Staff of every role and scope: ``w1`` and ``w2`` share a unit, ``w9`` works elsewhere."""
    service, second = office.units.get(), make_unit(office)
    shelter = make_unit(office, kind="protection")
    afar = other.units.get()
    who = {
        "w1": ("social_worker", "own", service),
        "w2": ("social_worker", "own", service),
        "boss": ("supervisor", "unit", service),
        "boss_other_unit": ("supervisor", "unit", second),
        "area_boss": ("supervisor", "area", service),
        "head": ("head_of_office", "office", service),
        "front": ("front_desk", "own", service),
        "volunteer": ("volunteer", "own", service),
        "protector": ("protection_worker", "own", shelter),
        "admin": ("admin", "office", second),
        "area_admin": ("admin", "area", second),
        "auditor": ("auditor", "area", second),
        "roleless": (None, "own", service),
        "w9": ("social_worker", "own", afar),
        "boss9": ("supervisor", "unit", afar),
        "head9": ("head_of_office", "office", afar),
    }
    return {
        name: make_staff(role=role, scope=scope, unit=unit, office=unit.office)
        for name, (role, scope, unit) in who.items()
    }


def _case(staff: dict[str, Staff], client: Person | None, worker: str, boss: str, **facts: Any) -> Case:
    one, two = staff[worker], staff[boss]
    world = World(
        one.office, one.unit, one, two, actor_of(one), actor_of(two), actor_of(two), client or Person(), None
    )  # type: ignore[arg-type]
    until = facts.pop("until", "intervention")
    case_id = intake(world, client_id=client.id if client else None, **facts)
    case = walk_to(world, case_id, until) if until else Case.objects.get(pk=case_id)
    act = try_issuing.act.name  # type: ignore[attr-defined]
    matrix()[act] = {role: "x" for role in Role}
    try:
        issued(
            one, subject_id=case.key_subject(), case_id=case.id, holder_id=one.id, for_client=bool(client),
            sealed=bool(client and client.sealed),
        )  # fmt: skip
    finally:
        matrix().pop(act)
    return case


def _client(name: str, staff: Staff, **facts: Any) -> Person:
    return make_person(
        name, office_id=staff.office_id, unit_id=staff.unit_id, region_code=staff.office.region_code,
        aliases=(f"Alias {name}",), care_team=(staff.id,), **facts,
    )  # fmt: skip


def make_marked_world() -> Marked:
    office, other = make_office(region_code="99.01"), make_office(region_code="99.02")
    staff = _people(office, other)
    persons = {
        "SATU": _client("Sulastri Handayani", staff["w1"], nik="3573014509750001"),
        "DUA": _client("Bambang Sutrisno", staff["w2"]),
        "TIGA": _client("Ketut Mahendra", staff["w9"]),
        "LIMA": _client("Dewi Lestari", staff["protector"], protection_team=(staff["protector"].id,)),
    }
    for one, two in (("SATU", "DUA"), ("TIGA", "LIMA")):
        make_household(persons[one], kk="3573010101100001" if one == "SATU" else "")
        make_tie(persons[one], "sibling", make_person(f"Kerabat {two}"))
    make_tie(persons["SATU"], "sibling", persons["LIMA"])  # whom not even her family's worker may see
    cases = {
        "SATU": _case(staff, persons["SATU"], "w1", "boss", until="termination"),
        "DUA": _case(staff, persons["DUA"], "w2", "boss"),
        "TIGA": _case(staff, persons["TIGA"], "w9", "boss9", until="plan"),
        "EMPAT": _case(staff, None, "w1", "boss", until=""),
        "LIMA": _case(staff, persons["LIMA"], "protector", "protector", until=""),
    }
    close_case(actor_of(staff["w1"]), cases["SATU"].id, **CLOSING)
    accounts: dict[str, Account | None] = {name: one.account for name, one in staff.items()}
    accounts |= {f"client_{name}": make_account(person_id=one.id) for name, one in persons.items()}
    accounts["anonymous"] = None
    world = Marked(accounts, staff, {"A": office, "B": other}, persons, cases)
    world.owners |= {one.id: name for name, one in persons.items()}
    world.owners |= {one.key_subject(): name for name, one in cases.items()}
    world.owners |= {one.id: name for name, one in cases.items()}
    for name, one in staff.items():
        world.owners |= {one.id: f"@{name}", one.account_id: f"@{name}"}  # type: ignore[dict-item]
    _complete(world)
    _tell_kin(world)
    mark_everything(world)
    return world


def _tell_kin(world: Marked) -> None:
    from simpul.registry.models import Relationship
    from tests.sweeps import allowed

    near: dict[Any, set[Any]] = {}
    for tie in Relationship.objects.all():
        near.setdefault(tie.person_id, set()).add(tie.other_id)
        near.setdefault(tie.other_id, set()).add(tie.person_id)
    allowed.KIN.clear()
    for person, kin in near.items():
        # A genogram reaches one step further: the other parent of one's child, the parents of one's sibling.
        for other in kin | {second for first in kin for second in near[first]}:
            one, two = world.owners.get(person), world.owners.get(other)
            if one and two and one != two:
                allowed.KIN.setdefault(one, set()).add(two)


def _complete(world: Marked) -> None:
    """At least one record of every sensitive kind for every owner that can have one."""
    keeper = {"SATU": "w1", "DUA": "w2", "TIGA": "w9", "EMPAT": "w1", "LIMA": "protector"}
    for owner, worker in keeper.items():
        filler = Filler(world.persons.get(owner), world.cases[owner], world.staff[worker])
        for model in guarded_models():
            if model.Privacy.sensitive and model not in MADE_BY_ACTS:  # type: ignore[attr-defined]
                filler.one(model)
    filler = Filler(None, None, world.staff["w2"])
    load_all()
    shelter = make_shelter(actor_of(world.staff["w1"]))
    foreign.stage(actor_of(world.staff["w1"]), foreign.package(schedules=foreign.FAULTY))
    report_entry(public_actor(), service_id=shelter, words="Nomornya tidak aktif")
    refer_everybody(world, keeper)
    for name in ("worklist.Task", "notices.Notice", "workforce.Absence", "workforce.Credential"):
        filler.one(apps.get_model(name))


def mark_everything(world: Marked) -> None:
    """Write a mark into every text that the models call personal or sensitive."""
    for model in guarded_models():
        privacy = model.Privacy  # type: ignore[attr-defined]
        names = [*privacy.personal, *privacy.sensitive]
        for record in model._default_manager.all():
            owner = world.owner_of(record)
            world.owner_of_row[model._meta.db_table, _plain(record.pk)] = owner
            world.records.setdefault(model._meta.label, {}).setdefault(owner, []).append(str(record.pk))
            _mark(world, record, [n for n in names if _markable(model, n)], owner or "UMUM")
        if privacy.sensitive and not model._default_manager.exists():
            world.empty.add(model._meta.label)
    for person in Person.objects.all():
        with writing_as("registry"):
            file_keys(person)


def _plain(value: object) -> str:
    return str(value).replace("-", "")


def _markable(model: type[models.Model], name: str) -> bool:
    one = model._meta.get_field(name)
    if isinstance(one, EncryptedTextField):
        return True
    text = isinstance(one, models.CharField | models.TextField) and not one.choices and not one.unique
    return text and (one.max_length or 999) >= LEAST and not name.endswith(("_index", "key", "code"))


def _mark(world: Marked, record: models.Model, names: list[str], owner: str) -> None:
    if not names:
        return
    for name in names:
        place = f"{record._meta.label}.{name}"
        if isinstance(record._meta.get_field(name), EncryptedJSONField):
            setattr(record, name, _marked_leaves(world, getattr(record, name), owner, place))
        else:
            setattr(record, name, new_mark(world, owner, place))
    with writing_as(record._meta.app_label):
        record.save(update_fields=names)


def new_mark(world: Marked, owner: str, place: str) -> str:
    mark = f"{MARK}{owner.strip('@')[:4].upper()}-{len(world.marks):04d}"
    world.marks[mark] = Mark(owner, place)
    return mark


def _marked_leaves(world: Marked, value: Any, owner: str, place: str) -> Any:
    """The same structure with a mark in place of every text of more than one word."""
    if isinstance(value, dict):
        return {key: _marked_leaves(world, one, owner, place) for key, one in value.items()}
    if isinstance(value, list):
        return [_marked_leaves(world, one, owner, place) for one in value]
    return new_mark(world, owner, place) if isinstance(value, str) and " " in value else value
