"""Drawn in Python, for it stands in every row of long lists (ADR 22)."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui.components.countdown.props import ICONS, Countdown
from simpul.web.ui.drawing import Show, icon
from simpul.web.ui.markup import put

_LABEL = '<span class="countdown-label">{}</span> '
_LEFT = '<span class="countdown-left">{}</span>'
_WHEN = ' <time class="countdown-when" datetime="{}">{}</time>'
_BASIS = ' <span class="countdown-when">{}</span>'


def draw(props: Countdown, _show: Show) -> SafeString:
    when, tone = props.when, props.tone
    return put(
        '<span class="countdown is-{}">{}<span>{}{}{}{}</span></span>',
        tone,
        icon(ICONS[tone], css="is-small"),
        put(_LABEL, props.label) if props.label else "",
        put(_LEFT, _("done in time") if props.done else props.left),
        put(_WHEN, props.due.isoformat(), when) if when else "",
        put(_BASIS, props.basis) if props.basis else "",
    )
