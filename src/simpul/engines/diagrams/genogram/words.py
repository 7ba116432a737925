"""Every sentence and label of the genogram, so that one place is translated."""

from __future__ import annotations

from simpul.engines.diagrams.genogram.facts import (
    GenogramPerson,
    ParentageKind,
    Sex,
    TieKind,
    UnionKind,
)
from simpul.kernel.text import N_, Text

TITLE = Text(N_("Genogram"))
LEGEND = Text(N_("Legend"))
NOTES = Text(N_("Notes"))

_LIVING = {
    Sex.FEMALE: N_("%(name)s, woman"),
    Sex.MALE: N_("%(name)s, man"),
    Sex.UNKNOWN: N_("%(name)s, sex not known"),
}
_BORN = {
    Sex.FEMALE: N_("%(name)s, woman, born %(year)s"),
    Sex.MALE: N_("%(name)s, man, born %(year)s"),
    Sex.UNKNOWN: N_("%(name)s, sex not known, born %(year)s"),
}
_DIED = {
    Sex.FEMALE: N_("%(name)s, woman, has died (%(years)s)"),
    Sex.MALE: N_("%(name)s, man, has died (%(years)s)"),
    Sex.UNKNOWN: N_("%(name)s, sex not known, has died (%(years)s)"),
}
INDEX_SENTENCE = N_("%(name)s is the person this genogram is about.")
PREGNANT_SENTENCE = N_("%(name)s is pregnant.")
UNBORN_SENTENCE = N_("%(name)s, not yet born")

UNION_SENTENCES = {
    UnionKind.MARRIED: N_("%(first)s and %(second)s are married."),
    UnionKind.COHABITING: N_("%(first)s and %(second)s live together without being married."),
    UnionKind.SEPARATED: N_("%(first)s and %(second)s are separated."),
    UnionKind.DIVORCED: N_("%(first)s and %(second)s are divorced."),
    UnionKind.WIDOWED: N_("The marriage of %(first)s and %(second)s ended by death."),
    UnionKind.UNRECORDED: N_("%(first)s and %(second)s are parents of the same child; no union is recorded."),
}
UNION_YEARS_SENTENCES = {
    UnionKind.MARRIED: N_("%(first)s and %(second)s are married (%(years)s)."),
    UnionKind.COHABITING: N_("%(first)s and %(second)s live together without being married (%(years)s)."),
    UnionKind.SEPARATED: N_("%(first)s and %(second)s are separated (%(years)s)."),
    UnionKind.DIVORCED: N_("%(first)s and %(second)s are divorced (%(years)s)."),
    UnionKind.WIDOWED: N_("The marriage of %(first)s and %(second)s ended by death (%(years)s)."),
}
UNION_LEGEND = {
    UnionKind.MARRIED: Text(N_("Married")),
    UnionKind.COHABITING: Text(N_("Live together, not married")),
    UnionKind.SEPARATED: Text(N_("Separated")),
    UnionKind.DIVORCED: Text(N_("Divorced")),
    UnionKind.WIDOWED: Text(N_("Ended by death")),
    UnionKind.UNRECORDED: Text(N_("Parents, union not recorded")),
}
CHILDREN_SENTENCES = {
    ParentageKind.BIOLOGICAL: N_("Children of %(parents)s, by birth order: %(children)s."),
    ParentageKind.ADOPTED: N_("Adopted by %(parents)s: %(children)s."),
    ParentageKind.FOSTER: N_("In the care of %(parents)s: %(children)s."),
}
PARENTAGE_LEGEND = {
    ParentageKind.BIOLOGICAL: Text(N_("Child by birth")),
    ParentageKind.ADOPTED: Text(N_("Adopted child")),
    ParentageKind.FOSTER: Text(N_("Child in care")),
}
TIE_SENTENCES = {
    TieKind.CLOSE: N_("%(source)s and %(target)s are close."),
    TieKind.VERY_CLOSE: N_("%(source)s and %(target)s are very close."),
    TieKind.DISTANT: N_("%(source)s and %(target)s are distant."),
    TieKind.CONFLICT: N_("%(source)s and %(target)s are in conflict."),
    TieKind.VIOLENCE: N_("Violence by %(source)s against %(target)s."),
    TieKind.CUT_OFF: N_("%(source)s and %(target)s have broken off contact."),
    TieKind.CARE: N_("%(source)s takes care of %(target)s."),
}
TIE_LEGEND = {
    TieKind.CLOSE: Text(N_("Close bond")),
    TieKind.VERY_CLOSE: Text(N_("Very close bond")),
    TieKind.DISTANT: Text(N_("Distant bond")),
    TieKind.CONFLICT: Text(N_("Conflict")),
    TieKind.VIOLENCE: Text(N_("Violence (arrow: against)")),
    TieKind.CUT_OFF: Text(N_("Contact broken off")),
    TieKind.CARE: Text(N_("Takes care of")),
}
TWINS_SENTENCE = N_("Twins: %(names)s.")
HOUSEHOLD_SENTENCE = N_("Household %(label)s: %(names)s.")
GENERATION_SENTENCE = N_("Generation %(number)s of %(count)s.")
SUMMARY = N_("Genogram of %(persons)s persons in %(generations)s generations.")

WOMAN = Text(N_("Woman"))
MAN = Text(N_("Man"))
SEX_NOT_KNOWN = Text(N_("Sex not known"))
NOT_YET_BORN = Text(N_("Not yet born"))
INDEX = Text(N_("Index person"))
DIED = Text(N_("Has died"))
PREGNANT = Text(N_("Pregnant"))
HOUSEHOLD = Text(N_("Lives in one household"))
TWINS = Text(N_("Twins"))

NOTE_UNKNOWN_PERSON = N_("A link names somebody who is not in this genogram; it is left out.")
NOTE_SELF = N_("%(name)s is linked to himself or herself; the link is left out.")
NOTE_REPEATED = N_("%(name)s was given twice; the first entry is drawn.")
NOTE_CYCLE = N_(
    "%(child)s cannot descend from %(parent)s, because the reverse is also recorded; check the link."
)
NOTE_GENERATIONS = N_("%(first)s and %(second)s belong to different generations; their union crosses rows.")
NOTE_DEATH = N_("%(name)s is recorded as having died before being born; check the years.")
NOTE_OLDER_CHILD = N_("%(child)s is recorded as older than the parent %(parent)s; check the years.")
NOTE_PARENTS = N_("%(child)s has more than two parents of the same kind; the others are drawn as carers.")


def person_sentence(person: GenogramPerson, name: str) -> Text:
    """Who this is, in one line that a screen reader says when the symbol has the focus."""
    if person.unborn:
        return Text(UNBORN_SENTENCE, {"name": name})
    if person.has_died:
        years = f"{person.birth_year or '?'}–{person.death_year or '?'}"
        return Text(_DIED[person.sex], {"name": name, "years": years})
    if person.birth_year is not None:
        return Text(_BORN[person.sex], {"name": name, "year": person.birth_year})
    return Text(_LIVING[person.sex], {"name": name})


def union_years(since: int | None, until: int | None) -> str:
    """The years on the union line: 2001, 2001–2015, –2015."""
    if until is not None:
        return f"{since if since is not None else ''}–{until}"
    return "" if since is None else str(since)
