"""What is wrong in a foreign package, in words, and what its sender can do about it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simpul.directory.rules.hsds.reading import Fault
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.formats import count_of

UTF8 = gettext_lazy("Save the table as UTF-8 and send it again.")
FILL = gettext_lazy("Fill it in; HSDS asks for it.")
LEFT = gettext_lazy("Nothing: it is left out, the rest of the row is taken.")
# what is wrong -> how it is said, what to do
WORDS = {
    "file_missing": (gettext_lazy("The file is missing."), gettext_lazy("Ask for a whole package.")),
    "empty": (gettext_lazy("The file is empty."), gettext_lazy("Ask for a whole package.")),
    "column_missing": (gettext_lazy("The column is missing, so no row can be taken."), FILL),
    "column_unknown": (gettext_lazy("HSDS 3.1 knows no such column."), LEFT),
    "cells": (
        gettext_lazy("There are more cells than columns."),
        gettext_lazy("Put text with commas between quotation marks."),
    ),
    "row_unreadable": (
        gettext_lazy("The row cannot be read."),
        gettext_lazy("Look for a quotation mark without its partner, or a very long cell."),
    ),
    "no_record": (gettext_lazy("This is no record."), gettext_lazy("Write an object with its fields.")),
    "missing": (gettext_lazy("This must not be empty."), FILL),
    "double": (
        gettext_lazy("This id stands in an earlier row."),
        gettext_lazy("Give each row an id of its own; the first row counts."),
    ),
    "dangling": (
        gettext_lazy("It points at a row that is not there, or that could not be taken."),
        gettext_lazy("Correct the id, or the row that it points at."),
    ),
    "encoding": (gettext_lazy("The text holds signs that are no UTF-8."), UTF8),
    "long": (gettext_lazy("The text is too long."), gettext_lazy("Shorten it.")),
    "uuid": (gettext_lazy("This is no UUID."), gettext_lazy("Write ids as HSDS 3 asks: as a UUID.")),
    "date": (
        gettext_lazy("This day does not exist, or is not written as 2026-11-28."),
        gettext_lazy("Write year, month, day. 29 February is only in leap years."),
    ),
    "moment": (
        gettext_lazy("This moment is not clear."),
        gettext_lazy("Write it as 2026-11-28T08:00:00+07:00."),
    ),
    "clock": (gettext_lazy("This is no time of the day."), gettext_lazy("Write it as 08:00.")),
    "zone": (gettext_lazy("The time zone is no number."), gettext_lazy("Write hours from UTC, for WIB 7.")),
    "country": (gettext_lazy("This is no country code."), gettext_lazy("Write two letters: ID.")),
    "number": (gettext_lazy("This is no number."), gettext_lazy("Write digits only.")),
    "email": (gettext_lazy("This is no e-mail address."), LEFT),
    "uri": (gettext_lazy("This is no web address."), gettext_lazy("Write it with https://.")),
    "status": (
        gettext_lazy("This state is not known."),
        gettext_lazy("Write active, inactive, defunct or temporarily closed."),
    ),
    "place": (
        gettext_lazy("This kind of place is not known."),
        gettext_lazy("Write physical, postal or virtual."),
    ),
    "half_point": (gettext_lazy("Half of the point is missing."), LEFT),
    "not_weekly": (
        gettext_lazy("These hours do not come round every week on plain days."),
        gettext_lazy("Nothing: these hours are left out, the service is taken. Enter them by hand."),
    ),
    "hours": (gettext_lazy("It closes before it opens."), gettext_lazy("Check both times.")),
    "ages": (gettext_lazy("The highest age lies below the lowest."), gettext_lazy("Check both ages.")),
    "no_term": (
        gettext_lazy("What kind of help this is cannot be told, so it would never be found."),
        gettext_lazy("Add an attribute with a term from our list of taxonomy terms."),
    ),
}
OTHER = (gettext_lazy("This value is not allowed here."), gettext_lazy("Look at the HSDS reference."))


def what(fault: Fault) -> str:
    return str(WORDS.get(fault.what, OTHER)[0])


def remedy(fault: Fault) -> str:
    return str(WORDS.get(fault.what, OTHER)[1])


def table(faults: tuple[Fault, ...]) -> DataTable:
    columns = (
        Column(_("Row"), main=True),
        Column(_("Column")),
        Column(_("What stands there")),
        Column(_("What is wrong")),
        Column(_("What to do")),
    )
    rows = tuple(
        (
            Cell(_("%(file)s, row %(row)s") % {"file": one.file, "row": count_of(one.row)}),
            Cell(one.column or "-"),
            Cell(one.value or "-"),
            Cell(what(one), tone="bad"),
            Cell(remedy(one)),
        )
        for one in faults
    )
    return DataTable(_("Faults"), columns, rows)
