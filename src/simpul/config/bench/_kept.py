"""A seeded country written down, so that it can be measured again without being seeded again."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from simpul.config.bench._places import TOWN
from simpul.config.bench._story import Worker
from simpul.config.bench._town import Known, Town


def keep(town: Town, folder: Path, *, seeded_in: float) -> None:
    """Written last: where it lies, the seeding came to its end."""
    told = {
        "persons": town.persons,
        "cases": town.cases,
        "events": town.events,
        "seeded_in": seeded_in,
        "measured": [asdict(worker) for worker in town.measured],
        "wide": asdict(town.wide) if town.wide else None,
        "rich": [[asdict(worker), case_id, client_id] for worker, case_id, client_id in town.rich],
        "neighbours": [asdict(known) for known in town.neighbours],
        "known": [asdict(known) for known in town.known],
    }
    (folder / TOWN).write_text(json.dumps(told, default=str), encoding="utf-8")


def kept(folder: Path) -> tuple[Town, float] | None:
    """The country that lies there with the seconds that it took, or nothing."""
    if not (folder / TOWN).exists():
        return None
    told = json.loads((folder / TOWN).read_text(encoding="utf-8"))
    town = Town(
        persons=told["persons"],
        cases=told["cases"],
        events=told["events"],
        measured=[_worker(one) for one in told["measured"]],
        wide=_worker(told["wide"]) if told["wide"] else None,
        rich=[(_worker(one), uuid.UUID(case), uuid.UUID(client)) for one, case, client in told["rich"]],
        neighbours=[_known(one) for one in told["neighbours"]],
        known=[_known(one) for one in told["known"]],
    )
    return town, told["seeded_in"]


def _worker(told: dict[str, Any]) -> Worker:
    return Worker(**{name: uuid.UUID(one) for name, one in told.items()})


def _known(told: dict[str, Any]) -> Known:
    born = date.fromisoformat(told["birth_date"])
    return Known(uuid.UUID(told["person_id"]), told["name"], born, told["precision"], told["village"])
