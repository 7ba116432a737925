"""Tags and filters of every page. Loaded everywhere without ``{% load %}``."""

from __future__ import annotations

import importlib.util
from functools import lru_cache, partial
from importlib import import_module
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template import Context, Engine, Template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from simpul.web.ui import drawing, formats
from simpul.web.ui.components.act_form.props import act_form_props
from simpul.web.ui.components.error_summary.props import ErrorSummary
from simpul.web.ui.components.field.props import field_props
from simpul.web.ui.language import say

register = template.Library()
INHERITED = ("csrf_token", "request", "shell")

for _filter in (
    formats.day,
    formats.short_day,
    formats.long_day,
    formats.month,
    formats.clock,
    formats.moment,
    formats.short_moment,
    formats.count_of,
    formats.decimal,
    formats.percent,
    formats.rupiah,
    formats.rupiah_short,
    formats.span,
    say,
):
    register.filter(_filter.__name__, _filter)


@register.filter
def ago(value: Any) -> str:
    """What is left of a limit: sisa 3 jam 20 menit."""
    return formats.ago(value)


@register.filter
def near_moment(value: Any) -> str:
    """A moment as people speak of it: hari ini, 16.00."""
    return formats.near_moment(value)


@register.filter
def near_day(value: Any) -> str:
    """A day as people speak of it: besok; Sen, 30 Nov."""
    return formats.near_day(value)


@register.filter(needs_autoescape=True)
def whole_refs(value: Any, autoescape: bool = True) -> SafeString:
    """A sentence whose reference numbers (KS-2026-0142) are never broken over two lines."""
    return drawing.whole_refs(value if autoescape else SafeString(value))


@register.filter
def since(value: Any) -> str:
    """How long ago: 2 hari lalu."""
    return formats.since(value)


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is decoration and hidden from screen readers."""
    return drawing.icon(name, label, css)


@lru_cache(maxsize=256)
def _component(name: str) -> type[Any]:
    module = import_module(f"simpul.web.ui.components.{name}.props")
    found = getattr(module, "".join(part.title() for part in name.split("_")))
    if not isinstance(found, type):
        raise template.TemplateSyntaxError(f"component {name!r} has no props")
    return found


def render_props(context: Context, props: object, **more: object) -> SafeString:
    """The component that belongs to these props."""
    if not more and getattr(props, "STEADY", False):
        return _steady(props, get_language(), settings.STATIC_URL)
    if draw := _drawn(type(props).__module__):
        return draw(props, partial(show, context))
    inherited = {key: context[key] for key in INHERITED if key in context}
    return SafeString(
        _compiled(type(props).__module__).render(Context({**inherited, "props": props, **more}))
    )


@lru_cache(maxsize=256)
def _drawn(module: str) -> drawing.Draw | None:
    """The component's drawing in Python, where it has one instead of a template."""
    package = module.removesuffix(".props")
    if importlib.util.find_spec(f"{package}.drawing") is None:
        return None
    draw: drawing.Draw = import_module(f"{package}.drawing").draw
    return draw


@lru_cache(maxsize=256)
def _compiled(module: str) -> Template:
    """The component's template. It sees of the page around it only what ``INHERITED`` names."""
    name = module.split(".")[-2]
    return Engine.get_default().get_template(f"ui/components/{name}/{name}.html")


@lru_cache(maxsize=2048)
def _steady(props: object, _language: str | None, _static: str) -> SafeString:
    """A component that is told by its props alone and looks the same to everybody at any time: drawn once."""
    return SafeString(_compiled(type(props).__module__).render(Context({"props": props})))


@register.simple_tag(takes_context=True)
def show(context: Context, props: object) -> SafeString:
    """Render props made by a view or a query: ``{% show case.stepper %}``. Nothing renders nothing."""
    return render_props(context, props) if props is not None and props != "" else SafeString("")


@register.simple_tag(takes_context=True)
def ui(context: Context, component: str, *args: Any, **facts: Any) -> SafeString:
    """Render a component from words in the template: ``{% ui "badge" _("Active") tone="good" %}``."""
    return render_props(context, _component(component)(*args, **facts))


@register.simple_block_tag(takes_context=True)
def box(context: Context, content: str, component: str, *args: Any, **facts: Any) -> SafeString:
    """A component with content of the page inside: ``{% box "card" title=... %} ... {% endbox %}``."""
    return render_props(context, _component(component)(*args, **facts), content=content)


@register.simple_tag(takes_context=True)
def field(context: Context, bound: BoundField, **options: Any) -> SafeString:
    """A whole form field: label, hint, error, input, mark of what is required."""
    return render_props(context, field_props(bound, **options))


@register.simple_tag(takes_context=True)
def form_summary(context: Context, form: Any) -> SafeString | str:
    """What stopped the form, with links to the answers; nothing when nothing did."""
    summary = ErrorSummary.of(form)
    return render_props(context, summary) if summary else ""


@register.simple_block_tag(takes_context=True, end_name="end_act_form")
def act_form(context: Context, content: str, form: Any, **options: Any) -> SafeString:
    """A form around one act, with token, idempotency key, version, faults, drafts and its buttons."""
    return render_props(context, act_form_props(form, **options), content=content)
