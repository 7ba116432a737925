"""Drawn in Python, for lists have many rows (ADR 22)."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.drawing import Show, marked, whole_refs
from simpul.web.ui.markup import NOTHING, put

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
Place = tuple[Column, str, SafeString]  # a column, the classes of its cells, the label that they repeat


def draw(props: DataTable, show: Show) -> SafeString:
    if not props.rows:
        return show(props.empty)
    heads = "".join(
        put(_HEAD, marked("is-end", column.end), marked("spoken", column.hide_label), column.label)
        for column in props.columns
    )
    places = [
        (column, column.css, put(_LABEL, column.label) if column.labelled else NOTHING)
        for column in props.columns
    ]
    rows = "".join(_row(places, row, show) for row in props.rows)
    hidden = marked("spoken", not props.show_caption)
    return put(_TABLE, hidden, props.caption, SafeString(heads), SafeString(rows), show(props.pages))


def _row(places: list[Place], row: tuple[Cell, ...], show: Show) -> str:
    cells = "".join([_cell(place, cell, show) for place, cell in zip(places, row, strict=True)])
    return f"<tr>{cells}</tr>"


def _cell(place: Place, cell: Cell, show: Show) -> SafeString:
    column, css, label = place
    words = put(_LINK, cell.url, cell.text) if cell.text and cell.url else cell.text or ""
    note = put(_NOTE, whole_refs(cell.note)) if cell.note else ""
    below = put(_BELOW, _("belongs to %(name)s") % {"name": cell.below}) if cell.below else ""
    value = put(_VALUE, show(cell.part) if cell.part is not None else NOTHING, words, note, below)
    if column.main:
        return put(_MAIN, cell.css, value)
    tone, empty = f" is-{cell.tone}" if cell.tone else "", " is-empty" if cell.is_empty else ""
    return put(_CELL, css, tone, empty, label, value)
