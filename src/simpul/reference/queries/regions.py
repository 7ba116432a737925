"""Finding regions and saying where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Replace

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.errors import EntryUnknown
from simpul.reference.models import Region, RegionBoundary, RegionLoad
from simpul.reference.models.dated import holding_on
from simpul.reference.rules.regions import CODE, ancestors_of, asked_words
from simpul.safeguards.gate import query

MOST_HITS = 50
CLOSED = 6
SHORTEST_WORD = 2


@dataclass(frozen=True)
class RegionRow:
    """A region as lists show it; ``label`` is its name with everything above it."""

    code: str
    name: str
    title: str
    level: str
    path: str
    lat: float | None
    lng: float | None
    population: int | None
    fictional: bool

    @property
    def label(self) -> str:
        return f"{self.name}, {self.path}" if self.path else self.name


@dataclass(frozen=True)
class NamedVillages:
    """The villages of a name that lie in the district named beside it, and how many bear the name at all."""

    fitting: tuple[RegionRow, ...]
    bearing: int


@dataclass(frozen=True)
class RegionPlace:
    """A region with all above it, nearest first, and what became of it when it is no longer there."""

    region: RegionRow
    above: tuple[RegionRow, ...]
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    source: str
    certainty: str


@dataclass(frozen=True)
class RegionOutline:
    """A region's outline as GeoJSON geometry text, and the box around it."""

    code: str
    name: str
    geometry: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class RegionLoadRow:
    """One table that was taken over."""

    source: str
    checksum: str
    rows: int
    counts: dict[str, int]
    loaded_at: str


FIELDS = ("code", "name", "title", "level", "path", "lat", "lng", "population", "fictional")


@query(silent=True)
def find_regions(
    actor: Actor,
    *,
    words: str,
    levels: tuple[str, ...] = (),
    within: str = "",
    near: str = "",
    limit: int = 10,
) -> tuple[RegionRow, ...]:
    """Type-ahead: every word must begin a word of the region's name or of a name above it.

    A code is found too. The region's own name counts more than those above it; so does a higher level.
    ``near`` is the code of where the asker works: names of that regency, then of that province, come first.
    """
    standing = Region.objects.filter(valid_to__isnull=True)
    if levels:
        standing = standing.filter(level__in=levels)
    if within and not CODE.fullmatch(within):
        return ()
    if within:
        standing = standing.filter(code__startswith=within)
    limit = max(1, min(limit, MOST_HITS))
    if CODE.fullmatch(words.strip()):
        return _rows(standing.filter(code__startswith=words.strip()).order_by("code")[:limit])
    asked = asked_words(words)
    if not asked or max(map(len, asked)) < SHORTEST_WORD:
        return ()
    whole = standing
    for word in asked:
        standing = standing.filter(words__contains=f" {word}")
    ranked, order = standing.annotate(rank=_rank(asked)), ["rank", "code"]
    if CODE.fullmatch(near):
        ranked, order = ranked.annotate(far=_far(near, asked[0])), ["far", *order]
    found = _rows(ranked.order_by(*order)[:limit])
    return found or _closed_up(whole, asked, limit)


def _closed_up(standing: QuerySet[Region], asked: tuple[str, ...], limit: int) -> tuple[RegionRow, ...]:
    """Sumber Agung is written Sumberagung as often: nothing was found, so spaces are left out of account."""
    typed = "".join(asked)
    if len(typed) < CLOSED:
        return ()
    closed = standing.annotate(closed=Replace("words", Value(" "), Value("")))
    return _rows(closed.filter(closed__startswith=typed).order_by("code")[:limit])


def _rank(asked: tuple[str, ...]) -> Case:
    """Best first: the name as typed, then names that begin so; within each, the higher level first."""
    typed = " ".join(asked)
    first = asked[0]
    exactly = Q(name_key=typed)
    if typed.startswith("kota "):
        exactly |= Q(name_key=typed.removeprefix("kota "), title__startswith="kota")
    return Case(
        *(
            When(Q(condition) & Q(level=level), then=Value(place * 10 + height))
            for place, condition in enumerate(
                (exactly, Q(name_key=first), Q(name_key__startswith=first), Q(pk__isnull=False))
            )
            for height, level in enumerate(("province", "regency", "district", "village"))
        ),
        default=Value(99),
        output_field=IntegerField(),
    )


def _far(near: str, first: str) -> Case:
    """0 in the same regency, 1 in the same province, 2 elsewhere; only names that begin as typed are near."""
    ours = [near[:end] for end in (5, 2) if len(near) >= end]
    return Case(
        *(
            When(Q(name_key__startswith=first, code__startswith=part), then=Value(place))
            for place, part in enumerate(ours)
        ),
        default=Value(2),
        output_field=IntegerField(),
    )


