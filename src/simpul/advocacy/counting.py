"""Who met which kind of barrier in a quarter, and by what they are counted.

The unit of every number is one person with one kind of barrier in one quarter, counted once: where and when
she met it first. So each number is a number of persons, and the lines of a table add up.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from simpul.advocacy.choices import Dimension
from simpul.advocacy.rules.quarters import Quarter
from simpul.casework.choices import Setting
from simpul.directory.models import Agency, Place
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import WIB
from simpul.reference.queries.counting import age_bands
from simpul.reference.queries.referrals import barrier_types
from simpul.reference.queries.regions import region_labels
from simpul.referral.models import Barrier
from simpul.registry.choices import Sex
from simpul.safeguards.fields import ERASED

SHELTER = "shelter"
MUCH = frozenset(
    {"3", "4"}
)  # the cut-off of the Washington Group: a lot of difficulty, or cannot do it at all
AREA_LEVELS = (5, 8, 13)  # regency, district, village: so many characters of a region code

NOT_KNOWN = gettext_lazy("not known")


@dataclass(frozen=True)
class Words:
    """A name in both languages."""

    id: str
    en: str

    def said(self, language: str) -> str:
        return self.en if language == "en" else self.id


def both(words: str | Promise) -> Words:
    """A sentence of the catalogues in both languages."""
    with override("id"):
        indonesian = str(words)
    with override("en"):
        return Words(indonesian, str(words))


def meetings_in(office_id: uuid.UUID, quarter: Quarter) -> list[Barrier]:
    """One barrier for each person and kind: the first that was noted in the quarter.

    The day of noting counts, not that of the event: so a quarter that has ended stays as it is. A case
    without a known client counts as one person.
    """
    begin = datetime.combine(quarter.first, time(), WIB)
    end = datetime.combine(quarter.after.first, time(), WIB)
    noted = Barrier.objects.filter(case__office_id=office_id, at__gte=begin, at__lt=end)
    first: dict[tuple[uuid.UUID, str], Barrier] = {}
    for one in noted.select_related("case__client").order_by("at", "id"):
        first.setdefault((one.case.client_id or one.case_id, one.kind), one)
    return list(first.values())


def kinds_on(day: date, found: list[Barrier]) -> dict[str, Words]:
    """The kinds in the order of the reference data, then those that it no longer knows."""
    known = {one.code: Words(one.label_id, one.label_en) for one in barrier_types(system_actor(), on=day)}
    return known | {one.kind: Words(one.kind, one.kind) for one in found if one.kind not in known}


def columns_for(
    dimension: Dimension, found: list[Barrier], quarter: Quarter
) -> tuple[list[str], dict[str, Words]]:
    """For each of these, in which column it stands; and the names of all columns in their order."""
    return MAKERS[dimension](found, quarter)


def areas_for(found: list[Barrier], level: int) -> tuple[list[str], dict[str, Words]]:
    """Columns by so many characters of the case's region code; what is coarser than that is not known."""
    codes = [one.case.region_code[:level] if len(one.case.region_code) >= level else "" for one in found]
    labels = region_labels(system_actor(), codes=frozenset(filter(None, codes)))
    names = {
        code: Words(labels[code].name, labels[code].name) for code in sorted(set(codes)) if code in labels
    }
    return codes, names | {
        code: Words(code, code) for code in codes if code and code not in names
    } | _not_known()


def _not_known() -> dict[str, Words]:
    return {"": both(NOT_KNOWN)}


def _by_kind(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    return ["all"] * len(found), {"all": both(gettext_lazy("Persons"))}


def _by_month(found: list[Barrier], quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    from babel.dates import format_date

    names = {
        f"{day:%Y-%m}": Words(format_date(day, "MMMM", "id"), format_date(day, "MMMM", "en"))
        for day in quarter.months
    }
    return [f"{one.at.astimezone(WIB):%Y-%m}" for one in found], names


def _by_agency(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    """Agencies that shelter somebody are one column without a name."""
    ids = {one.agency_id for one in found if one.agency_id}
    sealed = set(Place.objects.filter(agency__in=ids, sealed=True).values_list("agency_id", flat=True))
    names = {
        str(pk): Words(name, name)
        for pk, name in Agency.objects.filter(pk__in=ids - sealed).order_by("name").values_list("pk", "name")
    }
    keys = [SHELTER if one.agency_id in sealed else str(one.agency_id or "") for one in found]
    names[SHELTER] = both(gettext_lazy("a protected place"))
    return keys, names | {"": both(gettext_lazy("no agency named"))}


def _by_rule(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    """Rules as they were told, told apart by their words. What fewer were told is never shown."""
    keys: list[str] = []
    names: dict[str, Words] = {}
    for one in found:
        said = " ".join(str(one.rule).split()).strip(" .")
        key = "" if said in {ERASED, _(ERASED)} else said.casefold()
        keys.append(key)
        names.setdefault(key, Words(said, said))
    return keys, dict(sorted(names.items())) | {"": both(gettext_lazy("no rule named"))}


def _by_sex(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    names = {one.value: both(one.label) for one in Sex}
    return _known([one.case.client.sex if one.case.client else "" for one in found], names)


def _by_age(found: list[Barrier], quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    """The age in full years on the last day of the quarter."""
    bands = age_bands(system_actor(), on=quarter.last)

    def band(born: date | None) -> str:
        if born is None or born > quarter.last:
            return ""
        age = (
            quarter.last.year - born.year - ((quarter.last.month, quarter.last.day) < (born.month, born.day))
        )
        return next((one.code for one in bands if one.holds(age)), "")

    keys = [band(one.case.client.birth_date if one.case.client else None) for one in found]
    return _known(keys, {one.code: Words(one.label_id, one.label_en) for one in bands})


def _by_disability(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    """As the person herself answered the questions about difficulties."""

    def group(told: object) -> str:
        if not isinstance(told, dict) or not told:
            return ""
        return "yes" if any(str(level) in MUCH for level in told.values()) else "no"

    keys = [group(one.case.client.functional_difficulties if one.case.client else None) for one in found]
    names = {
        "yes": both(gettext_lazy("with a disability")),
        "no": both(gettext_lazy("without a disability")),
    }
    return _known(keys, names)


def _by_setting(found: list[Barrier], _quarter: Quarter) -> tuple[list[str], dict[str, Words]]:
    return _known([one.case.setting for one in found], {one.value: both(one.label) for one in Setting})


def _known(keys: list[str], names: dict[str, Words]) -> tuple[list[str], dict[str, Words]]:
    return [key if key in names else "" for key in keys], names | _not_known()


Maker = Callable[[list[Barrier], Quarter], tuple[list[str], dict[str, Words]]]
MAKERS: dict[Dimension, Maker] = {
    Dimension.KIND: _by_kind,
    Dimension.MONTH: _by_month,
    Dimension.AGENCY: _by_agency,
    Dimension.RULE: _by_rule,
    Dimension.SEX: _by_sex,
    Dimension.AGE: _by_age,
    Dimension.DISABILITY: _by_disability,
    Dimension.SETTING: _by_setting,
}
