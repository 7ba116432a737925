"""The genogram draws everybody once, nobody over anybody, and says in words what it draws."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.engines.diagrams import (
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
    describe_genogram,
    draw_genogram,
)
from simpul.engines.diagrams.genogram.enclosure import enclosures
from simpul.engines.diagrams.genogram.family import read_family
from simpul.engines.diagrams.genogram.lettering import width_of, wrap
from simpul.engines.diagrams.genogram.places import STEP, _nearest
from simpul.engines.diagrams.genogram.routing import RADIUS, Plan, plan_genogram
from tests.engines.diagrams.families import three_generations

SVG = "{http://www.w3.org/2000/svg}"
YEARS = st.one_of(st.none(), st.integers(1900, 2026))


@st.composite
def genograms(draw: st.DrawFn) -> Genogram:
    """Any families at all, with circles, contradictions and links to nobody."""
    count = draw(st.integers(1, 22))
    ids = [f"p{number}" for number in range(count)]
    anybody = st.sampled_from([*ids, "nobody"])
    persons = tuple(
        GenogramPerson(
            id=key,
            label=draw(st.text(max_size=30)),
            sex=draw(st.sampled_from(Sex)),
            birth_year=draw(YEARS),
            death_year=draw(YEARS),
            age=draw(st.none() | st.integers(-5, 400)),
            index=draw(st.booleans()),
            pregnant=draw(st.booleans()),
            unborn=draw(st.booleans()),
        )
        for key in ids
    )
    unions = st.builds(Union, anybody, anybody, st.sampled_from(UnionKind), YEARS, YEARS)
    links = st.builds(Parentage, anybody, anybody, st.sampled_from(ParentageKind))
    ties = st.builds(Tie, anybody, anybody, st.sampled_from(TieKind))
    homes = st.builds(Household, st.text(max_size=20), st.lists(anybody, max_size=6).map(tuple))
    return Genogram(
        persons=persons,
        unions=tuple(draw(st.lists(unions, max_size=14))),
        parentages=tuple(draw(st.lists(links, max_size=30))),
        ties=tuple(draw(st.lists(ties, max_size=10))),
        households=tuple(draw(st.lists(homes, max_size=3))),
        twins=tuple(draw(st.lists(st.lists(anybody, min_size=1, max_size=3).map(tuple), max_size=2))),
    )


def overlaps(plan: Plan) -> list[tuple[str, str]]:
    """Pairs of symbols with their labels that touch."""
    people = list(plan.x)
    return [
        (one, other)
        for number, one in enumerate(people)
        for other in people[:number]
        if abs(plan.x[one] - plan.x[other]) < STEP and abs(plan.y[one] - plan.y[other]) < 2 * RADIUS + 20
    ]


@settings(max_examples=120, deadline=None)
@given(genograms())
def test_any_family_is_drawn_once_without_overlap(genogram: Genogram) -> None:
    family = read_family(genogram)
    plan = plan_genogram(family)
    assert overlaps(plan) == []
    drawing = draw_genogram(genogram)
    root = ET.fromstring(drawing)
    symbols = [node for node in root.iter(f"{SVG}g") if node.get("class") == "gg-symbol"]
    assert len(symbols) == len(genogram.persons)
    assert all(node.get("tabindex") == "0" and node.get("aria-label") for node in symbols)
    assert drawing == draw_genogram(genogram)
    assert describe_genogram(genogram) == describe_genogram(genogram)
    for child, descent in family.descents.items():
        assert all(family.level[parent] < family.level[child] for parent in descent.parents)


def test_overlap_is_seen_when_planted() -> None:
    plan = plan_genogram(read_family(three_generations()))
    plan.x["sri"] = plan.x["budi"] + 10
    assert overlaps(plan)


@settings(max_examples=60, deadline=None)
@given(genograms())
def test_household_line_takes_in_members_and_nobody_else(genogram: Genogram) -> None:
    plan = plan_genogram(read_family(genogram))
    for home in plan.family.households:
        borders = enclosures(plan, home.members, 0)
        for person in plan.family.persons:
            x, y = plan.x[person], plan.y[person]
            inside = sum(_crossings(border, x, y) for border in borders) % 2 == 1
            assert inside == (person in home.members)


def _crossings(border: list[tuple[float, float]], x: float, y: float) -> int:
    sides = zip(border, [*border[1:], border[0]], strict=True)
    return sum(1 for (x1, y1), (x2, y2) in sides if x1 == x2 and x1 > x and min(y1, y2) < y < max(y1, y2))


def test_siblings_stand_in_birth_order_and_partners_in_one_row() -> None:
    plan = plan_genogram(read_family(three_generations()))
    assert plan.x["joko"] < plan.x["budi"] < plan.x["rini"]
    assert plan.x["dewi"] < plan.x["dimas"] < plan.x["dina"]
    assert plan.y["budi"] == plan.y["sri"] == plan.y["ex"]
    assert plan.family.level["tumirah"] == 0
    assert plan.family.level["bayi"] == 3


def test_half_siblings_hang_under_their_own_union() -> None:
    family = read_family(three_generations())
    assert family.descents["ayu"].parents == ("sri", "ex")
    assert family.descents["dewi"].parents == ("budi", "sri")
    assert [care.parents for care in family.cares] == [("tumirah",)]


def test_sixty_persons_fit_and_sixty_one_are_refused() -> None:
    def crowd(count: int) -> Genogram:
        people = tuple(GenogramPerson(str(n), f"Warga {n}", birth_year=1900 + n) for n in range(count))
        links = tuple(Parentage(str(n // 3), str(n)) for n in range(1, count))
        return Genogram(people, parentages=links)

    assert overlaps(plan_genogram(read_family(crowd(MOST_PERSONS)))) == []
    for wrong in (crowd(MOST_PERSONS + 1), Genogram(())):
        with pytest.raises(GenogramSize):
            draw_genogram(wrong)


@pytest.mark.parametrize(
    ("links", "unions", "words"),
    [
        ([("a", "b"), ("b", "a")], [], "cannot descend"),
        ([("a", "b"), ("b", "c"), ("c", "a")], [], "cannot descend"),
        ([("a", "a")], [], "himself or herself"),
        ([("a", "nobody")], [], "names somebody who is not"),
        ([("a", "b")], [("a", "b")], "different generations"),
        ([("c", "b")], [], "older than the parent"),
        ([("a", "d"), ("b", "d"), ("c", "d")], [], "more than two parents"),
    ],
)
def test_contradiction_is_drawn_with_a_note(
    links: list[tuple[str, str]], unions: list[tuple[str, str]], words: str
) -> None:
    people = [
        GenogramPerson(key, key.upper(), birth_year=year)
        for key, year in zip("abcd", (1950, 1980, 1999, 2020), strict=True)
    ]
    genogram = Genogram(
        tuple(people),
        unions=tuple(Union(*pair) for pair in unions),
        parentages=tuple(Parentage(*pair) for pair in links),
    )
    assert any(words in str(line) for line in describe_genogram(genogram))
    assert draw_genogram(genogram).count('class="gg-symbol"') == 4


def test_hostile_label_stays_text() -> None:
    evil = '"><script>alert(1)</script>&\x00\x1b\u202e\ud800' + "x" * 100_000
    home = Household('<img src="x" onerror="1">', ("a",))
    drawing = draw_genogram(Genogram((GenogramPerson("a", evil),), households=(home,)), id_prefix='"><b')
    root = ET.fromstring(drawing.encode("utf-8"))
    assert not [node for node in root.iter() if node.tag.endswith(("script", "img"))]
    assert len(drawing) < 10_000
    assert "\u202e" not in drawing


def test_drawing_obeys_a_strict_content_policy() -> None:
    for drawing in (draw_genogram(three_generations()), draw_genogram(three_generations(), ink="print")):
        lowered = drawing.lower()
        assert all(word not in lowered for word in ("style=", "<style", "href", "url(", "<script"))
        names = {name for node in ET.fromstring(drawing).iter() for name in node.attrib}
        assert not [name for name in names if name.startswith("on")]


def test_print_uses_literal_ink_and_patterns() -> None:
    drawing = draw_genogram(three_generations(), ink="print")
    assert "currentColor" not in drawing and "Canvas" not in drawing
    root = ET.fromstring(drawing)
    colours = {node.get(name) for node in root.iter() for name in ("fill", "stroke") if node.get(name)}
    assert colours == {"none", "#161616", "#ffffff"}


def test_every_kind_of_tie_and_union_looks_different_without_colour() -> None:
    people = (GenogramPerson("a", "A", Sex.MALE), GenogramPerson("b", "B", Sex.FEMALE))

    def shape(genogram: Genogram) -> str:
        root = ET.fromstring(draw_genogram(genogram, ink="print", legend="none"))
        for node in root.iter():
            node.attrib.pop("class", None)
        return ET.tostring(root, encoding="unicode")

    ties = {shape(Genogram(people, ties=(Tie("a", "b", kind),))) for kind in TieKind}
    assert len(ties) == len(TieKind)
    unions = {shape(Genogram(people, unions=(Union("a", "b", kind),))) for kind in UnionKind}
    assert len(unions) == len(UnionKind)
    there = shape(Genogram(people, ties=(Tie("a", "b", TieKind.VIOLENCE),)))
    back = shape(Genogram(people, ties=(Tie("b", "a", TieKind.VIOLENCE),)))
    assert there != back


def test_description_names_every_fact_of_the_drawing() -> None:
    lines = [str(line) for line in describe_genogram(three_generations())]
    for wanted in (
        "Genogram of 18 persons in 4 generations.",
        "Dewi Anggraini is the person this genogram is about.",
        "Violence by Budi Santoso against Sri Wahyuni.",
        "Hendra Gunawan and Sri Wahyuni are divorced (2000–2006).",
        "Adopted by Rini Kasim: Lestari Putri.",
        "In the care of Tumirah: Dewi Anggraini.",
        "Twins: Dimas, Dina.",
        "Household Rumah Budi: Budi Santoso, Sri Wahyuni, Dimas, Dina.",
    ):
        assert wanted in lines


def test_words_are_translated_by_the_caller() -> None:
    drawing = draw_genogram(three_generations(), say=lambda text: f"[{text.msgid[:3]}]")
    assert "[Gen]" in drawing and "Legend" not in drawing


@given(st.text(max_size=60).map(lambda text: " ".join(text.split())))
def test_wrapped_lines_fit_their_room(text: str) -> None:
    lines = wrap(text, 108, 2)
    assert len(lines) <= 2
    assert all(width_of(line) <= 108 or len(line) <= 2 for line in lines)


@given(st.lists(st.tuples(st.floats(-1000, 1000), st.floats(0.1, 5)), min_size=1, max_size=20))
def test_places_keep_order_and_distance(wishes: list[tuple[float, float]]) -> None:
    places = _nearest(wishes, [0.0, *[140.0] * (len(wishes) - 1)])
    assert all(right - left >= 140 - 1e-6 for left, right in itertools.pairwise(places))
