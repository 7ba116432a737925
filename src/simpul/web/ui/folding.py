"""Templates whose steady parts are put together once for each language (ADR 29).

Half of a page's tags say the same to everybody at any time: words of ours, icons, addresses of pages,
static files. Runs of them, with the text between, become one part that is kept as drawn. Nothing that
hangs on a variable is ever part of it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.base import FilterExpression, Node, NodeList, Template, TextNode, Variable
from django.template.defaulttags import IfNode, URLNode
from django.template.library import SimpleNode
from django.template.loaders import base, cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from simpul.web.ui.addresses import to
from simpul.web.ui.templatetags.simpul import icon


class Steady(Node):
    """Parts of a page that look the same to everybody who reads the same language."""

    child_nodelists = ("parts",)

    def __init__(self, parts: list[Node]) -> None:
        self.parts = NodeList(parts)
        self.token, self.origin = parts[0].token, parts[0].origin
        self.drawn: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        here = _here(context)
        found = self.drawn.get(here)
        if found is None:
            found = self.drawn[here] = self.parts.render(context)
        return found


class SteadyName(Node):
    """A word or an address that the template keeps under a name: ``{% translate "All tasks" as all %}``."""

    child_nodelists = ("parts",)

    def __init__(self, part: Any, name: str) -> None:
        self.parts, self.part, self.name = NodeList([part]), part, name
        self.token, self.origin = part.token, part.origin
        self.said: dict[tuple[Any, ...], Any] = {}

    def render(self, context: Context) -> str:
        here = _here(context)
        if here not in self.said:
            self.part.render(context)
            self.said[here] = context[self.name]
        context[self.name] = self.said[here]
        return ""


class Way(Node):
    """The address of a page about something: ``{% url "case" case.id %}``."""

    child_nodelists = ("parts",)

    def __init__(self, part: URLNode) -> None:
        self.parts, self.part = NodeList([part]), part
        self.token, self.origin = part.token, part.origin
        self.name = str(part.view_name.resolve(Context()))

    def render(self, context: Context) -> str:
        ids = [one.resolve(context) for one in self.part.args]
        if not all(type(one) is uuid.UUID for one in ids):
            return self.part.render(context)
        try:
            found = to(self.name, *ids)
        except NoReverseMatch:
            return self.part.render(context)
        if self.part.asvar is None:
            return str(conditional_escape(found) if context.autoescape else found)
        context[self.part.asvar] = found
        return ""


def _here(context: Context) -> tuple[Any, ...]:
    """All that a steady part may hang on."""
    return (
        get_language(),
        context.autoescape,
        settings.STATIC_URL,  # with the prefix under which the house stands
        settings.ROOT_URLCONF,
    )


def fold(nodes: NodeList) -> None:
    """Put the steady parts of these nodes, and of all below them, together."""
    folded: list[Node] = []
    run: list[Node] = []
    for node in [*nodes, None]:
        if node is not None and (type(node) is TextNode or _is_steady(node)):
            run.append(node)
            continue
        folded += [Steady(run)] if any(type(one) is not TextNode for one in run) else run
        run = []
        if node is None:
            break
        name = _steady_name(node)
        folded.append(SteadyName(node, name) if name else Way(node) if _is_way(node) else node)
        for below in _below(node):
            fold(below)
    nodes[:] = folded


def _below(node: Node) -> Iterator[NodeList]:
    if isinstance(node, IfNode):
        yield from (nodes for _condition, nodes in node.conditions_nodelists)
        return
    for name in node.child_nodelists:
        below = getattr(node, name, None)
        if isinstance(below, NodeList):
            yield below


def _is_steady(node: Any) -> bool:
    """Whether the node draws the same at any time. What it does not know is never taken for steady."""
    kind = type(node)
    if kind is TranslateNode:
        return not node.asvar and _is_word(node)
    if kind is URLNode:
        return node.asvar is None and _is_plain_address(node)
    if kind is StaticNode:
        return node.varname is None and _is_literal(node.path)
    if kind is SimpleNode:
        given = [*node.args, *node.kwargs.values()]
        return node.func is icon and node.target_var is None and all(map(_is_literal, given))
    return False


def _steady_name(node: Any) -> str:
    """The name under which the node keeps what is the same at any time, or nothing."""
    if type(node) is TranslateNode and node.asvar and _is_word(node):
        return str(node.asvar)
    if type(node) is URLNode and node.asvar and _is_plain_address(node):
        return str(node.asvar)
    return ""


def _is_word(node: TranslateNode) -> bool:
    return node.message_context is None and _is_literal(node.filter_expression)


def _is_way(node: Any) -> bool:
    return type(node) is URLNode and bool(node.args) and _is_named(node)


def _is_plain_address(node: URLNode) -> bool:
    return not node.args and _is_named(node)


def _is_named(node: URLNode) -> bool:
    """Whether the page is named in the template. Names with a colon hang on where the reader is."""
    return not node.kwargs and _is_literal(node.view_name) and ":" not in str(node.view_name.token)


def _is_literal(told: FilterExpression) -> bool:
    var = told.var
    return not told.filters and (not isinstance(var, Variable) or var.lookups is None)


class _Folded(base.Loader):
    """Folds a template before anybody may draw it."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        found = super().get_template(template_name, skip=skip)
        fold(found.nodelist)
        return found


class Loader(cached.Loader, _Folded):
    """Each template is read once, folded, and kept."""
