"""Letters that fit: how wide a text is, where it breaks, what may stand in XML."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'|!()[]{} -–")
_WIDE = frozenset("mwMW@%&")


def plain(text: str, most: int) -> str:
    """The text in one line, without control, bidirectional-override or unpaired characters."""
    kept: list[str] = []
    for sign in text[: most * 8]:
        kind = unicodedata.category(sign)
        if kind in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif kind not in {"Cs", "Co", "Cn"} and not (kind == "Cf" and sign != "\u200d"):
            kept.append(sign)
    line = " ".join("".join(kept).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def width_of(text: str, size: float = 12) -> float:
    """A generous estimate of the width of sans-serif letters."""
    units = 0.0
    for sign in text:
        if unicodedata.combining(sign):
            continue
        if sign in _NARROW:
            units += 0.36
        elif sign in _WIDE or unicodedata.east_asian_width(sign) in {"W", "F"}:
            units += 1.05
        elif sign.isupper() or ord(sign) > 0x2FFF:
            units += 0.76
        else:
            units += 0.61
    return units * size


def cut(text: str, room: float, size: float = 12) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, room: float, lines: int, size: float = 12) -> tuple[str, ...]:
    """At most so many lines that each fit the room; the last one ends with an ellipsis when text is left."""
    done: list[str] = []
    words = text.split(" ")
    while words and len(done) < lines - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size) <= room:
            line += " " + words.pop(0)
        if width_of(line, size) > room:
            fits = len(line)
            while fits > 1 and width_of(line[:fits], size) > room:
                fits -= 1
            words.insert(0, line[fits:])
            line = line[:fits]
        done.append(line)
    if words:
        done.append(cut(" ".join(words), room, size))
    return tuple(done)


def escaped(text: str) -> str:
    """Text that is safe between tags and inside a double-quoted attribute."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(sign, entity)
    return text
