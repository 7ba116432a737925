"""The one door. Every act passes here; nothing else decides who may do what.

A command loads and locks its record within the actor's reach, asks consent where it must, opens the
transaction, lets only its own app's records be written and writes its line in the log. A query does the
same for reading. A step exists only inside a command and borrows its permission. What an actor cannot
reach does not exist for him (404); every refusal is logged outside the rolled-back transaction.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast, overload

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.errors import ConsentMissing, Hidden, Refused
from simpul.safeguards import reach as reaching
from simpul.safeguards.chain import Line
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.permissions import may, standing_grants
from simpul.safeguards.reach import Reach
from simpul.safeguards.unit import Unit, once_a_page, reading_unit, writing_unit

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Act:
    """A thing that can be done: its one name, its kind, the record it is done on, the purpose it needs."""

    name: str
    kind: str
    app: str
    function: Callable[..., Any]
    on: type[Model] | None = None
    consent: str = ""


ACTS: dict[str, Act] = {}


@dataclass
class _Running:
    """The act at work, and what it wants the log to know beyond its name."""

    act: Act
    facts: dict[str, object] = field(default_factory=dict)
    subjects: set[uuid.UUID] = field(default_factory=set)


_running: ContextVar[_Running | None] = ContextVar("simpul_running", default=None)


def note_in_audit(*, subjects: Iterable[uuid.UUID] = (), **facts: object) -> None:
    """Add facts without content (a stage, a count) or subjects to the line of the act that is running."""
    running = _running.get()
    if running is None:
        raise RuntimeError("no act is running")
    running.facts.update(facts)
    running.subjects.update(subjects)


def _register(function: Callable[..., Any], kind: str, on: type[Model] | None, consent: str = "") -> Act:
    _simpul, app, *_rest = function.__module__.split(".")
    act = Act(f"{app}.{function.__name__}", kind, app, function, on, consent)
    ACTS[act.name] = act
    return act


@overload
def command(
    *, on: type[M], reach: Reach, consent: str = ""
) -> Callable[[Callable[Concatenate[Actor, M, P], R]], Callable[Concatenate[Actor, uuid.UUID, P], R]]: ...


@overload
def command(
    *, within: Callable[..., dict[str, Any]] | None = None
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]: ...


def command(
    *,
    on: type[Any] | None = None,
    reach: Reach | None = None,
    consent: str = "",
    within: Callable[..., dict[str, Any]] | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An act that changes something. ``within(**facts)`` names the place of a record that is to be made."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        act = _register(function, "command", on, consent)

        @wraps(function)
        def perform(actor: Actor, *args: Any, **facts: Any) -> Any:
            with writing_unit() as unit, _at_work(act, actor, unit, "done") as running:
                _demand_permission(act, actor)
                if on is None or reach is None:
                    if within and not reaching.reaches_place(actor, act.name, **within(**facts)):
                        raise Hidden
                    with writing_as(act.app):
                        return function(actor, *args, **facts)
                record_id, *rest = args
                record = _load(on, reach(actor, act.name), record_id, lock=True)
                running.subjects.update(record.audit_subjects())
                running.facts["record"] = (record._meta.label_lower, str(record.pk))
                _demand_consent(act, record)
                with writing_as(act.app):
                    return function(actor, record, *rest, **facts)

        perform.act = act  # type: ignore[attr-defined]
        return perform

    return decorate


@overload
def query(
    *, on: type[M], reach: Reach, silent: bool = False
) -> Callable[[Callable[Concatenate[Actor, M, P], R]], Callable[Concatenate[Actor, uuid.UUID, P], R]]: ...


@overload
def query(
    *, over: type[M], reach: Reach, silent: bool = False
) -> Callable[[Callable[Concatenate[Actor, QuerySet[M], P], R]], Callable[Concatenate[Actor, P], R]]: ...


@overload
def query(
    *, silent: bool = False
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]: ...


def query(
    *,
    on: type[Any] | None = None,
    over: type[Any] | None = None,
    reach: Reach | None = None,
    silent: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An act that reads: one record (``on``), a list cut to reach (``over``), or what concerns nobody."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        act = _register(function, "query", on or over)

        @wraps(function)
        def perform(actor: Actor, *args: Any, **facts: Any) -> Any:
            with reading_unit() as unit, _at_work(act, actor, unit, "" if silent else "read") as running:
                _demand_permission(act, actor)
                with _reading():
                    if on is not None and reach is not None:
                        record_id, *rest = args
                        record = _reached(on, reach, actor, act, record_id)
                        running.subjects.update(record.audit_subjects())
                        running.facts["record"] = (record._meta.label_lower, str(record.pk))
                        return function(actor, record, *rest, **facts)
                    if over is not None and reach is not None:
                        reached = over.objects.filter(reach(actor, act.name))
                        result = function(actor, reached, *args, **facts)
                    else:
                        result = function(actor, *args, **facts)
                running.subjects.update(_subjects_in(result))
                return result

        perform.act = act  # type: ignore[attr-defined]
        return perform

    return decorate


def step(function: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
    """An act that exists only inside a command (of any app above) and borrows its permission."""
    act = _register(function, "step", None)

    @wraps(function)
    def perform(actor: Actor, *args: P.args, **facts: P.kwargs) -> R:
        outer = _running.get()
        if outer is None or outer.act.kind not in {"command", "step"}:
            raise RuntimeError(f"{act.name} is a step: it runs inside a command")
        with writing_unit() as unit, _at_work(act, actor, unit, "done") as running:
            running.facts["within"] = outer.act.name
            with writing_as(act.app):
                return function(actor, *args, **facts)

    perform.act = act  # type: ignore[attr-defined]
    return cast(Callable[Concatenate[Actor, P], R], perform)


@contextmanager
def _at_work(act: Act, actor: Actor, unit: Unit, outcome: str) -> Iterator[_Running]:
    running = _Running(act)
    token = _running.set(running)
    try:
        yield running
    except Refused as refusal:
        unit.refusals.append(_line(running, actor, "hidden" if isinstance(refusal, Hidden) else "refused"))
        raise
    else:
        if outcome:
            unit.lines.append(_line(running, actor, outcome))
    finally:
        _running.reset(token)


def _line(running: _Running, actor: Actor, outcome: str) -> Line:
    facts = dict(running.facts)
    kind, record_id = cast(tuple[str, str], facts.pop("record", ("", "")))
    return Line(actor, running.act.name, outcome, kind, record_id, tuple(running.subjects), facts)


@contextmanager
def _reading() -> Iterator[None]:
    token = reaching._reading.set(True)
    try:
        yield
    finally:
        reaching._reading.reset(token)


def _demand_permission(act: Act, actor: Actor) -> None:
    if not may(actor, act.name):
        raise Hidden if act.kind == "query" or act.on else Refused


def _reached(model: type[Any], reach: Reach, actor: Actor, act: Act, record_id: Any) -> Any:
    """The record for reading. Readings of one page whose reach is the same load it once.

    The same: one act, or acts that equal grants carry where the reach asks for nothing else.
    """
    told: object = act.name
    if reach in reaching.BY_GRANTS_ALONE:
        told = standing_grants(actor, act.name)
    key = ("loaded", model, str(record_id), reach, actor, told)
    return once_a_page(key, lambda: _load(model, reach(actor, act.name), record_id, lock=False))


def _load(model: type[Any], reached: Any, record_id: Any, *, lock: bool) -> Any:
    running = _running.get()
    if running is not None:
        running.facts["record"] = (model._meta.label_lower, str(record_id)[:40])
    try:
        within = model.objects.filter(reached, pk=record_id)
        if lock:  # what a reach joins cannot be locked, nor read twice for it
            within = model.objects.filter(pk__in=within.values("pk"), pk=record_id).select_for_update()
        found = list(within[:1])
    except (ValidationError, ValueError, TypeError):
        raise Hidden from None
    if not found:
        raise Hidden
    return found[0]


def _demand_consent(act: Act, record: Any) -> None:
    from simpul.safeguards.consent import stands

    if not act.consent:
        return
    for subject_id in record.audit_subjects():
        if not stands(subject_id, act.consent):
            raise ConsentMissing(act.consent)


def _subjects_in(result: Any) -> set[uuid.UUID]:
    """The persons that a result speaks of, as its rows tell by ``subject_ids``."""
    found = set(getattr(result, "subject_ids", ()) or ())
    if isinstance(result, (tuple, list)):
        for row in result:
            found |= set(getattr(row, "subject_ids", ()) or ())
    return found
