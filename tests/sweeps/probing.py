"""Sends requests as everybody, to everything, and looks at what comes back and what has changed."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from simpul.safeguards import keys
from simpul.workforce.models import Account
from tests.sweeps.addresses import Address
from tests.sweeps.allowed import FILE
from tests.sweeps.world import MARK, Marked, guarded_models

SEEN = re.compile(rf"{MARK}[A-Z0-9_]+-\d{{4}}")
READERS = ("w1", "boss", "w2", "w9", "head", "admin", "auditor", "protector", "client_SATU", "anonymous")
# These end or lock the session, some of them when they are merely opened.
SESSION = "simpul_session"
LEAVING = {
    "account_logout", "lock", "unlock", "usersessions_list", "portal_leave", "portal_quick_exit",
    "portal_close",
}  # fmt: skip
FIND = MARK.rstrip("-")  # what a searcher types
UUIDS = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")


def enter(account: Account | None) -> Client:
    """A browser in which this person is logged in, every threshold behind her."""
    client = Client(raise_request_exception=False, HTTP_ACCEPT_LANGUAGE="id")
    if account is not None:
        client.force_login(account)
        session = client.session
        session["second_step"] = True
        session.save()
    return client


def body_of(answer: HttpResponse) -> bytes:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return content + "\n".join(f"{k}: {v}" for k, v in answer.headers.items()).encode()


def texts_of(answer: HttpResponse) -> str:
    """Body and headers as text; packed documents unpacked."""
    content = body_of(answer)
    if content.startswith(b"PK"):  # by what comes: an answer to HEAD names a kind and sends nothing
        parts = zipfile.ZipFile(io.BytesIO(content))
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if content.startswith(b"%PDF"):
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return content.decode("utf-8", "replace")


def marks_in(text: str) -> set[str]:
    return set(SEEN.findall(text))


_MOVING = re.compile(
    r'name="(?:csrfmiddlewaretoken|idempotency_key)"[^>]*value="[^"]*"|[0-9a-f-]{32,36}|\d\d[:.]\d\d([:.]\d\d)?'
)


def stable_length(answer: HttpResponse, path: str) -> int:
    """The length of the body without what differs from one asking to the next."""
    if answer.streaming:
        return -1
    text = answer.content.decode("utf-8", "replace").replace(path, "")
    return len(_MOVING.sub("", text))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened."""
    with transaction.atomic(), transaction.atomic(using="keys"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="keys")
    keys.forget()
    cache.clear()


_WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.I)


@contextmanager
def watched() -> Iterator[set[str]]:
    """The tables that are written to meanwhile, read off the statements themselves."""
    tables: set[str] = set()

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := _WRITES.match(sql):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield tables


def snapshot(only: set[str] | None = None) -> dict[tuple[str, str], str]:
    """Every row of these guarded tables (or of all) as a hash."""
    found: dict[tuple[str, str], str] = {}
    with connection.cursor() as cursor:
        for model in guarded_models():
            table = model._meta.db_table
            if table.startswith("reference_") or (only is not None and table not in only):
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            at = [column[0] for column in cursor.description].index(model._meta.pk.column)  # type: ignore[union-attr]
            for row in cursor.fetchall():
                key = (table, str(row[at]).replace("-", ""))
                found[key] = hashlib.sha1(repr(row).encode()).hexdigest()
    return found


@dataclass
class Findings:
    """What was asked and what was wrong."""

    probes: int = 0
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        if len(self.wrong) < 400:
            self.wrong.append(what)


@dataclass
class HtmlForm:
    """One form of a page: where it goes, how, and what it would send as it stands."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, list[str]] = field(default_factory=dict)  # what it may be sent by


class _Forms(HTMLParser):
    """Reads the forms of a page, with a plausible answer in every field."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.at, self.forms, self.form = at, [], None  # type: ignore[var-annotated]
        self.select, self.links = "", []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        name = facts.get("name", "")
        if tag == "form":
            self.form = HtmlForm(facts.get("action") or self.at, facts.get("method", "get").lower())
            self.forms.append(self.form)
        if tag == "a" and "?" in facts.get("href", "")[:200] and not facts["href"].startswith("http"):
            path, _, query = facts["href"].partition("?")
            answers = dict(parse_qsl(query))
            self.links.append(HtmlForm(path or self.at, "get", answers, dict.fromkeys(answers, "link")))
        if self.form is None:
            return
        if tag == "option" and self.select:
            if facts.get("value") and (not self.form.fields[self.select] or "selected" in facts):
                self.form.fields[self.select] = facts["value"]
        elif tag in {"input", "select", "textarea", "button"} and name:
            self._field(tag, name, facts)

    def _field(self, tag: str, name: str, facts: dict[str, str]) -> None:
        kind = facts.get("type", "text") if tag == "input" else tag
        known = self.form.fields.get(name)
        self.form.kinds[name] = kind
        if kind in {"button", "submit"}:
            self.form.buttons.setdefault(name, []).append(facts.get("value", ""))
        if kind == "radio" and known:
            return
        self.form.fields[name] = plausible(kind, facts)
        if tag == "select":
            self.select = name

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == "select":
            self.select = ""


