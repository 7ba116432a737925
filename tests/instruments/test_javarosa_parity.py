# ruff: noqa: E501
"""The same answers give the same submission here and in JavaRosa, the engine of ODK Collect.

JavaRosa comes inside ODK Validate's jar (pyxform's wheel). Random answers to every starter are entered question
by question there and evaluated at once here; then relevance, computed values and constraints must agree.
"""

from __future__ import annotations

import random
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

from simpul.instruments.rules import (
    Form,
    Kind,
    Question,
    Repeat,
    compile_workbook,
    pack_starter,
    put,
    starter_names,
)
from simpul.instruments.rules.places import read_at
from simpul.instruments.rules.state import Asked, FormState
from simpul.instruments.rules.values import range_bounds
from simpul.kernel.clock import today
from tests.factories.instruments import compiled
from tests.instruments.test_expressions import WORTH
from tests.instruments.test_odk_validate import JAR

ROUNDS = 12
SOURCE = Path(__file__).parent / "javarosa/Collect.java"


def reference(place: tuple[str | int, ...]) -> str:
    """A place as JavaRosa writes it: ``/data/members[2]/name[1]``."""
    steps: list[str] = []
    for part, following in zip(place, (*place[1:], None), strict=True):
        if isinstance(part, str):
            steps.append(f"{part}[{following + 1 if isinstance(following, int) else 1}]")
    return "/".join(["/data", *steps])


def leaf(rng: random.Random, asked: Asked) -> str:
    question = asked.element
    assert isinstance(question, Question)
    names = [choice.name for choice in asked.choices]
    if question.kind is Kind.SELECT_ONE:
        return rng.choice(names) if names else ""
    if question.kind is Kind.SELECT_MULTIPLE:
        return " ".join(name for name in names if rng.random() < 0.35)
    if question.kind is Kind.INTEGER:
        return str(rng.choice([0, 1, 3, 9, 17, 41, 130, 1_500_000]))
    if question.kind is Kind.DATE:
        return rng.choice([today().isoformat(), "2020-02-29", "2031-01-01", "2015-06-15"])
    if question.kind is Kind.TIME:
        return ""
    if question.kind is Kind.RANGE:
        return f"{range_bounds(question)[0]:g}"
    return rng.choice(["A.B.", "Ibu mendampingi setiap hari.", "x", "Jalan 12 no. 3"])


def random_answers(form: Form, rng: random.Random) -> dict[str, Any]:
    """Fill in what is asked, pass by pass, so that deep questions are reached; leave some empty."""
    answers = form.start()
    for node in form.by_path.values():
        if isinstance(node, Repeat) and node.count is None:
            put(answers, (*node.path, rng.randint(0, 2)), {})
    done: set[tuple[str | int, ...]] = set()
    for _ in range(6):
        state = form.evaluate(answers)
        for asked in list(state.nodes.values()):
            open_question = isinstance(asked.element, Question) and asked.element.asked and asked.relevant
            if open_question and asked.place not in done:
                done.add(asked.place)
                if rng.random() < 0.9:
                    put(answers, asked.place, leaf(rng, asked))
    return answers


def given(state: FormState) -> dict[str, str]:
    return {
        reference(asked.place): asked.text
        for asked in state.nodes.values()
        if isinstance(asked.element, Question) and asked.element.asked and asked.relevant and asked.text
    }


def leaves(element: ElementTree.Element, at: str) -> dict[str, str]:
    """The submission as reference → text, empty ones left out."""
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for child in element:
        name = child.tag.rpartition("}")[2]
        counts[name] = counts.get(name, 0) + 1
        path = f"{at}/{name}[{counts[name]}]"
        if name == "meta":
            continue
        if len(child):
            found |= leaves(child, path)
        elif child.text:
            found[path] = child.text
    return found


def ours(form: Form, state: FormState) -> dict[str, str]:
    return {
        reference(asked.place): asked.text
        for asked in state.nodes.values()
        if isinstance(asked.element, Question)
        and asked.relevant
        and asked.text
        and asked.element.kind is not Kind.NOTE
    }


def as_entered(form: Form, answers: dict[str, Any], entered: set[str]) -> dict[str, Any]:
    """Only what JavaRosa took: a refused answer leaves the default standing, an unasked one was never typed."""
    defaults = form.start()
    for asked in form.evaluate(answers).nodes.values():
        if isinstance(asked.element, Question) and reference(asked.place) not in entered:
            put(answers, asked.place, read_at(defaults, asked.place) or "")
    return answers


