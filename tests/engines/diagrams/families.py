"""A made-up family with most of what families have."""

from __future__ import annotations

from dataclasses import replace

from simpul.engines.diagrams import (
    Genogram,
    GenogramPerson,
    Household,
    Parentage,
    ParentageKind,
    Sex,
    Tie,
    TieKind,
    Union,
    UnionKind,
)

WOMAN, MAN = Sex.FEMALE, Sex.MALE


def three_generations() -> Genogram:
    persons = (
        GenogramPerson("kasim", "Kasim Wirya", MAN, 1938, 2009),
        GenogramPerson("tumirah", "Tumirah", WOMAN, 1942),
        GenogramPerson("parto", "Suparto", MAN, 1945, 2020),
        GenogramPerson("ngatinem", "Ngatinem", WOMAN, 1950),
        GenogramPerson("budi", "Budi Santoso", MAN, 1970),
        GenogramPerson("sri", "Sri Wahyuni", WOMAN, 1974),
        GenogramPerson("rini", "Rini Kasim", WOMAN, 1977),
        GenogramPerson("joko", "Joko Kasim", MAN, 1968),
        GenogramPerson("ex", "Hendra Gunawan", MAN, 1972),
        GenogramPerson("dewi", "Dewi Anggraini", WOMAN, 2008, index=True),
        GenogramPerson("ayu", "Ayu Anggraini", WOMAN, 2001, pregnant=True),
        GenogramPerson("rio", "Rio Saputra", MAN, 1999),
        GenogramPerson("bayi", "Calon bayi", unborn=True),
        GenogramPerson("dimas", "Dimas", MAN, 2012),
        GenogramPerson("dina", "Dina", WOMAN, 2012),
        GenogramPerson("titip", "Lestari Putri", WOMAN, 2015),
        GenogramPerson("tetangga", "Bu Marni (tetangga)", WOMAN, 1965),
        GenogramPerson("anon", "Tidak diketahui"),
    )
    persons = tuple(
        replace(one, age=2026 - one.birth_year) if one.birth_year and not one.death_year else one
        for one in persons
    )
    births = (
        *((parent, child) for child in ("budi", "joko", "rini") for parent in ("kasim", "tumirah")),
        *((parent, "sri") for parent in ("parto", "ngatinem")),
        *((parent, child) for child in ("dewi", "dimas", "dina") for parent in ("budi", "sri")),
        ("ex", "ayu"),
        ("sri", "ayu"),
        ("ayu", "bayi"),
        ("rio", "bayi"),
    )
    return Genogram(
        persons=persons,
        unions=(
            Union("kasim", "tumirah", UnionKind.WIDOWED, 1965, 2009),
            Union("parto", "ngatinem", UnionKind.MARRIED, 1968),
            Union("ex", "sri", UnionKind.DIVORCED, 2000, 2006),
            Union("budi", "sri", UnionKind.MARRIED, 2007),
            Union("rio", "ayu", UnionKind.COHABITING, 2024),
        ),
        parentages=(
            *(Parentage(parent, child) for parent, child in births),
            Parentage("rini", "titip", ParentageKind.ADOPTED),
            Parentage("tumirah", "dewi", ParentageKind.FOSTER),
        ),
        ties=(
            Tie("budi", "sri", TieKind.VIOLENCE),
            Tie("dewi", "sri", TieKind.VERY_CLOSE),
            Tie("dewi", "budi", TieKind.CONFLICT),
            Tie("tumirah", "dewi", TieKind.CARE),
            Tie("ex", "ayu", TieKind.CUT_OFF),
            Tie("tetangga", "dewi", TieKind.CLOSE),
            Tie("budi", "joko", TieKind.DISTANT),
        ),
        households=(
            Household("Rumah Tumirah", ("tumirah", "dewi", "rini", "titip")),
            Household("Rumah Budi", ("budi", "sri", "dimas", "dina")),
        ),
        twins=(("dimas", "dina"),),
    )