def plausible(kind: str, facts: dict[str, str]) -> str:
    """What somebody might answer; nothing that was read from a record."""
    value = facts.get("value", "")
    if MARK in value:
        return FIND
    ready = {"date": "2026-11-30", "datetime-local": "2026-11-30T09:00", "time": "09:00", "number": "1",
             "email": "uji@contoh.example", "tel": "081200000000", "checkbox": value or "on"}  # fmt: skip
    return value or ready.get(kind, "" if kind in {"select", "hidden", "button"} else FIND)


def forms_in(answer: HttpResponse, at: str) -> list[HtmlForm]:
    if "html" not in answer.headers.get("Content-Type", "") or answer.streaming:
        return []
    reader = _Forms(at)
    reader.feed(answer.content.decode("utf-8", "replace"))
    return reader.forms + reader.links


def name_of(path: str) -> str:
    try:
        found = resolve(path.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0])
    except Resolver404:
        return ""
    return f"{found.url_name} {found.route}"


def ids_for(world: Marked, part: str) -> dict[str, list[str]]:
    """Records that a part of an address may name, by owner; its name is likened to the models'."""
    word = part.removesuffix("_id").replace("_", "")
    by_kind: dict[str, list[str]] = {
        label: list(owners) for label, owners in world.records.items() if label.split(".")[1].lower() == word
    } or {label: list(owners) for label, owners in world.records.items() if label.lower().endswith(word)}
    known = {
        "tie": "workforce.ConflictDeclaration",
        "version": "instruments.InstrumentVersion",
        "held": "workforce.HeldText",
        "action": "casework.PlannedAction",
        "visit": "casework.AftercareVisit",
        "member": "registry.Membership",
        "question": "registry.MergeProposal",
        "number": "registry.IdentityNumber",
        "letter": "casework.ClientLetter",
        "report": "directory.EntryReport",
    }
    labels = list(by_kind) or ([known[word]] if word in known else list(world.records))
    found: dict[str, list[str]] = {}
    for label in labels:
        for owner, ids in world.records.get(label, {}).items():
            found.setdefault(owner, []).extend(one for one in ids if UUIDS.match(one))
    found = {owner: ids for owner, ids in found.items() if ids}
    return found


def absent() -> str:
    return str(uuid.uuid4())


def swapped(body: dict[str, str], foreign: str) -> dict[str, str]:
    """The same answers, with a foreign record wherever a record is named."""
    return {name: foreign if UUIDS.match(value) else value for name, value in body.items()}


Page = tuple[str, str, HttpResponse]


def pages_of(
    world: Marked, addresses: list[Address], *, most: int = 2, readers: tuple[str, ...] = READERS
) -> Iterator[Page]:
    """Who opens which path with which answer; a page that ``most`` have opened is known."""
    often: Counter[str] = Counter()
    for who in readers:
        with undone():
            client = enter(world.accounts[who])
            for address in addresses:
                if often[address.key] >= most or address.name in LEAVING:
                    continue
                for path in _open_paths(world, who, address):
                    answer = client.get(path)
                    often[address.key] += answer.status_code == 200
                    yield who, path, answer
            if world.accounts[who] is not None:
                home = client.get("/portal/" if who.startswith("client_") else "/").status_code
                assert home == 200, f"{who} was put out while opening pages"


def _open_paths(world: Marked, who: str, address: Address) -> list[str]:
    """Paths to records of those whose file lies open to this person, and to her own."""
    paths = []
    for owner in [*(one for one in FILE if who in FILE[one]), f"@{who}", ""] if address.ids else [""]:
        facts = {part: ids[0] for part in address.ids if (ids := ids_for(world, part).get(owner))}
        if len(facts) == len(address.ids):
            paths.append(address.path(**facts))
    return paths[:2]


def forms_of(world: Marked, addresses: list[Address]) -> list[tuple[str, HtmlForm]]:
    """One of each kind of form, with somebody who is shown it."""
    found: dict[tuple[str, ...], tuple[str, HtmlForm]] = {}
    for who, path, answer in pages_of(world, addresses):
        for form in forms_in(answer, path):
            if form.fields:
                found.setdefault((name_of(form.action), form.method, *sorted(form.fields)), (who, form))
    return list(found.values())
