"""Lists of agencies, services and places as tables."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.directory.choices import Access, ServiceStatus, SystemKind
from simpul.directory.queries.keeping import AgencyRow, ReportRow, StaleEntry
from simpul.directory.queries.service_sheet import AgencySheet
from simpul.kernel.actor import Actor
from simpul.reference.queries.categories import categories
from simpul.reference.queries.regions import region_labels
from simpul.reference.queries.taxonomy import taxonomy
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.formats import day
from simpul.web.ui.language import reading_language


def term_labels(actor: Actor, codes: tuple[str, ...], language: str) -> tuple[str, ...]:
    labels = {term.code: term.label(language) for term in taxonomy(actor, kind="service")}
    return tuple(labels.get(code, code) for code in codes)


def agencies(actor: Actor, rows: tuple[AgencyRow, ...]) -> DataTable:
    kinds = dict(SystemKind.choices)
    labels = region_labels(actor, codes=frozenset(row.region_code for row in rows))
    return DataTable(
        _("Who helps"),
        (
            Column(_("Name"), main=True),
            Column(_("Kind")),
            Column(_("Region")),
            Column(_("Services"), end=True),
        ),
        tuple(
            (
                Cell(
                    row.name,
                    reverse("desk_agency", args=[row.id]),
                    _("invented") if row.synthetic else row.phone,
                ),
                Cell(str(kinds[SystemKind(row.kind)])),
                Cell(labels[row.region_code].name if row.region_code in labels else row.region_code),
                Cell(str(row.services)),
            )
            for row in rows
        ),
        empty=EmptyState(
            _("Nobody of this name"), _("Enter whoever helps, so that others find them."), "hand-helping"
        ),
    )


def agency_facts(actor: Actor, sheet: AgencySheet) -> Facts:
    language = reading_language()
    kinds = {
        row.code: (row.label_en if language == "en" else row.label_id)
        for row in categories(actor, group="psks")
    }
    return Facts(
        (
            Fact(_("Kind"), str(dict(SystemKind.choices)[SystemKind(sheet.kind)]), kinds.get(sheet.psks, "")),
            Fact(_("Region"), sheet.region),
            Fact(_("Phone"), sheet.phone),
            Fact(_("E-mail"), sheet.email),
            Fact(_("Website"), sheet.website),
            Fact(_("Where this comes from"), sheet.source),
        )
    )


def services(sheet: AgencySheet) -> DataTable:
    states = dict(ServiceStatus.choices)
    return DataTable(
        _("Services"),
        (Column(_("Service"), main=True), Column(_("State")), Column(_("Entry checked on"))),
        tuple(
            (
                Cell(one.name, reverse("desk_service", args=[one.id])),
                Cell(str(states[ServiceStatus(one.status)])),
                Cell(day(one.checked_at) if one.checked_at else _("never")),
            )
            for one in sheet.services
        ),
        empty=EmptyState(_("No service entered yet"), _("Enter what this agency gives."), "hand-heart"),
    )


def places(sheet: AgencySheet) -> DataTable:
    access = dict(Access.choices)
    return DataTable(
        _("Places"),
        (Column(_("Place"), main=True), Column(_("Region")), Column(_("To get in"))),
        tuple(
            (Cell(_("Protected place"), part=Badge(_("Protected"), "plum", "shield")), Cell(""), Cell(""))
            if one.sealed
            else (
                Cell(one.name or one.address, note=one.address if one.name else ""),
                Cell(one.region),
                Cell(", ".join(str(access.get(code, code)) for code in one.access)),
            )
            for one in sheet.places
        ),
        empty=EmptyState(
            _("No place entered"), _("Add where it helps, or leave it: some help by telephone."), "map-pin"
        ),
    )


def stale(rows: tuple[StaleEntry, ...]) -> DataTable:
    return DataTable(
        _("To be checked"),
        (Column(_("Service"), main=True), Column(_("Phone")), Column(_("Entry checked on"))),
        tuple(
            (
                Cell(row.name, reverse("desk_service", args=[row.service_id]), row.agency),
                Cell(row.phone),
                Cell(day(row.checked_at) if row.checked_at else _("never")),
            )
            for row in rows
        ),
        empty=EmptyState(
            _("Every entry was checked lately"), _("Entries come here after half a year."), "circle-check"
        ),
    )


def reports(rows: tuple[ReportRow, ...]) -> DataTable:
    return DataTable(
        _("Reported as wrong"),
        (Column(_("Service"), main=True), Column(_("What is wrong")), Column(_("When"))),
        tuple(
            (
                Cell(row.service, reverse("settle_report", args=[row.report_id]), row.agency),
                Cell(row.words),
                Cell(day(row.made_at)),
            )
            for row in rows
        ),
        empty=EmptyState(_("Nothing was reported"), _("Anybody may say that an entry is wrong."), "flag"),
    )
