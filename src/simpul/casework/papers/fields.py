"""Which texts of each paper the worker may word; everything else comes from the file as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.documents.choices import Kind
from simpul.kernel.text import N_, Text

LINE, TEXT, LIST, DAY, PAIRS = "line", "text", "list", "day", "pairs"


@dataclass(frozen=True)
class PaperField:
    """One text: ``shape`` is line, text, list (one a line), day, or pairs (two parts a line, parted by |)."""

    name: str
    label: Text
    shape: str = LINE
    required: bool = False


def _f(name: str, label: str, shape: str = LINE, *, required: bool = False) -> PaperField:
    return PaperField(name, Text(label), shape, required)


RECIPIENT = _f("recipient", N_("To whom the letter goes: office, then place"), LIST, required=True)
GUARDIAN = _f("guardian", N_("Guardian who signs in place of the client"))

PAPER_FIELDS: dict[Kind, tuple[PaperField, ...]] = {
    Kind.INFORMED_CONSENT: (
        _f("benefits", N_("What the client may gain"), LIST),
        _f("risks", N_("What could be a burden"), LIST),
        _f("how", N_("How the consent is given")),
        _f("language_used", N_("Language of the explanation")),
        _f("interpreter", N_("Interpreter")),
        GUARDIAN,
        _f("guardian_basis", N_("Why the guardian may sign")),
        _f("child_assent", N_("The child's own view"), TEXT),
        _f("witness", N_("Witness of the paper")),
        _f("contact", N_("Whom to ask, how to withdraw or complain"), TEXT),
    ),
    Kind.SERVICE_CONTRACT: (
        _f("concern", N_("What it is about, in the client's words"), TEXT, required=True),
        _f("services", N_("What the service does"), LIST, required=True),
        _f("office_duties", N_("What the office answers for"), LIST, required=True),
        _f("client_share", N_("What the client does"), LIST, required=True),
        _f("starts", N_("First day"), DAY, required=True),
        _f("ends", N_("Last day, if agreed"), DAY),
        _f("meetings", N_("How often and where we meet")),
        _f("costs", N_("Costs (empty: free)")),
        _f("complaint_path", N_("Where the client can complain"), TEXT),
        GUARDIAN,
    ),
    Kind.ASSESSMENT_REPORT: (
        _f("assessed_from", N_("First meeting on"), DAY, required=True),
        _f("assessed_until", N_("Last meeting on"), DAY, required=True),
        _f("methods", N_("Ways in which we learnt"), LIST),
        _f("presenting_words", N_("What brings the client, in own words"), TEXT),
        _f("strengths", N_("Strengths and sources of help"), LIST, required=True),
        _f("needs", N_("Needs, one a line"), LIST),
        _f("risk_level", N_("Level of risk")),
        _f("risk_grounds", N_("What the level rests on"), TEXT),
        _f("synthesis", N_("The whole picture"), TEXT),
        _f("recommendations", N_("Recommendations, one a line"), LIST),
        _f("client_view", N_("What the client thinks of it"), TEXT),
    ),
    Kind.LAPORAN_SOSIAL: (
        _f("request_number", N_("Number of the request"), required=True),
        _f("request_date", N_("Day of the request"), DAY, required=True),
        _f("request_from", N_("Agency that asks"), required=True),
        _f("child_status", N_("Victim or witness"), required=True),
        _f("child_sex", N_("Sex of the child")),
        _f("child_birth", N_("Year of birth or age")),
        _f("child_school", N_("School and class")),
        _f("guardians", N_("Parents and guardians: relation | name"), PAIRS),
        _f("case_summary", N_("Summary, without graphic detail"), TEXT, required=True),
        _f("birth_history", N_("Pregnancy, birth, early years"), TEXT),
        _f("school_history", N_("History at school"), TEXT),
        _f("health_history", N_("History of health"), TEXT),
        _f("behaviour_history", N_("History of behaviour"), TEXT),
        _f("family", N_("The family"), TEXT),
        _f("economy", N_("The family's livelihood"), TEXT),
        _f("housing", N_("Dwelling and its safety"), TEXT),
        _f("community_response", N_("How neighbours and school respond"), TEXT),
        _f("impact", N_("What it did to the child"), TEXT),
        _f("needs", N_("Needs, one a line"), LIST),
        _f("best_interest", N_("The best interest of the child"), TEXT, required=True),
        _f("child_wishes", N_("What the child wishes, in own words"), TEXT),
        _f("risk", N_("Danger and safety"), TEXT),
        _f("conclusion", N_("Conclusion of the report"), TEXT, required=True),
        _f("recommendations", N_("Recommendations, one a line"), LIST, required=True),
        _f("annexes", N_("Annexes, no photographs"), LIST),
    ),
    Kind.INTERVENTION_PLAN: (
        _f("family_share", N_("What the family does"), TEXT),
        _f("agreement", N_("Whether the client agrees, and why"), TEXT),
        GUARDIAN,
    ),
    Kind.PROGRESS_REPORT: (
        _f("period_from", N_("Period from"), DAY, required=True),
        _f("period_until", N_("Period until"), DAY, required=True),
        _f("activities", N_("What was carried out"), LIST),
        _f("changes", N_("Changes since then"), TEXT),
        _f("obstacles", N_("What was in the way"), TEXT),
        _f("risk", N_("Danger and safety"), TEXT),
        _f("next_steps", N_("Next steps, one a line"), LIST),
        _f("client_view", N_("What the client thinks of it"), TEXT),
    ),
    Kind.CONFERENCE_MINUTES: (
        _f("chair", N_("Who led the conference"), required=True),
        _f("held_at", N_("From what hour until what hour")),
        _f("place", N_("Place of the meeting")),
        _f("facts", N_("What is known"), TEXT),
        _f("client_view", N_("What the client said"), TEXT),
        _f("risk", N_("Danger and safety"), TEXT),
        _f("options", N_("What was weighed, one a line"), LIST),
        _f("dissent", N_("Who thinks otherwise"), TEXT),
    ),
    Kind.TERMINATION_LETTER: (
        _f("service_from", N_("Help from"), DAY, required=True),
        _f("service_until", N_("Help until"), DAY, required=True),
        _f("reason", N_("Reason in plain words"), TEXT, required=True),
        _f("summary", N_("What was done together"), TEXT),
        _f("outcomes", N_("Goals and what became of them: goal | outcome"), PAIRS),
        _f("remaining_needs", N_("What is still needed, one a line"), LIST),
        _f("client_view", N_("What the client thinks of the end"), TEXT),
        _f("re_entry", N_("How to come back"), TEXT),
        _f("complaint_path", N_("Where the client can complain"), TEXT),
    ),
    Kind.INTRODUCTION_LETTER: (
        RECIPIENT,
        _f("purpose", N_("What the client comes for"), TEXT, required=True),
        _f("papers", N_("Papers that the client brings along, one a line"), LIST),
        _f("valid_until", N_("Valid until"), DAY, required=True),
        _f("contact", N_("Whom that office can ask")),
    ),
    Kind.STATEMENT_LETTER: (
        RECIPIENT,
        _f("since", N_("Accompanied since"), DAY, required=True),
        _f("statement", N_("What the office states from its own knowledge"), TEXT, required=True),
        _f("purpose", N_("For which use alone"), required=True),
    ),
    Kind.ACCOMPANIMENT_LETTER: (
        RECIPIENT,
        _f("accompanied_on", N_("Day of the way"), DAY, required=True),
        _f("place", N_("Where to")),
        _f("purpose", N_("What the client comes for"), TEXT, required=True),
        _f("tasks", N_("What the social worker does there, one a line"), LIST),
    ),
    Kind.HAND_OVER: (
        _f("handed_on", N_("Day of the hand-over"), DAY, required=True),
        _f("place", N_("Place of the meeting")),
        _f("reason", N_("Reason in plain words"), TEXT, required=True),
        _f("items", N_("What is handed over, one a line"), LIST),
        _f("risks", N_("What the colleague must watch"), TEXT),
        _f("client_informed", N_("When and how the client was told")),
        _f("witnesses", N_("Witnesses, one a line"), LIST),
    ),
    Kind.GENOGRAM: (),
    Kind.ACCESS_REPORT: (_f("contact", N_("Whom to ask, how to withdraw or complain"), TEXT),),
    Kind.SAFETY_PLAN: (
        _f("signs", N_("Signs that it begins"), LIST),
        _f("what_helps", N_("What helps then"), LIST),
        _f("safe_places", N_("Safe places"), LIST),
        _f("people", N_("People to call: name | number"), PAIRS),
        _f("to_take", N_("What to take along"), LIST),
        _f("code_word", N_("Our word for: please come")),
        _f("children", N_("For the children, one a line"), LIST),
        _f("numbers", N_("Services to call: name | number"), PAIRS),
    ),
}
