"""A form being filled in on the web, page by page, with or without JavaScript.

Everything typed travels with the page: the questions in sight as inputs named ``a.<place>``, all others
packed in one hidden field ``rest``. Buttons are submit buttons named ``do``: ``save``, ``next``, ``back``,
``refresh`` (asks again what is relevant), ``add:<repeat>``, ``remove:<instance>``.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from simpul.instruments.queries.forms import Answers, Form, FormState, Repeat, put, undotted
from simpul.web.ui.instrument.pages import Page, pages_of
from simpul.web.ui.instrument.parts import Part, PartsMaker, Place
from simpul.web.ui.instrument.writing import read_answer
from simpul.web.ui.language import reading_language

MOST_FIELDS = 5_000
MOST_INSTANCES = 200


@dataclass(frozen=True)
class ErrorRow:
    """One line of the summary above the form."""

    path: str
    label: str
    message: str
    anchor: str


class InstrumentForm:
    """``form`` on a page: give it the posted ``data``, or the ``answers`` kept before, or nothing."""

    def __init__(
        self,
        form: Form,
        data: QueryDict | None = None,
        *,
        answers: Mapping[str, Any] | None = None,
        language: str = "",
        draft_key: str = "",
        draft_url: str = "",
    ) -> None:
        self.form = form
        self.language = (language or reading_language()).split("-")[0]
        self.draft_key, self.draft_url = draft_key, draft_url
        self.all_pages = pages_of(form)
        self.action = ""
        self.show_faults = False
        if data is None:
            self.answers: Answers = dict(answers) if answers is not None else form.start()
            self.state: FormState = form.evaluate(self.answers)
            self._page_key = ""
        else:
            self._take(data)

    # reading what was posted

    def _take(self, data: QueryDict) -> None:
        self.action = data.get("do", "refresh")
        self.answers = self._rest(data.get("rest", ""))
        for name in list(data)[:MOST_FIELDS]:
            if name.startswith("a."):
                self._put(undotted(name[2:]), data.getlist(name))
        self._change_repeats()
        self.state = self.form.evaluate(self.answers)
        self.answers = self.state.draft
        self._page_key = data.get("page", "")
        self.show_faults = data.get("checked") == "1"
        self._turn()

    def _rest(self, packed: str) -> Answers:
        """Answers of the questions out of sight, brought into the form's shape whatever was sent."""
        try:
            found = json.loads(packed or "{}")
        except (ValueError, RecursionError):
            found = {}
        return self.form.evaluate(found).draft if isinstance(found, dict) else {}

    def _put(self, place: Place, values: list[str]) -> None:
        question = self.form.accepts(place)
        if question is None or not question.asked:
            return
        for at, part in enumerate(place):  # a field's name makes no instance that was not there before
            if isinstance(part, int) and part >= self._count(place[:at]):
                return
        put(self.answers, place, read_answer(question, values, self.language))

    def _change_repeats(self) -> None:
        verb, _, name = self.action.partition(":")
        place = undotted(name)
        if verb == "add" and self._repeat_at(place) is not None and self._count(place) < MOST_INSTANCES:
            put(self.answers, (*place, self._count(place)), self.form.instance(_path(place)))
        if verb == "remove" and isinstance(place[-1], int) and self._repeat_at(place[:-1]) is not None:
            listed = self._listed(place[:-1])
            if place[-1] < len(listed):
                del listed[place[-1]]

    def _repeat_at(self, place: Place) -> Repeat | None:
        node = self.form.by_path.get(_path(place))
        return node if isinstance(node, Repeat) and node.count is None else None

    def _listed(self, place: Place) -> list[Any]:
        found: Any = self.answers
        for part in place:
            if isinstance(part, int):
                found = found[part] if isinstance(found, list) and part < len(found) else None
            else:
                found = found.get(part) if isinstance(found, dict) else None
        return found if isinstance(found, list) else []

    def _count(self, place: Place) -> int:
        return len(self._listed(place))

    # turning pages

    def _turn(self) -> None:
        if self.action == "save":
            self.show_faults = True
            faulty = next((page for page in self.pages if self._has_fault(page)), None)
            if not self.state.valid and faulty is not None:
                self._page_key = faulty.key
        elif self.action == "next":
            self.show_faults = self._has_fault(self.page)
            if not self.show_faults:
                self._step(1)
        elif self.action == "back":
            self.show_faults = False
            self._step(-1)

    def _step(self, by: int) -> None:
        at = min(max(self.position - 1 + by, 0), len(self.pages) - 1)
        self._page_key = self.pages[at].key

    def _has_fault(self, page: Page) -> bool:
        roots = [(*page.parent, node.name) for node in page.nodes]
        return any(undotted(path)[: len(root)] == root for path in self.state.errors for root in roots)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that have something to ask at the moment."""
        shown = tuple(page for page in self.all_pages if page.shown(self.state))
        return shown or self.all_pages[:1]

    @property
    def page(self) -> Page:
        """The page in sight; if it has nothing to ask any more, the one after it."""
        pages = self.pages
        keys = [page.key for page in self.all_pages]
        wanted = keys.index(self._page_key) if self._page_key in keys else 0
        later = (page for page in pages if keys.index(page.key) >= wanted)
        return next(later, pages[-1])

    @property
    def position(self) -> int:
        return self.pages.index(self.page) + 1

    @property
    def is_first(self) -> bool:
        return self.position == 1

    @property
    def is_last(self) -> bool:
        return self.position == len(self.pages)

    # for views and templates

    @property
    def title(self) -> str:
        return self.form.title.say(self.language)

    @property
    def wants_save(self) -> bool:
        return self.action == "save"

    def is_valid(self) -> bool:
        return self.state.valid

    @property
    def status(self) -> int:
        return 422 if self.show_faults and self.errors and self.action in {"save", "next"} else 200

    @cached_property
    def _made(self) -> tuple[tuple[Part, ...], frozenset[Place]]:
        maker = PartsMaker(self.form, self.state, self.language, self.show_faults)
        return maker.parts(self.page.nodes, self.page.parent), frozenset(maker.shown)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._made[0]

    @property
    def words_query(self) -> str:
        """Which answers in sight the aid for respectful words may look over."""
        return "&".join(_word_queries(self.parts))

    @property
    def rest(self) -> str:
        """All answers except those in sight, for the hidden field."""
        kept = copy.deepcopy(self.state.draft)
        for place in self._made[1]:
            _remove(kept, place)
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    @property
    def errors(self) -> tuple[ErrorRow, ...]:
        """The faults of the page in sight, when they are to be shown."""
        return tuple(_error_rows(self.parts)) if self.show_faults else ()

    @property
    def form_attributes(self) -> SafeString:
        """Attributes for the ``<form>`` around; without JavaScript they mean nothing."""
        found = SafeString('data-instrument novalidate autocomplete="off"')
        if self.draft_key and self.draft_url:
            found = format_html(
                '{} data-draft-key="{}" data-draft-url="{}"', found, self.draft_key, self.draft_url
            )
        return found


def _path(place: Place) -> tuple[str, ...]:
    return tuple(part for part in place if isinstance(part, str))


def _remove(answers: Any, place: Place) -> None:
    for part in place[:-1]:
        if isinstance(part, int):
            answers = answers[part] if isinstance(answers, list) and part < len(answers) else None
        else:
            answers = answers.get(part) if isinstance(answers, dict) else None
    if isinstance(answers, dict):
        answers.pop(str(place[-1]), None)


def _error_rows(parts: tuple[Part, ...]) -> list[ErrorRow]:
    found: list[ErrorRow] = []
    for part in parts:
        if part.error:
            found.append(ErrorRow(part.place, part.label, part.error, part.anchor))
        found += _error_rows(part.parts) + _error_rows(part.instances)
    return found


def _word_queries(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if part.words_query:
            yield part.words_query
        yield from _word_queries((*part.parts, *part.instances))
