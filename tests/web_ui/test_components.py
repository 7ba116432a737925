"""Each component draws its props, in both languages, and nothing that somebody typed becomes markup."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template, engines
from django.utils import translation

from simpul.web.ui import assets
from simpul.web.ui.components.act_menu.props import ActMenu, Door
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.help.props import Help
from simpul.web.ui.gallery.samples import states
from simpul.web.ui.templatetags.simpul import render_props

COMPONENTS = sorted(path.parent for path in assets.HERE.glob("components/*/props.py"))
HOSTILE = "\"><script>alert('x')</script>&"
# Fields that choose among known words, or hold addresses and ids made by code.
CHOSEN = {"tone", "icon", "level", "weight", "state", "anchor", "name", "accept", "form", "css", "svg"}


def is_props(value: object) -> bool:
    return dataclasses.is_dataclass(value) and "web.ui.components" in type(value).__module__


def samples() -> Iterator[Any]:
    """Every props object that the gallery shows."""
    for value in states().values():
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if is_props(part))


def poisoned(value: Any, field: str = "") -> Any:
    """The same props with hostile text wherever people's text can stand."""
    if isinstance(value, str):
        return value if field in CHOSEN else HOSTILE
    if isinstance(value, tuple):
        return tuple(poisoned(part, field) for part in value)
    if is_props(value):
        return dataclasses.replace(
            value,
            **{f.name: poisoned(getattr(value, f.name), f.name) for f in dataclasses.fields(value) if f.init},
        )
    return value


def drawn(props: object) -> str:
    context = Context({"csrf_token": "token"})
    context.template = engines["django"].from_string("").template  # type: ignore[attr-defined]
    return render_props(context, props)


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda path: path.name)
def test_component_has_props_and_either_a_template_or_a_drawing(folder: Path) -> None:
    assert (folder / f"{folder.name}.html").exists() is not (folder / "drawing.py").exists()
    assert (folder / "props.py").read_text(encoding="utf-8").startswith('"""')


@pytest.mark.parametrize("language", ["id", "en"])
def test_samples_are_drawn(language: str) -> None:
    with translation.override(language):
        found = [drawn(props) for props in samples()]
    assert len(found) > 40
    assert all("<" in html for html in found)


def test_every_component_with_a_sample_is_in_the_gallery() -> None:
    shown = {type(props).__module__.split(".")[-2] for props in samples()}
    made_elsewhere = {
        "act_form",
        "field",
        "error_summary",
        "avatar",
        "crumbs",
        "disclosure",
        "toolbar",
        "card",
    }
    assert {folder.name for folder in COMPONENTS} - shown - made_elsewhere - {
        "pagination",
        "sparkline",
    } == set()


def test_text_of_people_never_becomes_markup() -> None:
    for props in samples():
        html = drawn(poisoned(props))
        assert "<script" not in html, type(props).__name__


def test_the_markup_check_can_fail() -> None:
    html = Template("<p>{{ text|safe }}</p>").render(Context({"text": HOSTILE}))
    assert "<script" in html


def test_risk_is_never_colour_alone() -> None:
    from simpul.web.ui.components.risk_badge.props import RiskBadge

    with translation.override("id"):
        words = [drawn(RiskBadge(level)) for level in ("immediate", "high", "medium", "low", "")]
    for html, word in zip(
        words, ("Segera", "Tinggi", "Sedang", "Rendah", "Risiko belum dinilai"), strict=True
    ):
        assert word in html and "<svg" in html


def test_coordinates_keep_their_points_in_indonesian() -> None:
    """A decimal comma inside a drawing would break it."""
    with translation.override("id"):
        html = drawn(states()["line"])
    points = html.split('points="')[1].split('"')[0]
    assert points.startswith("0.0,") and "," in points and points.count(",") == 6


def test_charts_carry_title_and_table() -> None:
    for name in ("line", "stacked", "map"):
        html = drawn(states()[name])
        assert "aria-" in html and "<table" in html and "<caption" in html


def test_voices_look_different() -> None:
    html = drawn(states()["timeline"])
    assert html.index("is-words") < html.index("is-observation") < html.index("is-interpretation")
    assert "<blockquote" in html


def test_a_number_too_small_to_show_is_a_dash() -> None:
    html = drawn(states()["bars"])
    assert "\N{EN DASH}" in html


def test_help_opens_in_place_without_script_and_says_what_it_is_about() -> None:
    with translation.override("en"):
        html = drawn(Help("Stages", "A stage begins when what it needs is there."))
    assert "<details" in html and "<summary>" in html
    assert "What is this? Stages" in html and "A stage begins" in html


def test_acts_are_one_line_to_open_and_say_how_many_they_are() -> None:
    html = drawn(
        ActMenu("What can be done", (Door("Plan", "/a/", "target"), Door("Hand over", "/b/", "flag")))
    )
    assert html.count("<li>") == 2 and 'href="/b/"' in html
    assert "<details>" in html and ">2</span>" in html


def test_values_that_speak_for_themselves_stand_without_a_label_on_a_phone() -> None:
    columns = (Column("Client", main=True), Column("Risk", corner=True), Column("Need"))
    html = drawn(DataTable("Cases", columns, ((Cell("Rahma"), Cell("high"), Cell("school")),)))
    assert html.count("table-label") == 1, "only the need repeats its column's name"
    assert 'class="is-corner"' in html


def test_reference_numbers_are_never_broken_and_text_stays_text() -> None:
    html = Template("{{ words|whole_refs }}").render(Context({"words": "Call <b> (KS-2026-0142)"}))
    assert html == 'Call &lt;b&gt; <span class="nowrap">(KS-2026-0142)</span>'
