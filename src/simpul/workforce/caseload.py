"""Reads the table of case weights from reference/workforce/caseload.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from simpul.workforce.rules.caseload import CaseFacts, Load, Weights, load_of

__all__ = ["CaseFacts", "Load", "Weights", "load_of", "weights"]

SOURCE = Path(__file__).resolve().parents[3] / "reference" / "workforce" / "caseload.yaml"


@cache
def weights(source: Path = SOURCE) -> Weights:
    """The weights in use, with their version."""
    table = yaml.safe_load(source.read_text(encoding="utf-8"))
    return Weights(
        risk=_decimals(table["risk"]),
        stage=_decimals(table["stage"]),
        remote=Decimal(str(table["remote"])),
        capacity=_decimals(table["capacity"]),
        busy=Decimal(str(table["levels"]["busy"])),
        strained=Decimal(str(table["levels"]["strained"])),
        version=str(table["version"]),
    )


def _decimals(table: Mapping[str, object]) -> dict[str, Decimal]:
    return {key: Decimal(str(value)) for key, value in table.items()}
