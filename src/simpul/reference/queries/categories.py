"""The categories of need and of strength, as they hold on a day."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.errors import EntryUnknown
from simpul.reference.models import Category
from simpul.reference.models.dated import holding_on
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class CategoryRow:
    """A category. ``label_*`` are the words for people; ``legal_label`` is for forms that demand it."""

    code: str
    group: str
    legal_label: str
    label_id: str
    label_en: str
    test_id: str
    test_en: str
    for_person: bool
    for_family: bool
    for_community: bool
    cluster: str
    age_min: int | None
    age_max: int | None
    sensitivity: str
    legal_forms_only: bool
    advice_id: str
    advice_en: str
    basis: str
    source: str
    certainty: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_id

    def fits_age(self, age: int | None) -> bool:
        """Whether an age lies within the bounds; an unknown age fits, for help must not wait for it."""
        if age is None:
            return True
        return (self.age_min is None or age >= self.age_min) and (self.age_max is None or age <= self.age_max)


_NAMES = tuple(field.name for field in fields(CategoryRow))


@query(silent=True)
def categories(actor: Actor, *, group: str = "ppks", on: date | None = None) -> tuple[CategoryRow, ...]:
    """All categories of a group that hold on a day, in the order of the law."""
    rows = Category.objects.filter(holding_on(on or today()), group=group).order_by("position")
    return tuple(CategoryRow(*row) for row in rows.values_list(*_NAMES))


@query(silent=True)
def category(actor: Actor, *, code: str, on: date | None = None) -> CategoryRow:
    """One category as it holds on a day."""
    rows = Category.objects.filter(holding_on(on or today()), code=code)
    for row in rows.values_list(*_NAMES):
        return CategoryRow(*row)
    raise EntryUnknown(code)
