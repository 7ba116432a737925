"""An invented family, drawn."""

from __future__ import annotations

from simpul.engines.diagrams import (
    Genogram,
    GenogramPerson,
    Household,
    Parentage,
    Sex,
    Tie,
    TieKind,
    Union,
    UnionKind,
    describe_genogram,
    draw_genogram,
)
from simpul.web.ui.components.genogram.props import Genogram as GenogramProps
from simpul.web.ui.language import say

_BIRTHS = (
    ("kasim", "budi"),
    ("tumirah", "budi"),
    ("budi", "rahma"),
    ("sri", "rahma"),
    ("budi", "dimas"),
    ("sri", "dimas"),
)


def sample_family() -> GenogramProps:
    """Three generations with a carer, a conflict and two homes."""
    facts = Genogram(
        persons=(
            GenogramPerson("kasim", "Kasim Wirya", Sex.MALE, 1944, 2019),
            GenogramPerson("tumirah", "Tumirah", Sex.FEMALE, 1948, age=78),
            GenogramPerson("budi", "Budi Santoso", Sex.MALE, 1985, age=41),
            GenogramPerson("sri", "Sri Lestari", Sex.FEMALE, 1990, age=35),
            GenogramPerson("rahma", "Rahma Ayu", Sex.FEMALE, 2018, age=8, index=True),
            GenogramPerson("dimas", "Dimas", Sex.MALE, 2021, age=4),
        ),
        unions=(
            Union("kasim", "tumirah", UnionKind.WIDOWED, 1968, 2019),
            Union("budi", "sri", UnionKind.MARRIED, 2014),
        ),
        parentages=tuple(Parentage(parent, child) for parent, child in _BIRTHS),
        ties=(Tie("tumirah", "rahma", TieKind.CARE), Tie("budi", "sri", TieKind.CONFLICT)),
        households=(Household("Rumah nenek", ("tumirah", "rahma")),),
    )
    return GenogramProps(draw_genogram(facts, say=say), tuple(describe_genogram(facts)))
