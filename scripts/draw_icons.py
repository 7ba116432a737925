"""Draws the app's icons from the knot of mark.svg: ``python scripts/draw_icons.py``."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

HOME = Path(__file__).resolve().parents[1] / "src/simpul/web/ui/static/ui/icons"
TEAL, WHITE = (10, 90, 87, 255), (255, 255, 255, 255)
LONG, WIDE = 25.0, 9.5
Point = tuple[float, float]


def loop(steps: int = 400) -> list[Point]:
    """One long loop around the middle, lying."""
    side, found = LONG - WIDE, list[Point]()
    for n in range(steps):
        share = n / steps
        along = -side + 2 * side * share
        angle = math.pi * (share - 0.5)
        found += [(along, -WIDE), (along, WIDE)]
        found += [(side + WIDE * math.cos(angle), WIDE * math.sin(angle))]
        found += [(-side - WIDE * math.cos(angle), WIDE * math.sin(angle))]
    return found


def stretch(middle: Point, half: float, *, upright: bool, steps: int = 80) -> list[Point]:
    """A short straight piece through a crossing."""
    x, y = middle
    pieces = [half * (2 * n / steps - 1) for n in range(steps + 1)]
    return [(x, y + d) if upright else (x + d, y) for d in pieces]


def turned(spots: list[Point]) -> list[Point]:
    """By 45 degrees, moved to the middle of the drawing."""
    c = math.sqrt(0.5)
    return [(32 + c * (x - y), 32 + c * (x + y)) for x, y in spots]


def icon(size: int, *, maskable: bool = False) -> Image.Image:
    """The mark at a size; a maskable one fills the square and keeps the knot in the safe circle."""
    big = size * 4
    image = Image.new("RGBA", (big, big), TEAL if maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    scale = big / 64 * (0.72 if maskable else 1)
    shift = (big - 64 * scale) / 2
    if not maskable:
        pen.rounded_rectangle((0, 0, big - 1, big - 1), radius=16 * scale, fill=TEAL)

    def dots(spots: list[Point], width: float, colour: tuple[int, int, int, int]) -> None:
        radius = width / 2 * scale
        for x, y in turned(spots):
            cx, cy = shift + x * scale, shift + y * scale
            pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=colour)

    lying, over = loop(), ((WIDE, -WIDE), (-WIDE, WIDE))
    dots(lying, 5.5, WHITE)
    for crossing in over:
        dots(stretch(crossing, 2, upright=True), 10, TEAL)
    dots([(y, x) for x, y in lying], 5.5, WHITE)
    for x, y in over:
        dots(stretch((-x, y), 2, upright=False), 10, TEAL)
        dots(stretch((-x, y), 8, upright=False), 5.5, WHITE)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write every icon that the manifest names."""
    HOME.mkdir(parents=True, exist_ok=True)
    for size in (192, 512):
        icon(size).save(HOME / f"simpul-{size}.png", optimize=True)
    icon(512, maskable=True).save(HOME / "simpul-maskable-512.png", optimize=True)


if __name__ == "__main__":
    main()
