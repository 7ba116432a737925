"""What is measured: the pages that workers open all day, each worker her own cases and clients."""

from __future__ import annotations

import itertools
import uuid
from datetime import timedelta

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from simpul.config.bench._driving import FRAMED, TRIVIAL, Page
from simpul.config.bench._town import Town
from simpul.kernel.clock import now
from simpul.kernel.refs import new_id

NOTE = "Datang ke rumah, bertemu ibu dan kedua anak. Sepakat bertemu lagi pekan depan. " * 3


def pages_of(town: Town) -> tuple[list[Page], list[str]]:
    """The pages of this version, the trivial view and the empty frame first; and the names that it lacks."""
    theirs = _theirs(town)
    terms = itertools.cycle([" ".join(known.name.split()[:2]) for known in town.neighbours])
    nothing = uuid.UUID(int=0)

    def case_of(user: int, turn: int) -> uuid.UUID:
        cases = theirs[user % len(theirs)]
        return cases[turn % len(cases)][0]

    def client_of(user: int, turn: int) -> uuid.UUID:
        cases = theirs[user % len(theirs)]
        return cases[turn % len(cases)][1]

    wanted = {
        "Beranda": ("desk_home", [], lambda _user, _turn: reverse("desk_home"), None),
        "search (POST)": (
            "desk_search",
            [],
            lambda _user, _turn: reverse("desk_search"),
            lambda _user, _turn: {"q": next(terms)},
        ),
        "person": (
            "person",
            [nothing],
            lambda user, turn: reverse("person", args=[client_of(user, turn)]),
            None,
        ),
        "case": ("case", [nothing], lambda user, turn: reverse("case", args=[case_of(user, turn)]), None),
        "save note (POST)": (
            "record_contact",
            [nothing],
            lambda user, turn: reverse("record_contact", args=[case_of(user, turn)]),
            lambda _user, _turn: _note(),
        ),
    }  # fmt: skip
    found = [
        Page(TRIVIAL, lambda _user, _turn: "/bench/trivial/"),
        Page(FRAMED, lambda _user, _turn: "/bench/framed/"),
    ]
    lacking = []
    for name, (url_name, args, path, body) in wanted.items():
        if _exists(url_name, args):
            found.append(Page(name, path, body))
        else:
            lacking.append(name)
    return found, lacking


def _theirs(town: Town) -> list[list[tuple[uuid.UUID, uuid.UUID]]]:
    """Each measured worker's cases with a whole story, with their clients."""
    return [
        [(case_id, client_id) for worker, case_id, client_id in town.rich if worker == one]
        for one in town.measured
    ]


def _exists(name: str, args: list[uuid.UUID]) -> bool:
    try:
        reverse(name, args=args)
    except NoReverseMatch:
        return False
    return True


def _note() -> dict[str, str]:
    happened = timezone.localtime(now() - timedelta(minutes=10))
    return {
        "idempotency_key": str(new_id()),
        "channel": "home_visit",
        "happened_at": happened.strftime("%Y-%m-%d %H:%M"),
        "reached": "on",
        "client_words": NOTE,
        "observation": NOTE,
        "role": "enabler",
        "setting": "family_child",
        "level": "micro",
    }
