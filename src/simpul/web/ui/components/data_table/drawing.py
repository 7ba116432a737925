"""Drawn in Python, for lists have many rows (ADR 22)."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.drawing import Show, marked, whole_refs

_TABLE = (
    '<div class="table-frame"><table class="table"><caption{}>{}</caption>'
    "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>{}"
)
_HEAD = '<th scope="col"{}><span{}>{}</span></th>'
_MAIN = '<th scope="row" class="is-main{}">{}</th>'
_CELL = '<td class="{}{}{}">{}{}</td>'
_LABEL = '<span class="table-label" aria-hidden="true">{}</span>'
_VALUE = '<span class="table-value">{}{}{}{}</span>'
_LINK = '<a href="{}">{}</a>'
_NOTE = '<span class="table-note">{}</span>'
_BELOW = '<span class="spoken"> {}</span>'


def draw(props: DataTable, show: Show) -> SafeString:
    if not props.rows:
        return show(props.empty)
    heads = format_html_join(
        "",
        _HEAD,
        (
            (marked("is-end", column.end), marked("spoken", column.hide_label), column.label)
            for column in props.columns
        ),
    )
    rows = format_html_join("", "<tr>{}</tr>", ((_row(props.columns, row, show),) for row in props.rows))
    hidden = marked("spoken", not props.show_caption)
    return format_html(_TABLE, hidden, props.caption, heads, rows, show(props.pages))


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...], show: Show) -> SafeString:
    cells = [_cell(column, cell, show) for column, cell in zip(columns, row, strict=True)]
    return SafeString("".join(cells))


def _cell(column: Column, cell: Cell, show: Show) -> SafeString:
    words = format_html(_LINK, cell.url, cell.text) if cell.text and cell.url else cell.text or ""
    note = format_html(_NOTE, whole_refs(cell.note)) if cell.note else ""
    below = format_html(_BELOW, _("belongs to %(name)s") % {"name": cell.below}) if cell.below else ""
    value = format_html(_VALUE, show(cell.part), words, note, below)
    if column.main:
        return format_html(_MAIN, cell.css, value)
    label = format_html(_LABEL, column.label) if column.labelled else ""
    tone, empty = f" is-{cell.tone}" if cell.tone else "", " is-empty" if cell.is_empty else ""
    return format_html(_CELL, column.css, tone, empty, label, value)
