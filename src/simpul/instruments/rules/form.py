"""A form that can be asked: pure, deterministic, the same on the web as on the phone."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from simpul.instruments.errors import FormFault
from simpul.instruments.rules.evaluation import Evaluation
from simpul.instruments.rules.linking import formulas, link, refuse_repeats_on_one_page
from simpul.instruments.rules.model import DefinitionPath, Node, Question, Repeat, walk_nodes
from simpul.instruments.rules.reading import Reader, named
from simpul.instruments.rules.state import Answers, FormState
from simpul.instruments.rules.words import Words, language_code, words_from
from simpul.instruments.rules.world import OUTPUT, AnswerWorld
from simpul.instruments.rules.xpath import InstancePath, Path, Reference, string, walk
from simpul.kernel.clock import WIB, now, today
from simpul.kernel.text import N_, Text


@dataclass(frozen=True)
class AnswerSet:
    """Answers as casework keeps them: what was answered, by which version of which form, with its scores."""

    version_id: uuid.UUID
    code: str
    version: str
    answers: Answers
    scores: Mapping[str, str | int | float]
    answered_on: date

    def as_json(self) -> dict[str, Any]:
        """For an encrypted JSON field."""
        return {
            "version_id": str(self.version_id),
            "code": self.code,
            "version": self.version,
            "answers": self.answers,
            "scores": dict(self.scores),
            "answered_on": self.answered_on.isoformat(),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> AnswerSet:
        return cls(
            version_id=uuid.UUID(str(kept["version_id"])),
            code=str(kept["code"]),
            version=str(kept["version"]),
            answers=dict(kept["answers"]),
            scores=dict(kept["scores"]),
            answered_on=date.fromisoformat(str(kept["answered_on"])),
        )


@dataclass(frozen=True)
class Form:
    """One version of one form, read and linked."""

    code: str
    version: str
    title: Words
    languages: tuple[str, ...]
    children: tuple[Node, ...]
    by_path: Mapping[DefinitionPath, Node] = field(repr=False, compare=False)
    by_name: Mapping[str, tuple[Node, ...]] = field(repr=False, compare=False)
    order: tuple[DefinitionPath, ...] = field(repr=False, compare=False)
    version_id: uuid.UUID | None = None

    @classmethod
    def read(cls, compiled: Mapping[str, Any], version_id: uuid.UUID | None = None) -> Form:
        """From ``compile_workbook``'s JSON. Raises ``FormFault`` naming sheet, row and remedy."""
        source = compiled["form"]
        rows = {
            tuple(str(path).split("/")): int(row) for path, row in dict(compiled.get("rows") or {}).items()
        }
        children = Reader(source, rows).children(source.get("children") or (), ())
        if not any(isinstance(node, Question) for node in walk_nodes(children)):
            raise FormFault(Text(N_("The form asks nothing. Add at least one question.")))
        refuse_repeats_on_one_page(children)
        by_path = {node.path: node for node in walk_nodes(children)}
        by_name = named(children)
        title = source.get("title") or source.get("id_string") or ""
        return cls(
            code=str(source.get("id_string") or ""),
            version=str(source.get("version") or ""),
            title=title_words(compiled, title),
            languages=languages_of(source),
            children=children,
            by_path=by_path,
            by_name=by_name,
            order=link(children, by_name, by_path),
            version_id=version_id,
        )

    def evaluate(
        self, answers: Mapping[str, Any], *, day: date | None = None, moment: datetime | None = None
    ) -> FormState:
        """What holds for these answers on this day. The same input always gives the same outcome."""
        moment = moment or (datetime.combine(day, datetime.min.time(), WIB) if day else now().astimezone(WIB))
        world = AnswerWorld(self.by_path, self.by_name, answers, day or today(), moment)
        return Evaluation(world, self.children, self.order).run()

    def start(self, *, day: date | None = None) -> Answers:
        """The answers of an untouched form: defaults, and one empty instance of each repeat, as in ODK."""
        answers = self._blank(self.children)
        for path, node in self.by_path.items():
            if isinstance(node, Question) and node.dynamic_default is not None:
                world = AnswerWorld(
                    self.by_path, self.by_name, answers, day or today(), now().astimezone(WIB)
                )
                for place in world.places(path, ()):
                    put(answers, place, string(world.compute(node, node.dynamic_default, place)))
        return answers

    def instance(self, path: DefinitionPath) -> Answers:
        """A new, empty instance of a repeat, with its defaults."""
        repeat = self.by_path[path]
        return self._blank(repeat.children) if isinstance(repeat, Repeat) else {}

    def _blank(self, children: tuple[Node, ...]) -> Answers:
        found: Answers = {}
        for node in children:
            if isinstance(node, Question):
                if node.default:
                    found[node.name] = node.default
            elif isinstance(node, Repeat):
                found[node.name] = [self._blank(node.children)] if node.count is None else []
            elif inside := self._blank(node.children):
                found[node.name] = inside
        return found

    def accepts(self, place: InstancePath) -> Question | None:
        """The question that stands at a place, if there is one: an index after each repeat, only there."""
        path: DefinitionPath = ()
        indexed = True
        for part in place:
            if isinstance(part, int):
                if indexed or not isinstance(self.by_path.get(path), Repeat):
                    return None
                indexed = True
                continue
            if not indexed and isinstance(self.by_path.get(path), Repeat):
                return None
            path, indexed = (*path, part), False
        found = self.by_path.get(path)
        return found if isinstance(found, Question) and not indexed else None

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Names that formulas and labels look at: a change there may change what is asked."""
        trees = [part for node in walk_nodes(self.children) for tree in formulas(node) for part in walk(tree)]
        found = {part.name for part in trees if isinstance(part, Reference)}
        found |= {part.steps[-1] for part in trees if isinstance(part, Path)}
        for node in walk_nodes(self.children):
            for words in (*node.label.by_language.values(), *node.hint.by_language.values()):
                found |= set(OUTPUT.findall(words))
        return frozenset(found)

    def answer_set(self, state: FormState, *, answered_on: date | None = None) -> AnswerSet:
        """What casework stores after a valid evaluation."""
        if self.version_id is None:
            raise ValueError("a form that was never published has no answers to keep")
        return AnswerSet(
            version_id=self.version_id,
            code=self.code,
            version=self.version,
            answers=state.answers,
            scores=dict(state.scores),
            answered_on=answered_on or today(),
        )


def put(answers: Answers, place: InstancePath, value: object) -> None:
    """Write a value at a place, making groups and instances on the way."""
    found: Any = answers
    for part, following in zip(place, (*place[1:], None), strict=True):
        if following is None:
            found[part] = value
        elif isinstance(part, int):
            found = found[part]
        else:
            found = found.setdefault(part, [] if isinstance(following, int) else {})
        if isinstance(following, int):
            while len(found) <= following:
                found.append({})


def languages_of(source: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages a form speaks, its first language first."""
    found: dict[str, None] = {language_code(str(source.get("default_language") or "")): None}
    stack = list(source.get("children") or ())
    while stack:
        item = stack.pop()
        if isinstance(item.get("label"), Mapping):
            found.update(dict.fromkeys(language_code(str(key)) for key in item["label"]))
        stack.extend(item.get("children") or ())
    return tuple(code for code in found if code and code != "default") or ("id",)


def title_words(compiled: Mapping[str, Any], title: str) -> Words:
    """XLSForm has one title; the settings column ``simpul::title_en`` may add the second."""
    return words_from(compiled.get("titles") or title)
