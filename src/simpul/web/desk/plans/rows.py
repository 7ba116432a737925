"""Forms with rows that are added and removed: by a round trip to the server, quicker with script.

A button ``rows`` with the value ``add-goals`` or ``drop-goals-1`` sends the whole form;
``arranged`` changes the rows and everything typed is shown again. Rows left
empty vanish when the form is sent, references follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from simpul.web.desk.drafting import draft_of
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.field.props import dress
from simpul.web.ui.forms import ActForm, whole

MOST = 30
Answers = dict[str, list[str]]


@dataclass(frozen=True)
class RowGroup:
    """One kind of row. ``points_to`` names fields that hold the place of a row of another group."""

    name: str
    fields: Callable[[], dict[str, forms.Field]]
    least: int = 1
    free: tuple[str, ...] = ()
    points_to: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One row as the template shows it."""

    index: int
    number: int
    fields: dict[str, BoundField]
    hidden: tuple[BoundField, ...]
    drop: str

    @property
    def steps(self) -> tuple[BoundField, ...]:
        """The fields of a scale, which are drawn apart."""
        return tuple(one for name, one in self.fields.items() if name.startswith("step"))

    @property
    def has_steps(self) -> bool:
        return any(one.value() or one.errors for one in self.steps)

    @property
    def is_copied(self) -> bool:
        return any(one.value() == "1" for one in self.hidden if one.name.endswith("-copied"))


def plain(data: QueryDict | Mapping[str, Any]) -> Answers:
    """The answers as lists of text, without the order to change rows."""
    if isinstance(data, QueryDict):
        return {key: [str(one) for one in values] for key, values in data.lists() if key != "rows"}
    return {
        key: [str(one) for one in value] if isinstance(value, list) else ["" if value is None else str(value)]
        for key, value in data.items()
    }


def _count(answers: Answers, group: RowGroup) -> int:
    told = (answers.get(f"{group.name}-count") or [""])[-1]
    return min(int(told), MOST) if told.isascii() and told.isdigit() and len(told) < 4 else group.least


def _rows(answers: Answers, group: RowGroup) -> list[dict[str, list[str]]]:
    return [
        {name: answers.get(f"{group.name}-{place}-{name}", [""]) for name in group.fields()}
        for place in range(_count(answers, group))
    ]


def _write(answers: Answers, group: RowGroup, rows: list[dict[str, list[str]]]) -> None:
    for name in [key for key in answers if key.startswith(f"{group.name}-")]:
        del answers[name]
    answers[f"{group.name}-count"] = [str(len(rows))]
    for place, row in enumerate(rows):
        for name, values in row.items():
            answers[f"{group.name}-{place}-{name}"] = values


def _move(answers: Answers, groups: tuple[RowGroup, ...], moved: str, new: Mapping[int, int]) -> None:
    """References to rows of ``moved`` follow their rows; to a removed row they become empty."""
    for group in groups:
        for name in (name for name, target in group.points_to.items() if target == moved):
            for place in range(_count(answers, group)):
                key = f"{group.name}-{place}-{name}"
                told = (answers.get(key) or [""])[-1]
                if told.isascii() and told.isdigit():
                    answers[key] = [str(new[int(told)]) if int(told) in new else ""]


def _keep(answers: Answers, groups: tuple[RowGroup, ...], group: RowGroup, places: list[int]) -> None:
    rows = _rows(answers, group)
    _write(answers, group, [rows[place] for place in places])
    _move(answers, groups, group.name, {old: new for new, old in enumerate(places)})


def _empty(row: dict[str, list[str]], group: RowGroup) -> bool:
    return not any(value.strip() for name in group.free for value in row[name])


def compact(data: QueryDict, groups: tuple[RowGroup, ...]) -> QueryDict:
    """The answers without rows that were left empty (but the least number of rows stays)."""
    answers = plain(data)
    for group in groups:
        rows = _rows(answers, group)
        places = [place for place, row in enumerate(rows) if not _empty(row, group)]
        _keep(answers, groups, group, places)
    return sent(answers)


