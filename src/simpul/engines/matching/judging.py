"""How well one service fits: every point with its reason, every doubt said, no unknown taken for a no."""

from __future__ import annotations

from dataclasses import dataclass, field

from simpul.engines.matching.facts import Ask, Fit, Match, Offer
from simpul.engines.matching.places import kilometres
from simpul.kernel.text import N_, Text

NEAR_KM = 5.0  # at this distance nearness counts half


@dataclass
class _Case:
    """Points and sentences, gathered for one service."""

    points: float
    reasons: list[Text]
    against: list[Text] = field(default_factory=list)
    unknown: list[Text] = field(default_factory=list)
    barred: bool = False


def judge(ask: Ask, offer: Offer, points: float, reasons: list[Text]) -> Match | None:
    """The match of a service whose words or terms already earned points; None when the ask leaves it out."""
    away = None if offer.sealed else kilometres(
        ask.latitude, ask.longitude, offer.latitude, offer.longitude
    )  # fmt: skip
    open_now = _is_open(ask, offer)
    if _left_out(ask, offer, away, open_now):
        return None
    case = _Case(points, reasons)
    for judgement in (_whom, _area, _cost, _room, _entrance, _papers, _freshness):
        judgement(ask, offer, case)
    _way(offer, away, case)
    _hours(open_now, case)
    fit = Fit.DOES_NOT_FIT if case.barred else Fit.UNSURE if case.unknown else Fit.FITS
    return Match(
        offer, round(case.points, 4), fit, tuple(case.reasons), tuple(case.against), tuple(case.unknown),
        None if away is None else round(away, 1), open_now,
    )  # fmt: skip


def _left_out(ask: Ask, offer: Offer, away: float | None, open_now: bool | None) -> bool:
    """What the ask itself shuts out. An unknown distance or hour stays in, and says so."""
    if ask.kinds and offer.kind and offer.kind not in ask.kinds:
        return True
    if ask.within_km is not None and away is not None and away > ask.within_km and not offer.comes_home:
        return True
    if ask.free_only and offer.free is False:
        return True
    return ask.open_only and open_now is False


def _is_open(ask: Ask, offer: Offer) -> bool | None:
    if ask.moment is None or not offer.hours:
        return None
    weekday, minute = ask.moment
    return any(day == weekday and opens <= minute < closes for day, opens, closes in offer.hours)


def _whom(ask: Ask, offer: Offer, case: _Case) -> None:
    low, high = offer.ages
    if low is not None or high is not None:
        ages = {"low": low or 0, "high": high if high is not None else 120}
        if ask.age is None:
            case.unknown.append(Text(N_("Age: for %(low)s to %(high)s years."), ages))
        elif ages["low"] <= ask.age <= ages["high"]:
            case.points += 0.15
            case.reasons.append(Text(N_("Right age (%(low)s to %(high)s years)."), ages))
        else:
            case.barred = True
            case.against.append(Text(N_("Only for ages %(low)s to %(high)s."), ages))
    if offer.sexes and ask.sex and ask.sex not in offer.sexes:
        case.barred = True
        case.against.append(Text(N_("Only for women.") if offer.sexes == "f" else N_("Only for men.")))
    elif offer.sexes and not ask.sex:
        case.unknown.append(Text(N_("For women.") if offer.sexes == "f" else N_("For men.")))


def _area(ask: Ask, offer: Offer, case: _Case) -> None:
    if not offer.covers or not ask.region:
        return
    if any(ask.region.startswith(code) for code in offer.covers):
        case.points += 0.25
        case.reasons.append(Text(N_("Serves this area.")))
    elif any(code.startswith(ask.region) for code in offer.covers):
        case.unknown.append(Text(N_("Serves only a part of this area.")))
    else:
        case.barred = True
        case.against.append(Text(N_("Does not serve this area.")))


def _cost(ask: Ask, offer: Offer, case: _Case) -> None:
    if offer.free:
        case.points += 0.1
        case.reasons.append(Text(N_("Free of charge.")))
    elif offer.free is None and ask.free_only:
        case.unknown.append(Text(N_("Whether it costs anything.")))
    elif offer.free is False:
        case.against.append(Text(N_("Costs something.")))


def _room(ask: Ask, offer: Offer, case: _Case) -> None:
    if offer.free_places is not None and offer.free_places <= 0:
        case.points -= 0.3
        if offer.waiting_days:
            case.against.append(
                Text(N_("No place free; usual wait %(days)s days."), {"days": offer.waiting_days})
            )
        else:
            case.against.append(Text(N_("No place free now.")))
    elif offer.free_places:
        case.points += 0.1
        case.reasons.append(Text(N_("Places free: %(count)s."), {"count": offer.free_places}))
    elif offer.waiting_days:
        case.points -= min(0.3, offer.waiting_days / 200)
        case.against.append(Text(N_("Usual wait %(days)s days."), {"days": offer.waiting_days}))


def _entrance(ask: Ask, offer: Offer, case: _Case) -> None:
    missing = [one for one in ask.access if one not in offer.access]
    if ask.access and not missing:
        case.points += 0.15
        case.reasons.append(Text(N_("Accessible for this person.")))
    elif missing and offer.access and not offer.comes_home:
        case.points -= 0.25
        case.against.append(Text(N_("Not everything that this person needs to get in is there.")))
    elif missing and not offer.comes_home:
        case.unknown.append(Text(N_("Whether this person can get in.")))
    if ask.language and offer.languages:
        if ask.language in offer.languages:
            case.points += 0.1
            case.reasons.append(Text(N_("Speaks this person's language.")))
        else:
            case.against.append(Text(N_("Does not speak this person's language.")))


def _papers(ask: Ask, offer: Offer, case: _Case) -> None:
    if ask.has is None or not offer.documents:
        return
    missing = [one for one in offer.documents if one not in ask.has]
    if missing:
        case.points -= 0.05 * min(3, len(missing))
        case.against.append(Text(N_("Papers still missing: %(count)s."), {"count": len(missing)}))
    else:
        case.points += 0.1
        case.reasons.append(Text(N_("All papers are at hand.")))


def _freshness(ask: Ask, offer: Offer, case: _Case) -> None:
    if offer.days_unchecked is None or offer.overdue:
        case.points -= 0.1
        case.unknown.append(Text(N_("Whether the entry still holds: it was not checked lately.")))


def _way(offer: Offer, away: float | None, case: _Case) -> None:
    if offer.comes_home:
        case.points += 0.2
        case.reasons.append(Text(N_("Comes to the home.")))
    if offer.sealed:
        case.reasons.append(Text(N_("Place protected: reached by telephone only.")))
    elif away is not None:
        case.points += 0.6 * NEAR_KM / (NEAR_KM + away)
        case.reasons.append(Text(N_("%(km)s km away, as the crow flies."), {"km": f"{away:.1f}"}))
    elif offer.latitude is None and not offer.comes_home:
        case.unknown.append(Text(N_("How far it is.")))


def _hours(open_now: bool | None, case: _Case) -> None:
    if open_now:
        case.points += 0.1
        case.reasons.append(Text(N_("Open at this time.")))
    elif open_now is False:
        case.points -= 0.05
        case.against.append(Text(N_("Closed at this time.")))
