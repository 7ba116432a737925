"""Every function a form may call, with how many arguments it takes and what it computes.

``compute`` is None for functions that need the answers around them (``if``, ``position``, ``once`` ...);
``evaluator`` computes those. The table in docs/reference/xlsform-support.md is checked against this one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass

from simpul.instruments.errors import ExpressionFault
from simpul.instruments.rules.xpath import dates, numbers, texts
from simpul.instruments.rules.xpath.nodes import Call, Expression, Literal, walk
from simpul.instruments.rules.xpath.values import Nodeset, Value, boolean, number, scalar, string
from simpul.kernel.text import N_, Text

Arguments = tuple[Value, ...]
MANY = 200


@dataclass(frozen=True)
class Function:
    least: int
    most: int
    compute: Callable[[Arguments], Value] | None


def _nodes(value: Value) -> Nodeset:
    if isinstance(value, Nodeset):
        return value
    raise ExpressionFault(
        Text(N_("count() and its kin need a repeat or a question, written ${name}, not a computed value."))
    )


def _coalesce(arguments: Arguments) -> Value:
    """The first value that is not empty; a number that is none counts as empty."""
    for argument in arguments:
        value = scalar(argument)
        if string(value) not in {"", "NaN"}:
            return value
    return ""


FUNCTIONS: dict[str, Function] = {
    # control and answers around (evaluator)
    "if": Function(3, 3, None),
    "once": Function(1, 1, None),
    "position": Function(1, 1, None),
    "indexed-repeat": Function(3, 7, None),
    "jr:choice-name": Function(2, 2, None),
    "today": Function(0, 0, None),
    "now": Function(0, 0, None),
    "coalesce": Function(2, MANY, _coalesce),
    # truth
    "true": Function(0, 0, lambda _: True),
    "false": Function(0, 0, lambda _: False),
    "not": Function(1, 1, lambda a: not boolean(a[0])),
    "boolean": Function(1, 1, lambda a: boolean(a[0])),
    # counting
    "count": Function(1, 1, lambda a: float(len(_nodes(a[0]).paths))),
    "count-non-empty": Function(
        1, 1, lambda a: float(sum(1 for value in _nodes(a[0]).values if string(value) != ""))
    ),
    "sum": Function(1, 1, lambda a: numbers.total(_nodes(a[0]))),
    "min": Function(1, MANY, numbers.least),
    "max": Function(1, MANY, numbers.greatest),
    # numbers
    "number": Function(1, 1, lambda a: number(a[0])),
    "int": Function(1, 1, lambda a: numbers.whole(number(a[0]))),
    "round": Function(1, 2, numbers.rounded),
    "abs": Function(1, 1, lambda a: abs(number(a[0]))),
    "pow": Function(2, 2, numbers.power),
    # texts
    "string": Function(1, 1, lambda a: string(a[0])),
    "string-length": Function(1, 1, lambda a: float(len(string(a[0])))),
    "concat": Function(1, MANY, texts.concat),
    "join": Function(2, MANY, texts.join),
    "contains": Function(2, 2, lambda a: string(a[1]) in string(a[0])),
    "starts-with": Function(2, 2, lambda a: string(a[0]).startswith(string(a[1]))),
    "ends-with": Function(2, 2, lambda a: string(a[0]).endswith(string(a[1]))),
    "substr": Function(2, 3, texts.substr),
    "substring-before": Function(2, 2, texts.before),
    "substring-after": Function(2, 2, texts.after),
    "translate": Function(3, 3, texts.translate),
    "normalize-space": Function(1, 1, lambda a: " ".join(string(a[0]).split())),
    "regex": Function(2, 2, lambda a: texts.matches(string(a[0]), string(a[1]))),
    # choices
    "selected": Function(2, 2, texts.selected),
    "selected-at": Function(2, 2, texts.selected_at),
    "count-selected": Function(1, 1, lambda a: float(len(string(a[0]).split()))),
    # dates
    "date": Function(1, 1, dates.day_of),
    "date-time": Function(1, 1, dates.moment_of),
    "format-date": Function(2, 2, dates.format_date),
    "format-date-time": Function(2, 2, dates.format_date),
}


def unknown_function(name: str) -> ExpressionFault:
    """Names the function and the nearest known one."""
    near = difflib.get_close_matches(name.lower(), FUNCTIONS, n=1, cutoff=0.5)
    if near:
        return ExpressionFault(
            Text(
                N_("The function %(function)s() is not supported. Did you mean %(near)s()?"),
                {"function": name, "near": near[0]},
            )
        )
    return ExpressionFault(
        Text(
            N_("The function %(function)s() is not supported. Take one from the list of functions."),
            {"function": name},
        )
    )


def check(tree: Expression) -> None:
    """Refuse unknown functions, wrong counts of arguments and dangerous patterns before any answer exists."""
    for part in walk(tree):
        if not isinstance(part, Call):
            continue
        function = FUNCTIONS.get(part.function)
        if function is None:
            raise unknown_function(part.function)
        if not function.least <= len(part.arguments) <= function.most:
            raise ExpressionFault(
                Text(
                    N_("The function %(function)s() takes %(least)s to %(most)s values, not %(given)s."),
                    {
                        "function": part.function,
                        "least": function.least,
                        "most": function.most,
                        "given": len(part.arguments),
                    },
                )
            )
        if part.function == "indexed-repeat" and len(part.arguments) % 2 == 0:
            raise ExpressionFault(
                Text(
                    N_("indexed-repeat() takes ${question}, ${repeat}, number. Check the order of its parts.")
                )
            )
        if part.function == "regex":
            pattern = part.arguments[1]
            if not isinstance(pattern, Literal):
                raise ExpressionFault(
                    Text(N_("The pattern of regex() must be written out between quotation marks."))
                )
            texts.compile_pattern(pattern.value)
