"""Kinds of documents, how secret they are, what an inquirer is told."""

from __future__ import annotations

from enum import StrEnum

from simpul.kernel.text import N_, Text


class Kind(StrEnum):
    """What is issued; the code stands in the letter number."""

    INFORMED_CONSENT = "informed_consent"
    SERVICE_CONTRACT = "service_contract"
    ASSESSMENT_REPORT = "assessment_report"
    LAPORAN_SOSIAL = "laporan_sosial"
    INTERVENTION_PLAN = "intervention_plan"
    PROGRESS_REPORT = "progress_report"
    CONFERENCE_MINUTES = "conference_minutes"
    TERMINATION_LETTER = "termination_letter"
    HAND_OVER = "hand_over"
    ACCESS_REPORT = "access_report"
    SAFETY_PLAN = "safety_plan"
    GENOGRAM = "genogram"
    REFERRAL_LETTER = "referral_letter"
    INTRODUCTION_LETTER = "introduction_letter"
    STATEMENT_LETTER = "statement_letter"
    ACCOMPANIMENT_LETTER = "accompaniment_letter"


class Nature(StrEnum):
    ORDINARY = "ordinary"
    RESTRICTED = "restricted"
    SECRET = "secret"  # noqa: S105


class Standing(StrEnum):
    """The answer to somebody who checks a code."""

    GENUINE = "genuine"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


KIND_TITLES: dict[Kind, Text] = {
    Kind.INFORMED_CONSENT: Text(N_("Consent after explanation")),
    Kind.SERVICE_CONTRACT: Text(N_("Service contract")),
    Kind.ASSESSMENT_REPORT: Text(N_("Assessment report")),
    Kind.LAPORAN_SOSIAL: Text(N_("Social report")),
    Kind.INTERVENTION_PLAN: Text(N_("Intervention plan")),
    Kind.PROGRESS_REPORT: Text(N_("Progress report")),
    Kind.CONFERENCE_MINUTES: Text(N_("Minutes of the case conference")),
    Kind.TERMINATION_LETTER: Text(N_("Letter of termination")),
    Kind.HAND_OVER: Text(N_("Record of hand-over")),
    Kind.ACCESS_REPORT: Text(N_("Who has looked at my file")),
    Kind.SAFETY_PLAN: Text(N_("My notes")),
    Kind.GENOGRAM: Text(N_("Genogram")),
    Kind.REFERRAL_LETTER: Text(N_("Letter of referral")),
    Kind.INTRODUCTION_LETTER: Text(N_("Letter of introduction")),
    Kind.STATEMENT_LETTER: Text(N_("Statement by the office")),
    Kind.ACCOMPANIMENT_LETTER: Text(N_("Letter of accompaniment")),
}
KIND_CODES: dict[Kind, str] = {
    Kind.INFORMED_CONSENT: "PERS",
    Kind.SERVICE_CONTRACT: "KONT",
    Kind.ASSESSMENT_REPORT: "ASES",
    Kind.LAPORAN_SOSIAL: "LAPSOS",
    Kind.INTERVENTION_PLAN: "RIK",
    Kind.PROGRESS_REPORT: "PERK",
    Kind.CONFERENCE_MINUTES: "NOT",
    Kind.TERMINATION_LETTER: "TERM",
    Kind.HAND_OVER: "BAST",
    Kind.ACCESS_REPORT: "AKSES",
    Kind.SAFETY_PLAN: "CAT",
    Kind.GENOGRAM: "GEN",
    Kind.REFERRAL_LETTER: "RUJ",
    Kind.INTRODUCTION_LETTER: "PENG",
    Kind.STATEMENT_LETTER: "KET",
    Kind.ACCOMPANIMENT_LETTER: "DAMP",
}
NATURE_LABELS: dict[Nature, Text] = {
    Nature.ORDINARY: Text(N_("Ordinary")),
    Nature.RESTRICTED: Text(N_("Restricted")),
    Nature.SECRET: Text(N_("Strictly confidential")),
}
GENERAL_KIND = {
    Kind.INFORMED_CONSENT: Text(N_("a form")),
    Kind.SERVICE_CONTRACT: Text(N_("an agreement")),
    Kind.TERMINATION_LETTER: Text(N_("a letter")),
    Kind.CONFERENCE_MINUTES: Text(N_("a record")),
    Kind.HAND_OVER: Text(N_("a record")),
    Kind.REFERRAL_LETTER: Text(N_("a letter")),
    Kind.INTRODUCTION_LETTER: Text(N_("a letter")),
    Kind.STATEMENT_LETTER: Text(N_("a letter")),
    Kind.ACCOMPANIMENT_LETTER: Text(N_("a letter")),
}
GENERAL_OTHER = Text(N_("a report"))
EDITABLE = frozenset(
    {
        Kind.ACCOMPANIMENT_LETTER,
        Kind.ASSESSMENT_REPORT,
        Kind.CONFERENCE_MINUTES,
        Kind.HAND_OVER,
        Kind.INTERVENTION_PLAN,
        Kind.INTRODUCTION_LETTER,
        Kind.LAPORAN_SOSIAL,
        Kind.PROGRESS_REPORT,
        Kind.SERVICE_CONTRACT,
        Kind.STATEMENT_LETTER,
        Kind.TERMINATION_LETTER,
    }
)
UNNUMBERED = frozenset({Kind.SAFETY_PLAN})