@query(silent=True)
def villages_named(
    actor: Actor, *, names: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], NamedVillages]:
    """For lists that know villages by name: who bears exactly this name (village, district or nothing)."""
    keys = {village: " ".join(asked_words(village)) for village, _district in names}
    villages = Region.objects.filter(level="village", valid_to__isnull=True)
    bearers = _bearing(villages, "name_key", {key for key in keys.values() if key})
    joined = {key: key.replace(" ", "") for key in keys.values() if key and key not in bearers}
    if joined:
        closed = villages.annotate(closed=Replace("name_key", Value(" "), Value("")))
        found = _bearing(closed, "closed", set(joined.values()))
        bearers |= {key: found[name] for key, name in joined.items() if name in found}
    answer = {}
    for village, district in names:
        bearing = bearers.get(keys[village], [])
        above = asked_words(district)
        fitting = [row for row in bearing if not above or asked_words(row.path.partition(",")[0]) == above]
        answer[village, district] = NamedVillages(tuple(fitting), len(bearing))
    return answer


def _bearing(villages: QuerySet[Region], name: str, wanted: set[str]) -> dict[str, list[RegionRow]]:
    """Villages by their name, as ``name`` writes it."""
    found: dict[str, list[RegionRow]] = {}
    asked = sorted(wanted)
    for start in range(0, len(asked), 500):
        rows = villages.filter(**{f"{name}__in": asked[start : start + 500]}).order_by("code")
        for key, *row in rows.values_list(name, *FIELDS):
            found.setdefault(key, []).append(RegionRow(*row))
    return found


@query(silent=True)
def region_place(actor: Actor, *, code: str, on: date | None = None) -> RegionPlace:
    """Where a region lies, as of a day; also for codes that are gone."""
    day = on or today()
    if not CODE.fullmatch(code):
        raise EntryUnknown(code[:20])
    rows = Region.objects.filter(holding_on(day))
    found = rows.filter(code=code).first()
    found = found or Region.objects.filter(code=code).order_by("-valid_to").first()
    if found is None:
        raise EntryUnknown(code)
    above = {row.code: row for row in _rows(rows.filter(code__in=ancestors_of(code)))}
    return RegionPlace(
        region=RegionRow(*(getattr(found, name) for name in FIELDS)),
        above=tuple(above[parent] for parent in ancestors_of(code) if parent in above),
        valid_from=found.valid_from,
        valid_to=found.valid_to,
        successors=tuple(part for part in found.successors.split(";") if part),
        source=found.source,
        certainty=found.certainty,
    )


@query(silent=True)
def region_labels(actor: Actor, *, codes: frozenset[str]) -> dict[str, RegionRow]:
    """Many regions at once, for lists; the standing name, else the last one."""
    found = Region.objects.filter(code__in=codes).values_list("valid_to", *FIELDS)
    latest_last = sorted(found, key=lambda row: row[0] or date.max)
    return {row.code: row for row in (RegionRow(*facts) for _valid_to, *facts in latest_last)}


@query(silent=True)
def region_children(actor: Actor, *, code: str = "") -> tuple[RegionRow, ...]:
    """The regions directly below; without a code, the provinces."""
    if code and not CODE.fullmatch(code):
        return ()
    return _rows(Region.objects.filter(parent_code=code, valid_to__isnull=True).order_by("code"))


@query(silent=True)
def region_outlines(actor: Actor, *, within: str, level: str) -> tuple[RegionOutline, ...]:
    """The outlines of all regions of a level inside a region, for a map."""
    standing = Region.objects.filter(valid_to__isnull=True, code__startswith=within, level=level)
    names = dict(standing.values_list("code", "name"))
    shapes = RegionBoundary.objects.filter(code__startswith=within)
    return tuple(
        RegionOutline(
            shape.code, names[shape.code], shape.geometry, (shape.west, shape.south, shape.east, shape.north)
        )
        for shape in shapes
        if shape.code in names
    )


@query(silent=True)
def region_loads(actor: Actor) -> tuple[RegionLoadRow, ...]:
    """Which tables were taken over, newest first."""
    return tuple(
        RegionLoadRow(load.source, load.checksum, load.rows, load.counts, load.loaded_at.isoformat())
        for load in RegionLoad.objects.all()[:50]
    )


def _rows(regions: QuerySet[Region]) -> tuple[RegionRow, ...]:
    return tuple(RegionRow(*row) for row in regions.values_list(*FIELDS))
