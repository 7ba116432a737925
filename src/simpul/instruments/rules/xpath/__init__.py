"""The part of XPath that XLSForms are written in: reading and computing expressions."""

from simpul.instruments.rules.xpath.evaluator import World, evaluate
from simpul.instruments.rules.xpath.functions import FUNCTIONS, check
from simpul.instruments.rules.xpath.nodes import Call, Expression, Literal, Path, Reference, walk
from simpul.instruments.rules.xpath.parser import parse
from simpul.instruments.rules.xpath.values import InstancePath, Nodeset, Scalar, boolean, number, string

__all__ = [
    "FUNCTIONS",
    "Call",
    "Expression",
    "InstancePath",
    "Literal",
    "Nodeset",
    "Path",
    "Reference",
    "Scalar",
    "World",
    "boolean",
    "check",
    "evaluate",
    "number",
    "parse",
    "string",
    "walk",
]
