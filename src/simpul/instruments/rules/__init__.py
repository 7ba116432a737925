"""Forms as pure rules: reading, evaluating, scoring. No framework, no database."""

from simpul.instruments.rules.form import AnswerSet, Form, put
from simpul.instruments.rules.model import (
    Choice,
    Element,
    Group,
    Kind,
    Node,
    Question,
    Repeat,
    Voice,
    walk_nodes,
)
from simpul.instruments.rules.places import dotted, undotted
from simpul.instruments.rules.state import Answers, Asked, Fault, FormState, Message
from simpul.instruments.rules.values import range_bounds
from simpul.instruments.rules.words import Words
from simpul.instruments.rules.workbook import Compiled, compile_workbook, pack_starter, starter_names

__all__ = [
    "AnswerSet",
    "Answers",
    "Asked",
    "Choice",
    "Compiled",
    "Element",
    "Fault",
    "Form",
    "FormState",
    "Group",
    "Kind",
    "Message",
    "Node",
    "Question",
    "Repeat",
    "Voice",
    "Words",
    "compile_workbook",
    "dotted",
    "pack_starter",
    "put",
    "range_bounds",
    "starter_names",
    "undotted",
    "walk_nodes",
]
