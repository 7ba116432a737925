"""Draws the app's icons from the knot of mark.svg: ``python scripts/draw_icons.py``."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

HOME = Path(__file__).resolve().parents[1] / "src/simpul/web/ui/static/ui/icons"
TEAL, WHITE = (10, 90, 87, 255), (255, 255, 255, 255)
UNDER = [((14, 45), (28, 45), (46, 36), (43, 24)), ((43, 24), (40, 12), (24, 12), (21, 24))]
GAP = [((26, 34.5), (30, 40), (36.5, 43), (42, 44.3))]
OVER = [((21, 24), (18, 36), (36, 45), (50, 45))]
ENDS = ((14, 45), (50, 45))
Curve = tuple[tuple[float, float], ...]


def points(curve: Curve, steps: int = 160) -> list[tuple[float, float]]:
    """A cubic curve as points."""
    found = []
    for n in range(steps + 1):
        t = n / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        found.append(
            (
                sum(w * p[0] for w, p in zip(weights, curve, strict=True)),
                sum(w * p[1] for w, p in zip(weights, curve, strict=True)),
            )
        )
    return found


def icon(size: int, *, maskable: bool = False) -> Image.Image:
    """The mark at a size; a maskable one fills the square and keeps the knot in the safe circle."""
    big = size * 4
    image = Image.new("RGBA", (big, big), TEAL if maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    scale = big / 64 * (0.72 if maskable else 1)
    shift = (big - 64 * scale) / 2
    if not maskable:
        pen.rounded_rectangle((0, 0, big - 1, big - 1), radius=16 * scale, fill=TEAL)

    def dots(curves: list[Curve], width: float, colour: tuple[int, int, int, int]) -> None:
        radius = width / 2 * scale
        for curve in curves:
            for x, y in points(curve):
                cx, cy = shift + x * scale, shift + y * scale
                pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=colour)

    dots(UNDER, 5.5, WHITE)
    dots(GAP, 11, TEAL)
    dots(OVER, 5.5, WHITE)
    for x, y in ENDS:
        dots([((x, y),) * 4], 10, WHITE)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    """Write every icon that the manifest names."""
    HOME.mkdir(parents=True, exist_ok=True)
    for size in (192, 512):
        icon(size).save(HOME / f"simpul-{size}.png", optimize=True)
    icon(512, maskable=True).save(HOME / "simpul-maskable-512.png", optimize=True)


if __name__ == "__main__":
    main()
