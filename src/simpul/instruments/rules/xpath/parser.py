"""Reads an expression into a tree, by precedence climbing.

| binds | operators |
|---|---|
| loosest | ``or`` |
| | ``and`` |
| | ``=`` ``!=`` |
| | ``<`` ``<=`` ``>`` ``>=`` |
| | ``+`` ``-`` |
| tightest | ``*`` ``div`` ``mod`` |
"""

from __future__ import annotations

from functools import lru_cache

from simpul.instruments.errors import ExpressionFault
from simpul.instruments.rules.xpath.lexer import Token, tokens
from simpul.instruments.rules.xpath.nodes import (
    Binary,
    Call,
    Expression,
    Literal,
    Negative,
    Number,
    Path,
    Reference,
)
from simpul.kernel.text import N_, Text

DEEPEST_EXPRESSION = 60
_BINDING = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
    "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6,
}  # fmt: skip


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """Read one expression.

    >>> parse("1 + 2 * 3")
    Binary(operator='+', left=Number(value=1.0), right=Binary(operator='*', left=Number(value=2.0), \
right=Number(value=3.0)))
    """
    reader = _Reader(tokens(source))
    tree = reader.expression(0)
    reader.end()
    return tree


class _Reader:
    """One pass over the tokens."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self.tokens = found
        self.at = 0
        self.depth = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self) -> Token:
        token = self.peek()
        if token is None:
            raise ExpressionFault(
                Text(N_("The formula stops too early. Complete it or remove its last sign."))
            )
        self.at += 1
        return token

    def symbol(self, text: str) -> bool:
        token = self.peek()
        if token is not None and token.kind == "symbol" and token.text == text:
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.symbol(text):
            token = self.peek()
            raise ExpressionFault(
                Text(
                    N_("The formula needs “%(expected)s” before “%(found)s”. Check its brackets and commas."),
                    {"expected": text, "found": token.text if token else "…"},
                )
            )

    def end(self) -> None:
        token = self.peek()
        if token is not None:
            raise ExpressionFault(
                Text(
                    N_("Something is left over at “%(found)s”. Check brackets and operators."),
                    {"found": token.text},
                )
            )

    def expression(self, binding: int) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST_EXPRESSION:
            raise ExpressionFault(
                Text(N_("The formula is nested too deeply. Split it into several calculate rows."))
            )
        left = self.operand()
        while True:
            token = self.peek()
            if token is None or token.kind != "operator" or _BINDING[token.text] <= binding:
                self.depth -= 1
                return left
            self.at += 1
            left = Binary(token.text, left, self.expression(_BINDING[token.text]))

    def operand(self) -> Expression:
        token = self.next()
        if token.kind == "operator" and token.text == "-":
            return Negative(self.expression(6))
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "string":
            return Literal(token.text)
        if token.kind == "reference":
            return self.after(Reference(token.text))
        if token.kind == "symbol" and token.text == "(":
            inside = self.expression(0)
            self.expect(")")
            return inside
        if token.kind == "name" and self.symbol("("):
            return Call(token.text, self.arguments())
        if token.kind == "name" or token.text in {".", "..", "/"}:
            self.at -= 1
            return self.after(self.path())
        raise ExpressionFault(
            Text(
                N_("The formula cannot have “%(found)s” here. Check what stands before it."),
                {"found": token.text},
            )
        )

    def arguments(self) -> tuple[Expression, ...]:
        if self.symbol(")"):
            return ()
        found = [self.expression(0)]
        while self.symbol(","):
            found.append(self.expression(0))
        self.expect(")")
        return tuple(found)

    def path(self) -> Path:
        absolute = self.symbol("/")
        steps = [self.step()]
        while self.symbol("/"):
            steps.append(self.step())
        return Path(absolute, tuple(steps))

    def step(self) -> str:
        token = self.next()
        if token.kind == "name" or (token.kind == "symbol" and token.text in {".", ".."}):
            return token.text
        raise ExpressionFault(
            Text(
                N_("The path cannot have “%(found)s” here. Use ${name} to point at a question."),
                {"found": token.text},
            )
        )

    def after(self, tree: Expression) -> Expression:
        token = self.peek()
        if token is not None and token.kind == "symbol" and token.text in {"[", "/", "//", "|"}:
            raise ExpressionFault(
                Text(
                    N_(
                        "Conditions in square brackets and further paths are not supported. "
                        "Use indexed-repeat() or a calculate row instead."
                    )
                )
            )
        return tree
