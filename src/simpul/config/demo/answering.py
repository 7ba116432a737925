"""The form for the whole person, answered from what the story tells of each part of a life."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.config.demo.life import Life
from simpul.config.demo.phrases import NOT_ASSESSED
from simpul.instruments.queries.catalogue import instrument_catalogue

FORM = "simpul_bpss"
PARTS = {"bio": "biological", "psy": "psychological", "soc": "social", "spi": "spiritual"}
CHOSEN = {"bio": {"bio_daily": "alone"}, "soc": {"soc_housing": "other"}}
READ_BACK = ("Klien membacanya dan mengangguk.", "Klien minta satu kalimat diubah, lalu setuju.")


def whole_person_form(life: Life) -> uuid.UUID | None:
    """The version in use; nothing for a story told with another form."""
    if life.text("kind") not in {"", "holistic"}:
        return None
    rows = instrument_catalogue(life.worker, code=FORM)
    return rows[-1].version_id if rows else None


def answered(life: Life) -> dict[str, Any]:
    """Group by group; a part of which the story says nothing is marked as not assessed, with a reason."""
    said, saw, think = (life.text("assessment", name) for name in ("said", "saw", "think"))
    strengths, advise = life.text("assessment", "strengths"), life.text("assessment", "advise")
    help_at_hand = life.text("domains", "resources")
    answers: dict[str, Any] = {part: _part(life, part, domain) for part, domain in PARTS.items()}
    answers["presenting"] = {"presenting_words": said or saw}
    answers["strengths"] = {"strength_kinds": "will coping", "strength_words": strengths or saw}
    answers["context"] = {"risk_screened": "yes", "culture": life.text("domains", "culture")}
    answers["context"]["resources"] = (
        [{"resource_name": help_at_hand, "resource_kind": "societal"}] if help_at_hand else []
    )
    answers["synthesis"] = {
        "synthesis_words": think or saw, "client_agrees": life.chance.choice(READ_BACK), "recommendation": advise or think or saw,
    }  # fmt: skip
    return answers


def _part(life: Life, part: str, domain: str) -> dict[str, str]:
    seen = life.text("domains", domain)
    if not seen:
        return {f"{part}_assessed": "no", f"{part}_why_not": life.say(NOT_ASSESSED)}
    return {f"{part}_assessed": "yes", f"{part}_observed": seen, **CHOSEN.get(part, {})}
