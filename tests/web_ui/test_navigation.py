"""Menus show what the reader may open, and where he is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.urls import reverse

from simpul.kernel.actor import public_actor
from simpul.kernel.text import Text
from simpul.safeguards import permissions
from simpul.web.ui import navigation
from simpul.web.ui.navigation import Item, declare, declared, menu


@pytest.fixture(autouse=True)
def own_menu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(navigation, "_items", {"desk": [], "portal": [], "public": []})
    yield


def request_at(path: str):  # type: ignore[no-untyped-def]
    request = RequestFactory().get(path)
    request.actor = public_actor()  # type: ignore[attr-defined]
    return request


def test_item_without_permission_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permissions, "may", lambda actor, act: act == "a.allowed")
    declare("desk", Item(Text("Yes"), "offline", "house", act="a.allowed"))
    declare("desk", Item(Text("No"), "manifest", "house", act="a.denied"))
    labels = [link.label.msgid for group in menu(request_at("/"), "desk") for link in group.links]
    assert labels == ["Yes"]


def test_page_is_marked_by_the_longest_address() -> None:
    declare(
        "desk", Item(Text("Offline"), "offline", "house"), Item(Text("Worker"), "service_worker", "house")
    )
    links = [link for group in menu(request_at("/luring/dalam/"), "desk") for link in group.links]
    assert [link.current for link in links] == [True, False]


def test_items_stand_in_groups_by_rank_and_once() -> None:
    late = Item(Text("B"), "offline", "house", group=Text("G"), rank=2)
    declare("desk", late, Item(Text("A"), "offline", "house", rank=1))
    declare("desk", late)
    assert [item.label.msgid for item in declared("desk")] == ["A", "B"]
    assert [group.label for group in menu(request_at("/"), "desk")] == [None, Text("G")]


def test_every_declared_page_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for audience in (navigation.DESK, navigation.PORTAL, navigation.PUBLIC):
        for item in declared(audience):
            assert reverse(item.url_name)
            assert not item.act or item.act in permissions.matrix(), item
