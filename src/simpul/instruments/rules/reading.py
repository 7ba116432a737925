"""Reads what pyxform understood of an XLSForm into our own form model, refusing what we cannot run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.instruments.errors import ExpressionFault, FormFault
from simpul.instruments.rules import limits
from simpul.instruments.rules.kinds import KINDS, UNSUPPORTED
from simpul.instruments.rules.model import (
    Choice,
    DefinitionPath,
    Group,
    Kind,
    Node,
    Question,
    Repeat,
    Voice,
    walk_nodes,
)
from simpul.instruments.rules.words import Words, words_from
from simpul.instruments.rules.xpath import Expression, check, parse
from simpul.kernel.text import N_, Text

Rows = Mapping[DefinitionPath, int]
_TRUE = {"yes", "true", "true()", "y"}
_FALSE = {"no", "false", "false()", "n"}


class Reader:
    """One reading of one form; ``rows`` says on which row of the survey sheet an element stands."""

    def __init__(self, compiled: Mapping[str, Any], rows: Rows) -> None:
        self.rows = rows
        self.elements = 0
        self.lists: dict[str, tuple[Choice, ...]] = {
            str(name): self.choices(items) for name, items in dict(compiled.get("choices") or {}).items()
        }
        if sum(map(len, self.lists.values())) > limits.MOST_CHOICES:
            raise FormFault(
                Text(
                    N_("The form has more than %(limit)s choices. Split the form."),
                    {"limit": limits.MOST_CHOICES},
                ),
                sheet="choices",
            )

    def children(self, items: Sequence[Mapping[str, Any]], parent: DefinitionPath) -> tuple[Node, ...]:
        if len(parent) > limits.DEEPEST_FORM:
            raise FormFault(
                Text(
                    N_("Groups are nested deeper than %(limit)s. Flatten the form."),
                    {"limit": limits.DEEPEST_FORM},
                ),
                row=self.rows.get(parent),
                name=parent[-1],
            )
        nodes = (self.node(item, parent) for item in items if not _machinery(item))
        return tuple(node for node in nodes if node is not None)

    def node(self, item: Mapping[str, Any], parent: DefinitionPath) -> Node | None:
        name = str(item.get("name", ""))
        path = (*parent, name)
        self.elements += 1
        if self.elements > limits.MOST_ELEMENTS or len(name) > limits.LONGEST_NAME:
            raise self.fault(
                path,
                Text(
                    N_("The form is too large: at most %(limit)s rows, names of at most 100 letters."),
                    {"limit": limits.MOST_ELEMENTS},
                ),
            )
        if item.get("type") == "group":
            return Group(**self.shared(item, path), children=self.children(item.get("children") or (), path))
        if item.get("type") == "repeat":
            count = str((item.get("control") or {}).get("jr:count") or "")
            return Repeat(
                **self.shared(item, path),
                children=self.children(item.get("children") or (), path),
                count=self.formula(count, path),
            )
        return self.question(item, path)

    def question(self, item: Mapping[str, Any], path: DefinitionPath) -> Question:
        kind = self.kind(item, path)
        bind = item.get("bind") or {}
        default = str(item.get("default") or "")
        dynamic = bool(item.get("_dynamic_default"))
        return Question(
            **self.shared(item, path),
            kind=kind,
            choices=self.choices_of(item) if kind in {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE} else (),
            choice_filter=self.formula(str(item.get("choice_filter") or ""), path),
            required=self.condition(bind.get("required"), path),
            required_message=words_from(bind.get("jr:requiredMsg")),
            constraint=self.formula(str(bind.get("constraint") or ""), path),
            constraint_message=words_from(bind.get("jr:constraintMsg")),
            calculate=self.formula(str(bind.get("calculate") or ""), path),
            readonly=str(bind.get("readonly") or "").lower() in _TRUE,
            default="" if dynamic else default,
            dynamic_default=self.formula(default, path) if dynamic else None,
            parameters={str(key): str(value) for key, value in (item.get("parameters") or {}).items()},
        )

    def shared(self, item: Mapping[str, Any], path: DefinitionPath) -> dict[str, Any]:
        control = item.get("control") or {}
        bind = item.get("bind") or {}
        return {
            "name": path[-1],
            "path": path,
            "label": words_from(item.get("label")),
            "hint": words_from(item.get("hint")),
            "appearance": frozenset(str(control.get("appearance") or "").split()),
            "relevant": self.condition(bind.get("relevant"), path, absent="true()"),
            "row": self.rows.get(path),
            "voice": self.voice(item, path),
        }

    def voice(self, item: Mapping[str, Any], path: DefinitionPath) -> Voice:
        """From the column ``simpul::voice``, else from the end of the name (``_client`` ...)."""
        given = str((item.get("simpul") or {}).get("voice") or "").strip()
        if given:
            if given not in set(Voice):
                raise self.fault(
                    path,
                    Text(
                        N_("simpul::voice is client, observation or interpretation, not “%(given)s”."),
                        {"given": given},
                    ),
                )
            return Voice(given)
        return next((voice for voice in Voice if voice and path[-1].endswith("_" + voice)), Voice.PLAIN)

    def kind(self, item: Mapping[str, Any], path: DefinitionPath) -> Kind:
        written = str(item.get("type") or "")
        if written in UNSUPPORTED or written not in KINDS:
            raise self.fault(
                path,
                Text(
                    N_(
                        "Questions of type “%(type)s” are not supported. "
                        "Choose a type from the list of supported types."
                    ),
                    {"type": written},
                ),
            )
        if item.get("trigger"):
            raise self.fault(
                path, Text(N_("The column trigger is not supported. Use a calculate row instead."))
            )
        return KINDS[written]

    def choices_of(self, item: Mapping[str, Any]) -> tuple[Choice, ...]:
        listed = item.get("choices")
        if listed:
            return self.choices(listed)
        return self.lists.get(str(item.get("itemset") or item.get("list_name") or ""), ())

    def choices(self, items: Any) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                name=str(item["name"]),
                label=words_from(item.get("label")) or Words({"": str(item["name"])}),
                columns={
                    str(key): str(value)
                    for key, value in item.items()
                    if isinstance(value, str | int | float)
                },
            )
            for item in items
        )

    def condition(self, written: Any, path: DefinitionPath, *, absent: str = "false()") -> Expression | None:
        """A yes/no column: nothing written, or what that means anyway, is no condition at all."""
        text = str(written or "").strip() or absent
        text = "true()" if text.lower() in _TRUE else "false()" if text.lower() in _FALSE else text
        return None if text == absent else self.formula(text, path)

    def formula(self, written: str, path: DefinitionPath) -> Expression | None:
        if not written.strip():
            return None
        try:
            tree = parse(written)
            check(tree)
        except ExpressionFault as fault:
            raise self.fault(path, fault.text) from fault
        return tree

    def fault(self, path: DefinitionPath, problem: Text) -> FormFault:
        return FormFault(problem, row=self.rows.get(path), name=path[-1])


def _machinery(item: Mapping[str, Any]) -> bool:
    """The ``meta`` group that pyxform adds for the phone."""
    return bool((item.get("control") or {}).get("bodyless"))


def named(nodes: tuple[Node, ...]) -> dict[str, tuple[Node, ...]]:
    """Elements by name; a name that stands twice cannot be pointed at."""
    found: dict[str, tuple[Node, ...]] = {}
    for node in walk_nodes(nodes):
        found[node.name] = (*found.get(node.name, ()), node)
    return found
