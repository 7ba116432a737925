"""Checking rows by themselves, against their file and against the registry."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from simpul.engines.linkage import LikenessLevel, PersonFacts
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.reference.queries.regions import region_labels
from simpul.registry.choices import RowOutcome, ShdkRelation
from simpul.registry.importing.places import put_places
from simpul.registry.importing.rows import named_cells
from simpul.registry.matching import HELD, MATCHER, facts_of_person, index_of, place_of
from simpul.registry.models import (
    IdentityNumber,
    ImportBatch,
    ImportRow,
    MatchKey,
    Membership,
    Person,
)
from simpul.registry.rules.import_rows import RowFacts, read_row
from simpul.safeguards import keys

CANDIDATES = 5000


class Checker:
    """Checks one piece of the rows: each by itself, against the file, against the registry."""

    def __init__(self, actor: Actor, batch: ImportBatch, rows: list[ImportRow]) -> None:
        self.actor, self.batch, self.rows = actor, batch, rows
        self.facts: dict[uuid.UUID, RowFacts] = {}

    def check(self) -> dict[str, int]:
        """Put faults and outcome on every row; returns how many rows have which outcome."""
        read = [(row, named_cells(self.batch, row)) for row in self.rows]
        for row, cells in read:
            facts = self.facts[row.id] = read_row(cells, day=today())
            row.number_index = index_of("nik", facts.nik)
            row.household_index = index_of("kk", facts.kk)
            row.is_head = facts.relation == ShdkRelation.HEAD
        put_places(self.actor, [(self.facts[row.id], cells) for row, cells in read])
        self._known_villages()
        self._twice_in_file()
        for row in self.rows:
            faults = self.facts[row.id].faults
            row.outcome = RowOutcome.FAULTY if faults else RowOutcome.READY
            row.faults = [_as_data(fault) for fault in faults] or None
            row.fault_kinds = " ".join(sorted({fault.kind for fault in faults}))[:250]
        self._known_in_registry()
        return self._counted()

    def kinds(self) -> dict[str, dict[str, Any]]:
        """Each sort of fault that was found: where, what, the remedy, how often; no facts of any row."""
        found: dict[str, dict[str, Any]] = {}
        for facts in self.facts.values():
            for fault in facts.faults:
                kind = found.setdefault(fault.kind, {**_as_data(fault), "count": 0})
                kind["count"] += 1
        for kind in found.values():
            for name in ("facts", "remedy_facts"):
                kind[name] = dict.fromkeys(kind[name], "…")
        return found

    def _counted(self) -> dict[str, int]:
        counts = {"warnings": sum(facts.warnings for facts in self.facts.values())}
        counts["faults"] = sum(len(facts.faults) for facts in self.facts.values())
        for row in self.rows:
            counts[row.outcome] = counts.get(row.outcome, 0) + 1
        return counts

    def _known_villages(self) -> None:
        codes = frozenset(facts.region_code for facts in self.facts.values() if facts.region_code)
        known = region_labels(self.actor, codes=codes) if codes else {}
        for facts in self.facts.values():
            if facts.region_code and facts.region_code not in known:
                words = N_("The village code %(code)s is not on the map.")
                remedy = N_("Look the code up, or use the columns village and district.")
                facts.fault("region_code", Text(words, {"code": facts.region_code}), remedy)

    def _twice_in_file(self) -> None:
        """The second time that a NIK stands in the file, or that a family card has a head, is a fault."""
        first = min(row.position for row in self.rows) if self.rows else 0
        earlier = ImportRow.objects.filter(batch=self.batch, position__lt=first)
        numbers = _first_seen(earlier, "number_index", [row.number_index for row in self.rows])
        heads = _first_seen(
            earlier.filter(is_head=True), "household_index", [row.household_index for row in self.rows]
        )
        held = set(
            Membership.objects.filter(
                household__kk_index__in=[row.household_index for row in self.rows if row.household_index],
                until=None,
                relation=ShdkRelation.HEAD,
            ).values_list("household__kk_index", flat=True)
        )
        for row in self.rows:
            facts = self.facts[row.id]
            if row.number_index and numbers.setdefault(row.number_index, row.position) != row.position:
                words = N_("The same NIK stands in row %(row)s.")
                remedy = N_("Keep one of the two rows, or correct the number.")
                facts.fault("nik", Text(words, {"row": numbers[row.number_index]}), remedy)
            if not (row.is_head and row.household_index):
                continue
            if heads.setdefault(row.household_index, row.position) != row.position:
                words = N_("The family card has a head already, in row %(row)s.")
                remedy = N_("Correct the place in the family of one of the two.")
                facts.fault("relation", Text(words, {"row": heads[row.household_index]}), remedy)
            elif row.household_index in held and not row.number_index:
                words = N_("The family card is on file and has a head already.")
                remedy = N_("Correct the place in the family, or the KK number.")
                facts.fault("relation", Text(words), remedy)

    def _known_in_registry(self) -> None:
        """Rows whose person is probably on file: by number, or by sound and likeness, in few statements."""
        ready = [row for row in self.rows if row.outcome == RowOutcome.READY]
        wanted = [row.number_index for row in ready if row.number_index]
        holders: dict[str, uuid.UUID] = {}
        for start in range(0, len(wanted), 500):
            held = IdentityNumber.objects.filter(
                kind="nik",
                status__in=HELD,
                number_index__in=wanted[start : start + 500],
                person__sealed=False,
            )
            holders |= dict(held.values_list("number_index", "person_id"))
        for row in ready:
            if row.number_index in holders:
                row.outcome = RowOutcome.LIKELY_KNOWN
                row.known_person_id = holders[row.number_index]
        self._alike([row for row in ready if row.outcome == RowOutcome.READY])

    def _alike(self, rows: list[ImportRow]) -> None:
        sought = {row.id: _as_matched(self.facts[row.id]) for row in rows}
        by_key: dict[str, list[uuid.UUID]] = {}
        for row in rows:
            for key in MATCHER.keys(sought[row.id]):
                if key.startswith("f:"):
                    by_key.setdefault(key[:32], []).append(row.id)
        pairs: set[tuple[uuid.UUID, uuid.UUID]] = set()
        names = sorted(by_key)
        for start in range(0, len(names), 500):
            found = MatchKey.objects.filter(
                key__in=names[start : start + 500], place=place_of(self.batch.office_id), person__sealed=False
            )
            for key, person_id in found.values_list("key", "person_id")[:CANDIDATES]:
                pairs |= {(row_id, person_id) for row_id in by_key[key]}
        ids = {person_id for _row, person_id in pairs}
        known = {person.id: person for person in Person.objects.filter(pk__in=ids, erased_at=None)}
        keys.keys_of(known)
        facts = {one: facts_of_person(person) for one, person in known.items()}
        rows_by_id = {row.id: row for row in rows}
        for row_id, person_id in sorted(pairs):
            if person_id not in facts:
                continue
            likeness = MATCHER.compare(sought[row_id], facts[person_id])
            exact = likeness.name_score >= 0.97 and likeness.score >= 45
            if (likeness.level is LikenessLevel.STRONG or exact) and not likeness.twins:
                rows_by_id[row_id].outcome = RowOutcome.LIKELY_KNOWN
                rows_by_id[row_id].known_person_id = person_id


def _as_matched(facts: RowFacts) -> PersonFacts:
    return PersonFacts(
        name=facts.full_name,
        call_name=facts.call_name,
        sex=facts.sex,
        birth_date=facts.birth_date,
        birth_precision=facts.birth_precision,
        mother=facts.mother_maiden_name,
        village=facts.region_code,
    )


def _first_seen(rows: Any, name: str, wanted: Iterable[str]) -> dict[str, int]:
    """Where each hash was seen first among these rows."""
    seen: dict[str, int] = {}
    hashes = sorted({one for one in wanted if one})
    for start in range(0, len(hashes), 500):
        found = rows.filter(**{f"{name}__in": hashes[start : start + 500]}).order_by("-position")
        seen |= dict(found.values_list(name, "position"))
    return seen


def _as_data(fault: Any) -> dict[str, Any]:
    return {
        "field": fault.field,
        "text": fault.text.msgid,
        "facts": dict(fault.text.params),
        "remedy": fault.remedy.msgid,
        "remedy_facts": dict(fault.remedy.params),
    }
