"""A client who has come in by herself, and what her pages say."""

from __future__ import annotations

import html
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.test import Client

from simpul.registry.commands.invite_to_portal import Invitation, invite_to_portal
from simpul.workforce.models import Account
from tests.factories.casework import World, intake, make_world
from tests.factories.workforce import login

PASSWORD = "hujan turun di ladang jagung"


@pytest.fixture(autouse=True)
def _no_old_attempts() -> None:
    cache.clear()


@pytest.fixture
def world() -> World:
    return make_world()


@dataclass
class Guest:
    """The client of a world in her browser."""

    browser: Client
    world: World
    case_id: object

    def see(self, path: str, status: int = 200) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == status, (path, answer.status_code)
        return html.unescape(answer.content.decode())


@pytest.fixture
def guest(client: Client, world: World) -> Guest:
    case_id = intake(world)
    login(client, world.client_account)
    return Guest(client, world, case_id)


def invited(world: World, **facts: object) -> Invitation:
    """An invitation made by the supervisor of the client's team."""
    Account.objects.filter(person_id=world.client.id, email__endswith=".example").delete()
    given = {"agreed": True, "handed_over": "neutral", **facts}
    return invite_to_portal(world.supervisor, world.client.id, **given)  # type: ignore[arg-type]
