"""Who lives together: sizes, ages and relations of a household, before anybody has a name."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.config.demo.population.chance import Chance

SIZES = (1, 2, 3, 4, 5, 6, 7, 8)
SIZE_WEIGHTS = (9, 15, 23, 25, 15, 7.5, 3.5, 2)
_SIZE_RUNNING = tuple(sum(SIZE_WEIGHTS[: place + 1]) for place in range(len(SIZE_WEIGHTS)))
TWIN_BIRTHS = 0.011
MARRIED, SINGLE, DIVORCED, WIDOWED = "married", "single", "divorced", "widowed"


@dataclass(slots=True)
class Seat:
    """One place in a household. ``parents`` are the seats of mother and father, -1 when elsewhere."""

    relation: str
    sex: str
    age: float
    marital: str
    mother: int = -1
    father: int = -1
    order: int = 0
    twin: bool = False


def household_seats(chance: Chance) -> list[Seat]:
    """The seats of one household; the first is the head's."""
    size = chance.choices(SIZES, cum_weights=_SIZE_RUNNING)[0]
    if size == 1:
        return [_alone(chance)]
    kind = chance.random()
    if kind < 0.80:
        seats = _couple(chance, size)
    elif kind < 0.93:
        seats = [_single_parent(chance)]
    else:
        return _grandparent(chance, size)
    while len(seats) < size:
        _add(chance, seats)
    return seats


def _alone(chance: Chance) -> Seat:
    if chance.random() < 0.5:
        sex = "f" if chance.random() < 0.62 else "m"
        return Seat(
            "head", sex, min(94, 58 + chance.expovariate(0.08)), WIDOWED if chance.random() < 0.85 else SINGLE
        )
    sex = "m" if chance.random() < 0.62 else "f"
    return Seat("head", sex, chance.uniform(19, 52), SINGLE if chance.random() < 0.8 else DIVORCED)


def _couple(chance: Chance, size: int) -> list[Seat]:
    if size == 2 and chance.random() < 0.65:
        his = min(92.0, max(50.0, chance.gauss(66, 9)))
    else:
        his = min(85.0, max(20.0, chance.gauss(40.5, 11.5)))
    hers = max(17.5, his - max(-4.0, chance.gauss(3.6, 3.0)))
    return [Seat("head", "m", his, MARRIED), Seat("wife", "f", hers, MARRIED)]


def _single_parent(chance: Chance) -> Seat:
    sex = "f" if chance.random() < 0.66 else "m"
    age = min(85.0, max(23.0, chance.gauss(47, 11)))
    widowed = chance.random() < (0.8 if age > 50 else 0.35)
    return Seat("head", sex, age, WIDOWED if widowed else DIVORCED)


def _grandparent(chance: Chance, size: int) -> list[Seat]:
    """An older head with grandchildren whose parents work elsewhere."""
    sex = "f" if chance.random() < 0.55 else "m"
    age = max(48.0, min(88.0, chance.gauss(64, 8)))
    seats = [Seat("head", sex, age, WIDOWED if sex == "f" or size == 2 else MARRIED)]
    if seats[0].marital == MARRIED:
        seats.append(Seat("wife", "f", max(45.0, age - 4), MARRIED))
    while len(seats) < size:
        seats.append(Seat("grandchild", _sex(chance), chance.uniform(0, min(19.0, age - 40)), SINGLE))
    return seats


def _add(chance: Chance, seats: list[Seat]) -> None:
    """One more: mostly a child, else a parent, a grandchild or a relative."""
    head = seats[0]
    mother_place = 0 if head.sex == "f" else 1 if len(seats) > 1 and seats[1].relation == "wife" else -1
    mother_age = seats[mother_place].age if mother_place >= 0 else head.age - 3
    children = [seat for seat in seats if seat.relation == "child"]
    draw = chance.random()
    if draw < 0.83 and _add_child(chance, seats, children, mother_place, mother_age):
        return
    if draw < 0.93 and head.age < 62 and not any(seat.relation == "parent" for seat in seats):
        sex = "f" if chance.random() < 0.6 else "m"
        age = min(97.0, head.age + chance.uniform(20, 32))
        seats.append(Seat("parent", sex, age, WIDOWED))
        return
    if head.age > 47 and any(child.age > 21 for child in children):
        seats.append(Seat("grandchild", _sex(chance), chance.uniform(0, max(1.0, head.age - 45)), SINGLE))
        return
    age = chance.uniform(6, 70)
    marital = SINGLE if age < 24 else chance.choice((SINGLE, WIDOWED, DIVORCED))
    seats.append(Seat("relative", _sex(chance, men=0.6), age, marital))


def _add_child(
    chance: Chance, seats: list[Seat], children: list[Seat], mother_place: int, mother_age: float
) -> bool:
    if children:
        last = children[-1]
        if not last.twin and chance.random() < TWIN_BIRTHS:
            last.twin = True
            seats.append(
                Seat("child", _sex(chance) if chance.random() < 0.35 else last.sex, last.age, last.marital,
                     last.mother, last.father, len(children), True)
            )  # fmt: skip
            return True
        age = last.age - chance.uniform(1.3, 6.5)
    else:
        age = mother_age - max(17.3, chance.gauss(24.5, 4.2))
    if age < 0:
        age = chance.uniform(0, 4) if not children and mother_age < 46 else -1.0
    born_at = mother_age - age
    if age < 0 or not 16.5 < born_at < 46.5:
        return False
    if age > 27 and chance.random() < 0.55:
        age = max(0.0, mother_age - chance.uniform(30, 42))
    father = 0 if seats[0].sex == "m" else -1
    marital = SINGLE if age < 26 or chance.random() < 0.7 else DIVORCED
    sex = _sex(chance) if age < 19 else _sex(chance, men=0.64)  # daughters marry and leave earlier
    seats.append(Seat("child", sex, age, marital, mother_place, father, len(children)))
    return True


def _sex(chance: Chance, men: float = 0.514) -> str:
    return "m" if chance.random() < men else "f"
