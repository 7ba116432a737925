"""The same genogram in words and in order, for those who do not see the drawing."""

from __future__ import annotations

from simpul.engines.diagrams.genogram import words
from simpul.engines.diagrams.genogram.facts import Genogram
from simpul.engines.diagrams.genogram.family import Family, read_family
from simpul.engines.diagrams.genogram.svg import summary
from simpul.kernel.text import Text


def describe_genogram(genogram: Genogram) -> list[Text]:
    """Persons by generation, then unions, children, ties, households, and doubts about the record."""
    family = read_family(genogram)
    return [
        summary(family),
        *_persons(family),
        *_unions(family),
        *_children(family),
        *_ties(family),
        *family.notes,
    ]


def _names(family: Family, people: tuple[str, ...] | list[str], between: str = ", ") -> str:
    return between.join(family.names[person] for person in people)


def _persons(family: Family) -> list[Text]:
    lines: list[Text] = []
    for row in range(family.generations):
        lines.append(Text(words.GENERATION_SENTENCE, {"number": row + 1, "count": family.generations}))
        for key, person in family.persons.items():
            if family.level[key] != row:
                continue
            name = family.names[key]
            lines.append(words.person_sentence(person, name))
            if person.index:
                lines.append(Text(words.INDEX_SENTENCE, {"name": name}))
            if person.pregnant:
                lines.append(Text(words.PREGNANT_SENTENCE, {"name": name}))
    return lines


def _unions(family: Family) -> list[Text]:
    lines = []
    for union in family.unions:
        names: dict[str, object] = {
            "first": family.names[union.first],
            "second": family.names[union.second],
        }
        years = words.union_years(union.since, union.until)
        if years and union.kind in words.UNION_YEARS_SENTENCES:
            lines.append(Text(words.UNION_YEARS_SENTENCES[union.kind], {**names, "years": years}))
        else:
            lines.append(Text(words.UNION_SENTENCES[union.kind], names))
    return lines


def _children(family: Family) -> list[Text]:
    lines = []
    for parents, children in family.siblings().items():
        for kind, sentence in words.CHILDREN_SENTENCES.items():
            here = [child for child in children if family.descents[child].kind is kind]
            if here:
                params = {"parents": _names(family, parents, " & "), "children": _names(family, here)}
                lines.append(Text(sentence, params))
    for care in family.cares:
        params = {"parents": _names(family, care.parents, " & "), "children": family.names[care.child]}
        lines.append(Text(words.CHILDREN_SENTENCES[care.kind], params))
    for group in family.twins:
        lines.append(Text(words.TWINS_SENTENCE, {"names": _names(family, group)}))
    return lines


def _ties(family: Family) -> list[Text]:
    lines = [
        Text(
            words.TIE_SENTENCES[tie.kind],
            {"source": family.names[tie.source], "target": family.names[tie.target]},
        )
        for tie in family.ties
    ]
    for home in family.households:
        params = {"label": home.label, "names": _names(family, home.members)}
        lines.append(Text(words.HOUSEHOLD_SENTENCE, params))
    return lines