def arranged(data: QueryDict, groups: tuple[RowGroup, ...], order: str) -> Answers:
    """The answers after one row was added or removed; an unknown order changes nothing."""
    answers = plain(data)
    for group in groups:
        rows = _rows(answers, group)
        if order == f"add-{group.name}" and len(rows) < MOST:
            _write(answers, group, [*rows, {name: [""] for name in group.fields()}])
        elif order.startswith(f"drop-{group.name}-"):
            places = [place for place in range(len(rows)) if order != f"drop-{group.name}-{place}"]
            _keep(answers, groups, group, places)
    return answers


def sent(answers: Answers) -> QueryDict:
    """Answers as if a form had brought them."""
    data = QueryDict(mutable=True)
    for name, values in answers.items():
        data.setlist(name, values)
    return data


class RowForm(ActForm):
    """An act's form with rows of several kinds. ``groups`` are declared by the form."""

    groups: ClassVar[tuple[RowGroup, ...]] = ()

    def __init__(self, data: QueryDict | None = None, *, initial: Mapping[str, Any] | None = None, **kw: Any):
        if data is not None:
            data = compact(data, self.groups)
        self.told = plain(data if data is not None else initial or {})
        first = {name: values[-1] if len(values) == 1 else values for name, values in self.told.items()}
        super().__init__(data, initial=first if data is None else None, **kw)

    def offer_rows(self) -> None:
        """Make the fields of every row; called when what the rows may choose from is known."""
        for group in self.groups:
            for place in range(self.rows_of(group)):
                for name, one in group.fields().items():
                    self.offer_choices(group.name, name, one)
                    dress(one)
                    self.fields[f"{group.name}-{place}-{name}"] = one

    def offer_choices(self, group: str, name: str, one: forms.Field) -> None:
        """Give one field of a row its choices."""

    def rows_of(self, group: RowGroup) -> int:
        return max(_count(self.told, group), group.least)

    def hidden_fields(self) -> list[BoundField]:
        """Only the envelope: hidden answers of a row travel with their row."""
        own = {f"{group.name}-" for group in self.groups}
        return [one for one in super().hidden_fields() if not any(one.name.startswith(key) for key in own)]

    def shown(self, name: str) -> list[Row]:
        """The rows of one group, ready to be drawn."""
        group = next(one for one in self.groups if one.name == name)
        rows = []
        for place in range(self.rows_of(group)):
            fields = {key: self[f"{name}-{place}-{key}"] for key in group.fields()}
            rows.append(
                Row(
                    place,
                    place + 1,
                    {key: one for key, one in fields.items() if not one.is_hidden},
                    tuple(one for one in fields.values() if one.is_hidden),
                    f"drop-{name}-{place}",
                )
            )
        return rows

    def given(self, name: str) -> list[dict[str, Any]]:
        """The answers of one group's rows, in their order; rows left empty are none."""
        group = next(one for one in self.groups if one.name == name)
        return [
            {key: self.cleaned_data.get(f"{name}-{place}-{key}") for key in group.fields()}
            for place in range(_count(self.told, group))
        ]


F = TypeVar("F", bound=RowForm)


def opened(
    request: ActorRequest, kind: type[F], *, first: Mapping[str, Any] | None = None, **options: Any
) -> F:
    """The form as it was opened (with what was typed before), sent, or with a row more or less."""
    data: QueryDict | None = request.POST if request.method == "POST" else None
    options["initial"] = draft_of(request, request.path) or first or {}
    if order := request.POST.get("rows", ""):
        kept = arranged(request.POST, kind.groups, order)
        options["initial"] = {
            name: values[0] if len(values) == 1 else values for name, values in kept.items() if values
        }
        options["version"] = whole(str(options["initial"].get("version", "")))
        data = None
    form = kind(data, **options)
    form.draft_key = request.path
    return form
