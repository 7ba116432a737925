"""Words of an XLSForm expression.

The one trap of XPath's grammar: ``*``, ``and``, ``or``, ``div`` and ``mod`` are operators only after an
operand; elsewhere they are names. ``-`` belongs to a name when it stands inside one (``count-selected``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simpul.instruments.errors import ExpressionFault
from simpul.kernel.text import N_, Text

LONGEST_EXPRESSION = 10_000
_WORDS = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<string>"[^"]*"|'[^']*')
      | (?P<reference>\$\{\s*[^\s{}]+\s*\})
      | (?P<symbol>\.\.|//|!=|<=|>=|[.()\[\],/=<>+\-*|@])
      | (?P<name>[A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?)""",
    re.VERBOSE,
)
_WORD_OPERATORS = {"and", "or", "div", "mod"}


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    at: int


def tokens(source: str) -> tuple[Token, ...]:
    """Cut an expression into tokens.

    >>> [token.text for token in tokens("${a} div 2 >= today()-1")]
    ['a', 'div', '2', '>=', 'today', '(', ')', '-', '1']
    """
    if len(source) > LONGEST_EXPRESSION:
        raise ExpressionFault(
            Text(
                N_("The formula is longer than %(limit)s characters. Split it into several calculate rows."),
                {"limit": LONGEST_EXPRESSION},
            )
        )
    found: list[Token] = []
    at = 0
    while at < len(source):
        match = _WORDS.match(source, at)
        if match is None:
            raise ExpressionFault(
                Text(
                    N_(
                        "The formula has an unreadable character: %(character)s (position %(position)s). "
                        "Check quotation marks and brackets."
                    ),
                    {"character": source[at], "position": at + 1},
                )
            )
        kind, text = match.lastgroup or "", match.group()
        if kind == "reference":
            text = text[2:-1].strip()
        elif kind == "string":
            text = text[1:-1]
        elif _is_operator(kind, text, found):
            kind = "operator"
        if kind != "space":
            found.append(Token(kind, text, at))
        at = match.end()
    return tuple(found)


def _is_operator(kind: str, text: str, before: list[Token]) -> bool:
    if kind == "symbol" and text in {"=", "!=", "<", "<=", ">", ">=", "+", "-"}:
        return True
    if text not in _WORD_OPERATORS and not (kind == "symbol" and text == "*"):
        return False
    if not before:
        return False
    last = before[-1]
    ends_operand = last.text in {")", "]", ".", ".."} and last.kind == "symbol"
    return ends_operand or last.kind in {"number", "string", "reference", "name"}
