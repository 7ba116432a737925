"""Answers as they were given, for the file and for print. Whose words they are is visible at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simpul.instruments.queries.forms import Asked, Form, FormState, Kind, Node, Question, Repeat, dotted
from simpul.web.ui.formats import day
from simpul.web.ui.instrument.parts import Place, voice_label
from simpul.web.ui.instrument.writing import show_number
from simpul.web.ui.language import reading_language


@dataclass(frozen=True)
class AnswerLine:
    """One question with its answer, a heading with lines below it, or one instance of a repeat."""

    control: str
    label: str
    text: str = ""
    voice: str = ""
    voice_label: str = ""
    chosen: tuple[str, ...] = ()
    lines: tuple[AnswerLine, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class AnswersView:
    """A whole form as answered; empty questions are left out."""

    title: str
    version: str
    lines: tuple[AnswerLine, ...]
    scores: tuple[tuple[str, str], ...]


def answers_view(form: Form, answers: Mapping[str, Any], *, language: str = "") -> AnswersView:
    """For ``ui/instrument/answers.html``. Shows what is stored, not what today's rules would ask."""
    language = (language or reading_language()).split("-")[0]
    state = form.evaluate(answers)
    return AnswersView(
        title=form.title.say(language),
        version=form.version,
        lines=_lines(form.children, (), state, language),
        scores=tuple((name, str(value)) for name, value in state.scores.items()),
    )


def _lines(nodes: tuple[Node, ...], parent: Place, state: FormState, language: str) -> tuple[AnswerLine, ...]:
    found: list[AnswerLine] = []
    for node in nodes:
        place = (*parent, node.name)
        asked = state.nodes.get(dotted(place))
        if asked is None:
            continue
        if isinstance(node, Question):
            line = _question(node, asked, state, language)
            if line is not None:
                found.append(line)
        elif isinstance(node, Repeat):
            found += _instances(node, asked, state, language)
        elif lines := _lines(node.children, place, state, language):
            found.append(AnswerLine("group", state.label(asked, language), lines=lines))
    return tuple(found)


def _instances(node: Repeat, asked: Asked, state: FormState, language: str) -> list[AnswerLine]:
    found = []
    for index in range(state.instances(asked.place)):
        lines = _lines(node.children, (*asked.place, index), state, language)
        if lines:
            found.append(AnswerLine("instance", state.label(asked, language), lines=lines, number=index + 1))
    return found


def _question(node: Question, asked: Asked, state: FormState, language: str) -> AnswerLine | None:
    if (
        not node.label
        or node.kind in {Kind.NOTE, Kind.CALCULATE, Kind.METADATA, Kind.MEDIA}
        or not asked.text
    ):
        return None
    if not asked.relevant:
        return None
    labels = {choice.name: choice.label.say(language) for choice in node.choices}
    chosen = tuple(labels.get(name, name) for name in asked.chosen) if node.choices else ()
    text = asked.text
    if node.kind is Kind.DATE:
        text = _day(asked.text)
    elif node.kind is Kind.DECIMAL:
        text = show_number(asked.text, language)
    return AnswerLine(
        control="choices" if chosen else "text",
        label=state.label(asked, language),
        text="" if chosen else text,
        voice=node.voice.value,
        voice_label=voice_label(node.voice.value),
        chosen=chosen,
    )


def _day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
