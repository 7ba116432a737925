"""Diagrams of people and their ties, drawn as accessible SVG from plain facts. No framework."""

from simpul.engines.diagrams.genogram.describe import describe_genogram
from simpul.engines.diagrams.genogram.facts import (
    MOST_PERSONS,
    Genogram,
    GenogramPerson,
    GenogramSize,
    Household,
    Parentage,
    ParentageKind,
    Sex,
    Tie,
    TieKind,
    Union,
    UnionKind,
)
from simpul.engines.diagrams.genogram.svg import draw_genogram

__all__ = [
    "MOST_PERSONS",
    "Genogram",
    "GenogramPerson",
    "GenogramSize",
    "Household",
    "Parentage",
    "ParentageKind",
    "Sex",
    "Tie",
    "TieKind",
    "Union",
    "UnionKind",
    "describe_genogram",
    "draw_genogram",
]
