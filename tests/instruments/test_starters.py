# ruff: noqa: E501
"""The nine starters: complete in both languages, respectful, and able to be filled in to the end."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from pathlib import Path

import pytest

from simpul.instruments.rules import (
    Form,
    Question,
    Repeat,
    Voice,
    compile_workbook,
    pack_starter,
    starter_names,
    walk_nodes,
)

FOLDER = Path(__file__).resolve().parents[2] / "src/simpul/instruments/starters"
FORMS = {name: Form.read(compile_workbook(pack_starter(name)).source) for name in starter_names()}
WORDS = ("label", "hint", "constraint_message", "required_message")
DISRESPECTFUL = re.compile(
    r"\b(cacat|penderita|gelandangan|pengemis|idiot|gila|anak nakal|pikun|jompo|penyandang masalah|handicapped"
    r"|suffers? from|wheelchair[- ]bound|normal people)\b",
    re.IGNORECASE,
)


def rows(name: str, sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FOLDER / name / f"{sheet}.csv").read_text(encoding="utf-8"))))


def test_there_are_nine() -> None:
    assert set(starter_names()) == {
        "intake", "safety", "bpss", "pie", "child", "older", "disability", "household", "home_visit",
    }  # fmt: skip


@pytest.mark.parametrize("name", starter_names())
def test_every_sentence_stands_in_both_languages(name: str) -> None:
    faults = []
    for sheet in ("survey", "choices"):
        for number, row in enumerate(rows(name, sheet), start=2):
            for word in WORDS:
                indonesian = row.get(f"{word}::Bahasa Indonesia (id)", "")
                english = row.get(f"{word}::English (en)", "")
                if bool(indonesian) != bool(english):
                    faults.append(f"{sheet} {number} {word}")
            if not row.get("label::English (en)") and row.get("type", "").split("_")[0] not in {
                "end",
                "calculate",
            }:
                faults.append(f"{sheet} {number} has no label")
    assert faults == []


@pytest.mark.parametrize("name", starter_names())
def test_same_answers_are_mentioned_in_both_languages(name: str) -> None:
    for row in rows(name, "survey"):
        mentioned = [set(re.findall(r"\$\{\w+\}", row[f"label::{language}"]))
                     for language in ("Bahasa Indonesia (id)", "English (en)")]  # fmt: skip
        assert mentioned[0] == mentioned[1], row["name"]


@pytest.mark.parametrize("name", starter_names())
def test_words_are_respectful(name: str) -> None:
    text = "".join(
        (FOLDER / name / f"{sheet}.csv").read_text(encoding="utf-8") for sheet in ("survey", "choices")
    )
    assert DISRESPECTFUL.findall(text) == []


def test_planted_disrespect_is_found() -> None:
    assert DISRESPECTFUL.findall("Apakah klien cacat?") == ["cacat"]


@pytest.mark.parametrize("name", starter_names())
def test_every_constraint_says_what_to_do(name: str) -> None:
    for node in walk_nodes(FORMS[name].children):
        if isinstance(node, Question) and node.constraint is not None:
            assert node.constraint_message, node.name


@pytest.mark.parametrize("name", [name for name in starter_names() if name != "intake"])
def test_strengths_are_required(name: str) -> None:
    form = FORMS[name]
    assert {"strengths.strength_kinds", "strengths.strength_words"} <= set(form.evaluate({}).errors)


@pytest.mark.parametrize("name", starter_names())
def test_client_speaks_and_is_heard_apart_from_observation(name: str) -> None:
    voices = {node.voice for node in walk_nodes(FORMS[name].children)}
    assert Voice.CLIENT in voices
    if name not in {"household", "older", "disability"}:
        assert {Voice.OBSERVATION} <= voices


@pytest.mark.parametrize("name", starter_names())
def test_form_can_be_filled_in_to_the_end(name: str) -> None:
    """Answer what is asked until nothing is missing: no question may be unanswerable."""
    form = FORMS[name]
    answers = form.start()
    for _ in range(12):
        state = form.evaluate(answers)
        if state.valid:
            break
        for fault in state.faults:
            answer(form, answers, state.nodes[fault.path])
    assert form.evaluate(answers).errors == {}


def answer(form: Form, answers: dict, asked) -> None:  # type: ignore[no-untyped-def, type-arg]
    from simpul.instruments.rules import Kind, put

    kind = asked.element.kind
    value: object = "A.B."
    if kind in {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE}:
        value = [asked.choices[0].name] if kind is Kind.SELECT_MULTIPLE else asked.choices[0].name
    elif kind is Kind.INTEGER:
        value = 7
    elif kind is Kind.DATE:
        value = form.evaluate({}).world.day.isoformat()
    elif kind is Kind.TEXT and asked.text:
        value = "Ibu dan kakak mendampingi setiap hari."
    elif kind is Kind.TEXT:
        value = "A.B." if asked.element.name == "initials" else "Kakak mendampingi setiap hari."
    put(answers, asked.place, value)


def test_not_assessed_needs_a_reason() -> None:
    state = FORMS["bpss"].evaluate({"spi": {"spi_assessed": "no"}})
    assert "spi.spi_why_not" in state.errors
    assert not state.nodes["spi.spi_client"].relevant


def test_safety_is_the_first_question_of_intake_and_safety() -> None:
    for name in ("intake", "safety"):
        first = next(node for node in walk_nodes(FORMS[name].children) if isinstance(node, Question))
        assert first.name in {"danger_now", "immediate_danger"}


def test_intake_takes_at_most_two_screens() -> None:
    assert len(FORMS["intake"].children) == 2


@pytest.mark.parametrize(
    ("now", "suicide", "people", "level"),
    [
        ({}, "none", {}, "rendah"),
        ({"escalation": "yes", "perpetrator_access": "can_reach"}, "none", {}, "sedang"),
        ({"choked": "yes", "perpetrator_access": "can_reach", "escalation": "yes"}, "none", {}, "tinggi"),
        ({"immediate_danger": "yes"}, "none", {}, "segera"),
        ({}, "plan", {}, "segera"),
        ({}, "thoughts", {"past_reports": 1}, "sedang"),
        ({"weapon": "yes", "perpetrator_access": "lives_with"}, "none", {}, "segera"),
        ({}, "none", {"children_under6": 1, "caregiver": "source"}, "segera"),
    ],
)
def test_safety_suggests_a_level(
    now: dict[str, str], suicide: str, people: dict[str, object], level: str
) -> None:
    calm = dict.fromkeys(("immediate_danger", "weapon", "threat_to_kill", "choked", "escalation"), "no")
    answers = {
        "now": {**calm, "perpetrator_access": "no", **now},
        "self_harm": {"suicide": suicide},
        "people": {"children_under6": 0, "children_older": 0, "vulnerable": ["none"], "past_reports": 0,
                   "can_call": "yes", "safe_tonight": "yes", **people},
    }  # fmt: skip
    state = FORMS["safety"].evaluate(answers)
    assert state.scores["suggested_level"] == level
    assert level == "rendah" or state.scores["suggested_reasons"]


def test_safety_says_nothing_before_the_questions_are_answered() -> None:
    assert "suggested_level" not in FORMS["safety"].evaluate({}).scores


def test_household_adds_up() -> None:
    members = [{"name": "A", "age": 40, "work": "casual", "income": 1_500_000}, {"name": "B", "age": 9}]
    state = FORMS["household"].evaluate(
        {"members": members, "money": {"other_income": 200_000, "expense_food": 1_900_000}}
    )
    assert state.scores == {"score_income_per_person": 850_000, "score_balance": -200_000}
    assert state.nodes["result.deficit_note"].relevant


def test_repeats_exist_where_people_or_steps_are_listed() -> None:
    repeats = {
        name: [n.name for n in walk_nodes(form.children) if isinstance(n, Repeat)]
        for name, form in FORMS.items()
    }
    assert repeats["household"] == ["members", "debts"]
    assert repeats["home_visit"] == ["present", "steps"]


def fingerprint(name: str) -> str:
    texts = ((FOLDER / name / f"{sheet}.csv").read_bytes() for sheet in ("survey", "choices"))
    return hashlib.sha256(b"\n".join(texts)).hexdigest()[:16]


@pytest.mark.parametrize("name", starter_names())
def test_changed_content_has_a_new_version(name: str) -> None:
    """Installed houses hold the version on record; other content under it would be refused there."""
    with (FOLDER / "published.csv").open(encoding="utf-8", newline="") as file:
        record = {row["name"]: row for row in csv.DictReader(file)}[name]
    version = rows(name, "settings")[0]["version"]
    assert (version, fingerprint(name)) == (record["version"], record["fingerprint"]), (
        "raise the version in settings.csv if it still stands at the one on record, then write "
        f"{name},{version},{fingerprint(name)} into starters/published.csv"
    )
