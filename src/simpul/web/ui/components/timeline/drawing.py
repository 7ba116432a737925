"""Drawn in Python, for a case has many entries (ADR 22)."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui.components.timeline.props import Entry, Timeline
from simpul.web.ui.drawing import Show, icon
from simpul.web.ui.formats import short_moment
from simpul.web.ui.markup import NOTHING, put

_ENTRY = (
    '<li><span class="timeline-icon is-{}">{}</span> <article class="timeline-body">'
    '<h3 class="timeline-title">{}</h3>'
    '<p class="timeline-when"><time datetime="{}">{}</time>{}{}</p>{}{}{}{}{}{}</article></li>'
)
_WORDS = (
    '<figure class="voice is-words"><figcaption>{}{}</figcaption>'
    '<blockquote class="prewrap">{}</blockquote></figure>'
)
_VOICE = '<div class="voice is-{}"><p class="voice-name">{}{}</p><p class="prewrap">{}</p></div>'
_TEXT = '<p class="prewrap">{}</p>'
_TAGS = '<p class="timeline-tags">{}</p>'
_LINK = '<a href="{}">{}</a>'
_MORE = '<a class="timeline-link" href="{}">{}</a>'


def draw(props: Timeline, show: Show) -> SafeString:
    if props.entries:
        entries = SafeString("".join(_entry(entry, show) for entry in props.entries))
        return put('<ol class="timeline">{}</ol>', entries)
    return put('<p class="soft">{}</p>', props.empty) if props.empty else NOTHING


def _entry(entry: Entry, show: Show) -> SafeString:
    named_link = entry.url and entry.link_label
    title = put(_LINK, entry.url, entry.title) if entry.url and not named_link else entry.title
    tags = SafeString("".join(show(tag) for tag in entry.tags))
    return put(
        _ENTRY,
        entry.tone,
        icon(entry.icon),
        title,
        entry.at.isoformat(),
        short_moment(entry.at),
        put(" · {}", entry.by) if entry.by else "",
        put(" · {}", _("corrected")) if entry.corrected else "",
        put(_TEXT, entry.text) if entry.text else "",
        put(_WORDS, _small("quote"), _("The client's words"), entry.words) if entry.words else "",
        _voice("observation", "eye", _("Observation"), entry.observation),
        _voice("interpretation", "lightbulb", _("The worker's interpretation"), entry.interpretation),
        put(_TAGS, tags) if tags else "",
        put(_MORE, entry.url, entry.link_label) if named_link else "",
    )


def _voice(kind: str, sign: str, name: str, text: str) -> SafeString | str:
    return put(_VOICE, kind, _small(sign), name, text) if text else ""


def _small(name: str) -> SafeString:
    return icon(name, css="is-small")
