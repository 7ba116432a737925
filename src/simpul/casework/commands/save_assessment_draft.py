"""What was written so far is kept; nothing is demanded of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.casework import policies
from simpul.casework.choices import Domain
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Assessment
from simpul.casework.rules.assessment import covered
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Conflict
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command

TEXTS = ("client_words", "observation", "interpretation", "strengths", "recommendation")


@command(on=Assessment, reach=policies.record_reach, consent="casework")
def save_assessment_draft(
    actor: Actor,
    assessment: Assessment,
    *,
    version: int,
    answers: Mapping[str, Any] | None = None,
    domains: Mapping[str, Mapping[str, str]] | None = None,
    self_rating: int | None = None,
    client_words: str | None = None,
    observation: str | None = None,
    interpretation: str | None = None,
    strengths: str | None = None,
    recommendation: str | None = None,
) -> int:
    """Keep the parts given and return the new version; ``domains`` maps a domain to text or not_assessed."""
    if assessment.state != "draft":
        raise WrongStage(Text(N_("This assessment was submitted: it can no longer be changed.")))
    if version != assessment.version:
        raise Conflict
    faults = Faults()
    if domains is not None and set(domains) - set(Domain.values):
        faults.add("domains", N_("Choose from the domains offered."))
    if self_rating is not None and not 0 <= self_rating <= 10:
        faults.add("self_rating", N_("The client's own rating is a number from 0 to 10."))
    faults.settle()
    texts = (client_words, observation, interpretation, strengths, recommendation)
    for name, words in zip(TEXTS, texts, strict=True):
        if words is not None:
            setattr(assessment, name, words)
    if answers is not None:
        assessment.answers = dict(answers)
    if domains is not None:
        assessment.domains = {code: dict(parts) for code, parts in domains.items()}
        assessment.covered = covered(domains)
    if self_rating is not None:
        assessment.self_rating = self_rating
    assessment.version += 1
    assessment.saved_at = now()
    assessment.save()
    return assessment.version
