"""What every page's frame needs: menus, addresses of the frame's own forms, who is at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simpul.kernel.actor import ActorKind
from simpul.kernel.clock import now
from simpul.safeguards import permissions
from simpul.web.ui import navigation
from simpul.web.ui.addresses import to
from simpul.web.ui.components.avatar.props import Avatar

# Pages that other rooms bring; the frame shows their doors as soon as they exist.
HOME, SEARCH, DRAFT, LOCK, UNLOCK, LOGOUT = (
    "desk_home",
    "desk_search",
    "draft",
    "lock",
    "unlock",
    "account_logout",
)
# Staff are helped to write with respect, unless somebody switched it off for himself.
WORDS = "check_words"
# A client has her own doors instead: nothing is locked, she is logged out and her text is kept.
PORTAL_HOME, PORTAL_DRAFT, PORTAL_LEAVE, PORTAL_ME = (
    "portal_home",
    "portal_draft",
    "portal_leave",
    "portal_me",
)
ACCOUNT_PAGES = ("desk_me", "mfa_index", "usersessions_list", "account_change_password")


def address(name: str) -> str:
    """The address of a named page, or nothing while that page is not part of the house."""
    try:
        return to(name)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=512)
def _side(groups: tuple[navigation.Group, ...], _language: str | None, _static: str) -> SafeString:
    return SafeString(render_to_string("ui/_side.html", {"groups": groups}))


@dataclass(frozen=True)
class Shell:
    """The frame around a page, worked out only as far as the page's template asks."""

    request: HttpRequest

    @cached_property
    def desk(self) -> tuple[navigation.Group, ...]:
        return navigation.menu(self.request, navigation.DESK)

    @property
    def side(self) -> SafeString:
        """The main menu, drawn once for all who see the same entries in the same language."""
        return _side(self.desk, get_language(), settings.STATIC_URL)

    @cached_property
    def portal(self) -> tuple[navigation.Group, ...]:
        return navigation.menu(self.request, navigation.PORTAL)

    @cached_property
    def public(self) -> tuple[navigation.Group, ...]:
        return navigation.menu(self.request, navigation.PUBLIC)

    @cached_property
    def thumbs(self) -> tuple[navigation.Link, ...]:
        """The entries of the bar at the bottom of a phone; the fifth place belongs to "more"."""
        return tuple(link for group in self.desk for link in group.links if link.thumb)[:4]

    @cached_property
    def name(self) -> str:
        user = getattr(self.request, "user", None)
        if self.is_client:
            return _("My page")  # no name on a screen that somebody else may see
        return user.get_full_name() if user is not None and user.is_authenticated else ""

    @property
    def is_client(self) -> bool:
        actor = getattr(self.request, "actor", None)
        return actor is not None and actor.kind is ActorKind.CLIENT

    @property
    def avatar(self) -> Avatar:
        return Avatar(self.name)

    @cached_property
    def office(self) -> str:
        return str(getattr(self.request, "office_name", ""))

    @property
    def now(self) -> datetime:
        """When this page was made; paper says it."""
        return now()

    @property
    def home_url(self) -> str:
        return address(PORTAL_HOME if self.is_client else HOME) or "/"

    @property
    def search_url(self) -> str:
        """Whoever may not look for persons meets no box that would refuse him."""
        actor = getattr(self.request, "actor", None)
        known = actor is None or permissions.may(actor, "registry.search_persons")
        return address(SEARCH) if known else ""

    @property
    def draft_url(self) -> str:
        return address(PORTAL_DRAFT if self.is_client else DRAFT)

    @cached_property
    def words_url(self) -> str:
        """Where texts are looked over for words that hurt; empty for clients and who wants no help."""
        actor = getattr(self.request, "actor", None)
        user = getattr(self.request, "user", None)
        if actor is None or actor.kind is not ActorKind.STAFF or not getattr(user, "word_help", False):
            return ""
        return address(WORDS)

    @property
    def lock_url(self) -> str:
        return "" if self.is_client else address(LOCK)

    @property
    def unlock_url(self) -> str:
        return address(UNLOCK)

    @property
    def logout_url(self) -> str:
        return address(PORTAL_LEAVE if self.is_client else LOGOUT)

    @property
    def me_url(self) -> str:
        if self.is_client:
            return address(PORTAL_ME)
        return next((found for name in ACCOUNT_PAGES if (found := address(name))), "")

    @property
    def idle_minutes(self) -> int:
        return int(settings.IDLE_MINUTES)

    @property
    def is_demo(self) -> bool:
        return bool(settings.MODE == "demo")


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``shell`` in every template."""
    return {"shell": Shell(request)}
