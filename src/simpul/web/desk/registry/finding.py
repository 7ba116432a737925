"""What search and registration show: thin rows, offices to ask, cases that were found too."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import QueryDict

from simpul.registry.errors import LikelyKnown
from simpul.registry.queries.search import CandidateRow, Candidates, find_duplicates
from simpul.web.desk.registry.forms import RegisterPerson
from simpul.web.desk.registry.pictures import CandidatePicture, candidates
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.office_tree import offices_to_ask


def pictures(request: ActorRequest, rows: tuple[CandidateRow, ...]) -> tuple[CandidatePicture, ...]:
    """The rows with the offices where one may ask."""
    ids = {row.office_id for row in rows if row.office_id and not row.may_open}
    offices = offices_to_ask(request.actor, ids=ids) if ids else {}
    return candidates(rows, offices, request.actor)


def duplicates(request: ActorRequest, form: RegisterPerson) -> Candidates:
    """The likely doubles of what is typed so far, faulty answers left out."""
    form.is_valid()
    facts = getattr(form, "cleaned_data", {})  # a form that came back empty has none
    return find_duplicates(
        request.actor,
        full_name=facts.get("full_name", ""),
        call_name=facts.get("call_name", ""),
        aliases=facts.get("aliases", ()),
        sex=facts.get("sex", ""),
        birth=facts.get("birth", ""),
        mother_maiden_name=facts.get("mother_maiden_name", ""),
        region_code=facts.get("region_code", ""),
        nik=facts.get("nik", ""),
    )


class Seen:
    """Runs the registration and keeps the doubles that stopped it, so that the page can show them."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act = act
        self.found: Candidates | None = None

    def __call__(self) -> object:
        try:
            return self.act()
        except LikelyKnown as known:
            rows = tuple(row for row in known.candidates if isinstance(row, CandidateRow))
            self.found = Candidates(rows, known.token)
            raise


def with_token(form: RegisterPerson, token: str) -> RegisterPerson:
    """The same form, which now tells that the doubles were shown."""
    answers = QueryDict(mutable=True)
    for name, values in cast(QueryDict, form.data).lists():
        answers.setlist(name, [str(value) for value in values])
    answers["seen_candidates"] = token
    form.data = answers
    return form


__all__ = ["Seen", "duplicates", "pictures", "with_token"]