def collect(*folders: Path) -> None:
    """Let JavaRosa fill in the forms in these folders."""
    command = [
        "java",
        "-Duser.timezone=Asia/Jakarta",
        "-Duser.language=id",  # as on the phones of the field: months have Indonesian short names
        "-Djava.awt.headless=true",
        "-cp",
        str(JAR),
        str(SOURCE),
    ]
    subprocess.run([*command, *map(str, folders)], check=True, capture_output=True, timeout=180)


def test_submissions_agree_with_javarosa(tmp_path: Path) -> None:
    cases: list[tuple[str, Form, dict[str, Any], Path]] = []
    for name in starter_names():
        compiled = compile_workbook(pack_starter(name))
        form = Form.read(compiled.source)
        for number in range(ROUNDS):
            answers = random_answers(form, random.Random(f"{name}-{number}"))
            folder = tmp_path / f"{name}-{number}"
            folder.mkdir()
            (folder / "form.xml").write_text(compiled.xform, encoding="utf-8")
            lines = [f"{ref}\t{text}" for ref, text in given(form.evaluate(answers)).items()]
            (folder / "answers.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            cases.append((f"{name}-{number}", form, answers, folder))
    collect(*(folder for *_, folder in cases))
    faults = [fault for case in cases for fault in differences(*case)]
    assert faults == [], "\n" + "\n".join(faults)


def refused(state: FormState) -> set[str]:
    """Answers that are there but do not fit."""
    return {
        reference(state.nodes[fault.path].place) for fault in state.faults if state.nodes[fault.path].text
    }


def differences(label: str, form: Form, answers: dict[str, Any], folder: Path) -> list[str]:
    lines = (folder / "refused.txt").read_text(encoding="utf-8").splitlines()
    violated = {line.partition("\t")[2] for line in lines if line.startswith("constraint")}
    state = form.evaluate(answers)
    faults = [f"{label} refused only there: {ref}" for ref in sorted(violated - refused(state))]
    settled = form.evaluate(as_entered(form, answers, set(given(state)) - violated))
    faults += [f"{label} refused only here: {ref}" for ref in sorted(refused(settled))]
    theirs = leaves(ElementTree.parse(folder / "submission.xml").getroot(), "/data")
    mine = ours(form, settled)
    for ref in sorted(set(theirs) | set(mine)):
        if theirs.get(ref, "") != mine.get(ref, ""):
            faults.append(f"{label} {ref}: JavaRosa {theirs.get(ref)!r}, here {mine.get(ref)!r}")
    return faults


def test_planted_difference_is_found(tmp_path: Path) -> None:
    form = Form.read(compile_workbook(pack_starter("safety")).source)
    answers = {"now": {"immediate_danger": "yes"}}
    (tmp_path / "refused.txt").write_text("", encoding="utf-8")
    (tmp_path / "submission.xml").write_text(
        "<data><now><immediate_danger>yes</immediate_danger></now>"
        "<outcome><suggested_level>rendah</suggested_level></outcome></data>",
        encoding="utf-8",
    )
    found = "\n".join(differences("planted", form, answers, tmp_path))
    assert "suggested_level[1]: JavaRosa 'rendah', here 'segera'" in found


def test_formulas_are_worth_the_same_in_javarosa(tmp_path: Path) -> None:
    """Every formula of test_expressions, except those that name a fixed day or what only we define."""
    own = {"format-date('2026-01-05', '%e %b %Y')", "1 = 1 or unknown", "date('bukan tanggal')"}
    sources = [source for source, _ in WORTH if source not in own and "today" not in source]
    rows = ["type | name | label | calculation", "text | t | T |"]
    rows += [f"calculate | c{number} | | {source}" for number, source in enumerate(sources)]
    compiled_form = compiled("\n".join(rows))
    (tmp_path / "form.xml").write_text(compiled_form.xform, encoding="utf-8")
    (tmp_path / "answers.tsv").write_text("/data/t[1]\tx\n", encoding="utf-8")
    collect(tmp_path)
    theirs = leaves(ElementTree.parse(tmp_path / "submission.xml").getroot(), "/data")
    mine = Form.read(compiled_form.source).evaluate({"t": "x"}).answers
    different = [
        f"{source}: JavaRosa {theirs.get(f'/data/c{number}[1]', '')!r}, here {mine.get(f'c{number}', '')!r}"
        for number, source in enumerate(sources)
        if theirs.get(f"/data/c{number}[1]", "") != mine.get(f"c{number}", "")
    ]
    assert different == [], "\n" + "\n".join(different)
