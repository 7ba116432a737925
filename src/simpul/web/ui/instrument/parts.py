"""What a page of a form is made of, ready for the templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from simpul.instruments.queries.forms import (
    Asked,
    Form,
    FormState,
    Kind,
    Message,
    Node,
    Question,
    Repeat,
    Voice,
    Words,
    dotted,
    range_bounds,
)
from simpul.web.ui.instrument.writing import show_number
from simpul.web.ui.language import say
from simpul.web.ui.voices import asking

Place = tuple[str | int, ...]
MANY_CHOICES = 12
_STAFF_VOICES = frozenset({Voice.OBSERVATION.value, Voice.INTERPRETATION.value})
_CONTROLS = {
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.MOMENT: "datetime-local",
    Kind.ACKNOWLEDGE: "tick",
    Kind.SELECT_MULTIPLE: "checkboxes",
    Kind.MEDIA: "media",
    Kind.NOTE: "note",
    Kind.RANGE: "number",
    Kind.INTEGER: "number",
    Kind.DECIMAL: "number",
}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Part:
    """A question, a heading with parts below it, or a list of instances. ``control`` picks the template."""

    control: str
    place: str
    label: str
    hint: str = ""
    required: bool = False
    error: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    voice: str = ""
    voice_label: str = ""
    live: bool = False
    inputmode: str = ""
    low: str = ""
    high: str = ""
    inline: bool = False
    warns: bool = False
    parts: tuple[Part, ...] = ()
    instances: tuple[Part, ...] = ()
    can_add: bool = False
    can_remove: bool = False
    number: int = 0

    @property
    def name(self) -> str:
        return f"a.{self.place}"

    @property
    def anchor(self) -> str:
        return "q-" + self.place.replace(".", "-")

    @property
    def words_query(self) -> str:
        """Asks the aid for respectful words; empty where the client speaks or nothing is told."""
        told = self.control == "textarea" or (self.control == "text" and self.voice in _STAFF_VOICES)
        return asking([self.name]) if told and self.voice != Voice.CLIENT.value else ""

    @property
    def written_in(self) -> str:
        """The element that holds the text."""
        return "textarea" if self.control == "textarea" else "input"

    @property
    def described_by(self) -> str:
        return " ".join(
            f"{self.anchor}_{part}" for part, there in (("hint", self.hint), ("error", self.error)) if there
        )


def voice_label(voice: str) -> str:
    """What a reader sees above an answer so that the three are never mixed up."""
    return {
        Voice.CLIENT: _("Client's words"),
        Voice.OBSERVATION: _("Observation"),
        Voice.INTERPRETATION: _("Interpretation"),
    }.get(Voice(voice), "")


@dataclass
class PartsMaker:
    """Turns the state of a form into parts, in one language; remembers which answers it shows."""

    form: Form
    state: FormState
    language: str
    show_faults: bool
    shown: set[Place] = field(default_factory=set)

    def parts(self, nodes: tuple[Node, ...], parent: Place) -> tuple[Part, ...]:
        return tuple(part for node in nodes for part in self.part(node, (*parent, node.name)))

    def part(self, node: Node, place: Place) -> Iterator[Part]:
        asked = self.state.nodes.get(dotted(place))
        if asked is None or not asked.relevant:
            return
        if isinstance(node, Question):
            if node.kind not in {Kind.CALCULATE, Kind.METADATA}:
                yield self.question(node, asked)
        elif isinstance(node, Repeat):
            yield self.repeat(node, asked)
        else:
            inside = self.parts(node.children, place)
            if inside:
                yield Part("group", dotted(place), self.label(asked), self.hint(asked), parts=inside)

    def repeat(self, node: Repeat, asked: Asked) -> Part:
        instances = []
        for index in range(self.state.instances(asked.place)):
            place = (*asked.place, index)
            inside = self.parts(node.children, place)
            instances.append(
                Part("instance", dotted(place), self.label(asked), parts=inside, number=index + 1,
                     can_remove=node.count is None)
            )  # fmt: skip
        return Part(
            "repeat",
            asked.path,
            self.label(asked),
            self.hint(asked),
            error=self.message(asked.fault),
            instances=tuple(instances),
            can_add=node.count is None and len(instances) < 200,
        )

    def question(self, node: Question, asked: Asked) -> Part:
        control = self.control(node)
        if node.asked:
            self.shown.add(asked.place)
        low, high, _step = range_bounds(node) if node.kind is Kind.RANGE else (0.0, 0.0, 0.0)
        return Part(
            control=control,
            place=asked.path,
            label=self.label(asked),
            hint=self.hint(asked),
            required=asked.required,
            error=self.message(asked.fault) if self.show_faults else "",
            value=self.value(node, asked),
            options=self.options(asked) if control in {"radios", "select", "checkboxes"} else (),
            voice=node.voice.value,
            voice_label=voice_label(node.voice.value),
            live=node.name in self.form.mentioned,
            inputmode="decimal" if node.kind is Kind.DECIMAL else "numeric" if control == "number" else "",
            low=f"{low:g}" if node.kind is Kind.RANGE else "",
            high=f"{high:g}" if node.kind is Kind.RANGE else "",
            warns="simpul-warning" in node.appearance,
            inline=bool(node.appearance & {"quick", "likert"}),
        )

    def control(self, node: Question) -> str:
        if not node.asked and node.kind not in {Kind.NOTE, Kind.MEDIA}:
            return "readonly"
        if node.kind is Kind.SELECT_ONE:
            return "select" if "minimal" in node.appearance or len(node.choices) > MANY_CHOICES else "radios"
        if node.kind is Kind.TEXT:
            return "textarea" if "multiline" in node.appearance else "text"
        return _CONTROLS.get(node.kind, "text")

    def value(self, node: Question, asked: Asked) -> str:
        return show_number(asked.text, self.language) if node.kind is Kind.DECIMAL else asked.text

    def options(self, asked: Asked) -> tuple[Option, ...]:
        chosen = asked.chosen
        return tuple(
            Option(choice.name, choice.label.say(self.language), choice.name in chosen)
            for choice in asked.choices
        )

    def label(self, asked: Asked) -> str:
        return self.state.label(asked, self.language)

    def hint(self, asked: Asked) -> str:
        return self.state.hint(asked, self.language)

    def message(self, message: Message | None) -> str:
        if message is None:
            return ""
        return message.say(self.language) if isinstance(message, Words) else say(message)
