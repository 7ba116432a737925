"""A service as a sheet: what it is, for whom, what to bring, which steps, which rights."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from simpul.directory.choices import Access, Cost, Paper, Sexes
from simpul.directory.queries.service_sheet import PlaceSheet, ServiceSheet
from simpul.directory.rules.hours import DAYS, Opening
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.formats import long_day


@dataclass(frozen=True)
class SheetPicture:
    """What the sheet shows beside the service's own words."""

    sheet: ServiceSheet
    facts: Facts
    places: tuple[Facts, ...]
    papers: tuple[str, ...]


def picture(sheet: ServiceSheet) -> SheetPicture:
    """The facts in the reader's language; what is not known says so."""
    papers = dict(Paper.choices)
    return SheetPicture(
        sheet,
        Facts(tuple(_facts(sheet))),
        tuple(Facts(tuple(_place(place))) for place in sheet.places),
        tuple(str(papers.get(code, code)) for code in sheet.papers),
    )


def _facts(sheet: ServiceSheet) -> list[Fact]:
    costs = dict(Cost.choices)
    found = [
        Fact(_("For whom"), _whom(sheet), sheet.eligibility),
        Fact(_("Cost"), sheet.cost_words or str(costs[Cost(sheet.cost)])),
        Fact(_("Serves"), ", ".join(sheet.covers) if sheet.covers else _("everywhere")),
    ]
    if sheet.comes_home:
        found.append(Fact(_("At home"), _("comes to the home")))
    if sheet.free_places is not None:
        found.append(Fact(_("Places free"), str(sheet.free_places), _told(sheet)))
    if sheet.waiting_days:
        found.append(Fact(_("Usual wait"), _("%(days)s days") % {"days": sheet.waiting_days}))
    if sheet.languages:
        found.append(Fact(_("Languages"), ", ".join(sheet.languages)))
    found.append(
        Fact(
            _("Entry checked on"),
            long_day(sheet.checked_at) if sheet.checked_at else _("never"),
            sheet.source,
        )
    )
    return found


def _told(sheet: ServiceSheet) -> str:
    return (
        _("as told on %(day)s") % {"day": long_day(sheet.capacity_told_at)} if sheet.capacity_told_at else ""
    )


def _whom(sheet: ServiceSheet) -> str:
    whom = str(dict(Sexes.choices)[Sexes(sheet.sexes)])
    if sheet.age_from is None and sheet.age_to is None:
        return whom
    if sheet.age_to is None:
        return _("%(whom)s from %(low)s years") % {"whom": whom, "low": sheet.age_from}
    ages = {"whom": whom, "low": sheet.age_from or 0, "high": sheet.age_to}
    return _("%(whom)s from %(low)s to %(high)s years") % ages


def _place(place: PlaceSheet) -> list[Fact]:
    if place.sealed:
        return [Fact(_("Where"), _("Protected: nobody is told the address. Call."))]
    access = dict(Access.choices)
    found = [Fact(_("Where"), ", ".join(part for part in (place.name, place.address) if part), place.region)]
    if place.openings:
        hours = "\n".join(_opening(one) for one in place.openings)
        closed = "" if place.open_on_holidays else _("closed on public holidays")
        found.append(Fact(_("Open"), hours, closed))
    if place.access:
        found.append(Fact(_("To get in"), ", ".join(str(access.get(code, code)) for code in place.access)))
    return found


def _opening(opening: Opening) -> str:
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    numbers = [DAYS.index(day) for day in opening.days]
    row = numbers == list(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 2
    days = f"{names[numbers[0]]}–{names[numbers[-1]]}" if row else ", ".join(names[one] for one in numbers)
    return f"{days} {opening.opens.replace(':', '.')}–{opening.closes.replace(':', '.')}"
