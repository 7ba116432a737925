"""Whether the file holds what a paper is about; if not, the sentence that says what comes first."""

from __future__ import annotations

from simpul.casework.papers.sources import Sources
from simpul.documents.choices import Kind
from simpul.kernel.text import N_, Text

OF_A_REFERRAL = frozenset({Kind.REFERRAL_LETTER})  # issued where the referral is
ISSUED_HERE = tuple(kind for kind in Kind if kind not in OF_A_REFERRAL)


def lacking(file: Sources, kind: Kind) -> Text | None:
    """What must be written first, or nothing."""
    needed = {
        Kind.ASSESSMENT_REPORT: ("assessment", N_("Submit an assessment first.")),
        Kind.LAPORAN_SOSIAL: ("assessment", N_("Submit an assessment first.")),
        Kind.INTERVENTION_PLAN: ("any_plan", N_("Write a plan first.")),
        Kind.PROGRESS_REPORT: ("any_plan", N_("Write a plan first.")),
        Kind.CONFERENCE_MINUTES: ("conference", N_("Write the minutes of a conference first.")),
        Kind.TERMINATION_LETTER: ("closure", N_("Write the end of the help first.")),
        Kind.HAND_OVER: ("handover", N_("Offer the case to a colleague first.")),
        Kind.SAFETY_PLAN: ("safety_plan", N_("Write a safety plan first.")),
        Kind.ACCESS_REPORT: ("client", N_("Record who the client is first.")),
        Kind.GENOGRAM: ("client", N_("Record who the client is first.")),
    }
    if kind not in needed:
        return None
    name, sentence = needed[kind]
    return None if getattr(file, name) is not None else Text(sentence)
