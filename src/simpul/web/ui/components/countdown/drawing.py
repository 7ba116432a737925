"""Drawn in Python, for it stands in every row of long lists (ADR 22)."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.drawing import Show, icon

_LABEL = '<span class="countdown-label">{}</span> '
_LEFT = '<span class="countdown-left">{}</span>'
_WHEN = ' <time class="countdown-when" datetime="{}">{}</time>'
_BASIS = ' <span class="countdown-when">{}</span>'


def draw(props: Countdown, _show: Show) -> SafeString:
    when = props.when
    return format_html(
        '<span class="countdown is-{}">{}<span>{}{}{}{}</span></span>',
        props.tone,
        icon(props.icon, css="is-small"),
        format_html(_LABEL, props.label) if props.label else "",
        format_html(_LEFT, _("done in time") if props.done else props.left),
        format_html(_WHEN, props.due.isoformat(), when) if when else "",
        format_html(_BASIS, props.basis) if props.basis else "",
    )
