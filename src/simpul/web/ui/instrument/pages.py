"""How a form is cut into pages: a field-list group is one page, as on the phone; so is any other group at the
top unless it holds field-list groups of its own; loose questions that follow one another share a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simpul.instruments.queries.forms import Form, FormState, Group, Kind, Node, Question, Repeat, dotted

Place = tuple[str | int, ...]
_SILENT = {Kind.CALCULATE, Kind.METADATA}


@dataclass(frozen=True)
class Page:
    """Some elements of a form shown together; ``key`` names it in the posted form."""

    nodes: tuple[Node, ...]
    parent: Place

    @property
    def key(self) -> str:
        return dotted((*self.parent, self.nodes[0].name))

    def shown(self, state: FormState) -> bool:
        """Whether anything on it is asked or told at the moment."""
        return any(_speaks(node, (*self.parent, node.name), state) for node in self.nodes)


def pages_of(form: Form) -> tuple[Page, ...]:
    return tuple(_cut(form.children, ()))


def _cut(children: tuple[Node, ...], parent: Place) -> Iterator[Page]:
    loose: list[Node] = []
    for node in children:
        if isinstance(node, Question):
            if node.kind not in _SILENT:
                loose.append(node)
            continue
        if loose:
            yield Page(tuple(loose), parent)
            loose = []
        if isinstance(node, Group) and "field-list" not in node.appearance and _has_pages(node):
            yield from _cut(node.children, (*parent, node.name))
        else:
            yield Page((node,), parent)
    if loose:
        yield Page(tuple(loose), parent)


def _has_pages(group: Group) -> bool:
    return any(
        isinstance(node, Group) and ("field-list" in node.appearance or _has_pages(node))
        for node in group.children
    )


def _speaks(node: Node, place: Place, state: FormState) -> bool:
    asked = state.nodes.get(dotted(place))
    if asked is None or not asked.relevant:
        return False
    if isinstance(node, Question):
        return node.kind not in _SILENT
    if isinstance(node, Repeat):
        return node.count is None or state.instances(place) > 0
    return any(_speaks(child, (*place, child.name), state) for child in node.children)
