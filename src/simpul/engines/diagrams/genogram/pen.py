"""SVG by presentation attributes and classes only: no style attribute, no script, no foreign address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.engines.diagrams.genogram.lettering import escaped
from simpul.engines.diagrams.genogram.routing import Point

FONT = "system-ui, -apple-system, Segoe UI, Roboto, Liberation Sans, DejaVu Sans, sans-serif"


@dataclass(frozen=True)
class Ink:
    """Colours when no style sheet speaks: the reader's own on screen, black on white on paper."""

    line: str
    surface: str
    font: str


SCREEN = Ink("currentColor", "Canvas", FONT)
PRINT = Ink("#161616", "#ffffff", "Libertinus Serif, serif")


def number(value: float) -> str:
    """A coordinate without needless digits."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def points(path: Iterable[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in path)


class Pen:
    """Collects the elements of one drawing."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.parts: list[str] = []

    def add(self, part: str) -> None:
        self.parts.append(part)

    def line(self, path: Iterable[Point], name: str, *, dash: str = "", width: float = 1.6) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.add(
            f'<polyline class="gg-line {name}" points="{points(path)}" fill="none" stroke="{self.ink.line}"'
            f' stroke-width="{number(width)}" stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )

    def solid(self, path: Iterable[Point], name: str) -> None:
        self.add(f'<polygon class="gg-solid {name}" points="{points(path)}" fill="{self.ink.line}"/>')

    def closed(self, path: Iterable[Point], name: str, *, dash: str = "", width: float = 1.4) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.add(
            f'<polygon class="gg-line {name}" points="{points(path)}" fill="none" stroke="{self.ink.line}"'
            f' stroke-width="{number(width)}" stroke-linejoin="round"{dashes}/>'
        )

    def text(self, at: Point, text: str, name: str, *, size: float = 12, anchor: str = "middle") -> None:
        """Letters with a halo of the surface, so that a line behind them does not hide them."""
        self.add(
            f'<text class="gg-text {name}" x="{number(at[0])}" y="{number(at[1])}" font-size="{number(size)}"'
            f' text-anchor="{anchor}" fill="{self.ink.line}" stroke="{self.ink.surface}" stroke-width="3"'
            f' stroke-linejoin="round" paint-order="stroke">{escaped(text)}</text>'
        )

    def shape(self, kind: str, at: Point, radius: float, name: str, *, filled: bool = True) -> None:
        """Square, circle, diamond or triangle around a point."""
        x, y = at
        fill = self.ink.surface if filled else "none"
        paint = f'class="gg-shape {name}" fill="{fill}" stroke="{self.ink.line}" stroke-width="1.8"'
        if kind == "circle":
            self.add(f'<circle {paint} cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')
            return
        if kind == "square":
            side, r = number(radius * 2 - 2), radius - 1
            self.add(
                f'<rect {paint} x="{number(x - r)}" y="{number(y - r)}" width="{side}" height="{side}"/>'
            )
            return
        corners = {
            "diamond": ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)),
            "triangle": ((x, y - radius), (x + radius, y + radius * 0.8), (x - radius, y + radius * 0.8)),
        }[kind]
        self.add(f'<polygon {paint} points="{points(corners)}" stroke-linejoin="round"/>')
