"""Lets all stories happen side by side, in the order of time, each act at its own moment."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable
from datetime import datetime

from simpul.config.demo.course import accompany, make_plan, review
from simpul.config.demo.ending import end
from simpul.config.demo.life import Life, Moments
from simpul.config.demo.opening import assess, choose, confer, open_case
from simpul.kernel.clock import at


def lived(life: Life) -> Moments:
    """The whole of one story, as far as it goes."""
    yield life.pace.moment
    yield from open_case(life)
    if not life.reaches("assessment"):
        return
    yield from assess(life)
    if not life.reaches("conference"):
        return
    yield from confer(life)
    if not life.reaches("plan"):
        return
    yield from choose(life)
    yield from make_plan(life)
    if not life.reaches("intervention"):
        return
    yield from accompany(life)
    if "leaves_early" in life.marks:
        yield from end(life, life.chance.choice(["moved", "refused", "referred"]))
        return
    if not life.reaches("review"):
        return
    yield from review(life)
    if life.reaches("aftercare"):
        yield from end(life)


def tell(happenings: Iterable[Moments], until: datetime) -> int:
    """Run them all, always the earliest next; what lies beyond ``until`` has not happened yet."""
    order = itertools.count()
    waiting: list[tuple[datetime, int, Moments]] = []
    for happening in happenings:
        moment = next(happening, None)
        if moment is not None:
            heapq.heappush(waiting, (moment, next(order), happening))
    steps = 0
    while waiting:
        moment, _place, happening = heapq.heappop(waiting)
        if moment > until:
            continue
        with at(moment):
            following = next(happening, None)
        steps += 1
        if following is not None:
            heapq.heappush(waiting, (max(following, moment), next(order), happening))
    return steps
