"""What a region code says about itself, how a region is called, and how people may misspell it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
LEVELS = {2: "province", 5: "regency", 8: "district", 13: "village"}
PARENT_LENGTH = {2: 0, 5: 2, 8: 5, 13: 8}
_TITLE = re.compile(
    r"^(provinsi|kabupaten administrasi|kota administrasi|kabupaten|kota|kecamatan|distrik)\s+(?=\S)",
    re.IGNORECASE,
)
_SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"))
_SPOKEN = {
    "kab": "",
    "kabupaten": "",
    "kec": "",
    "kecamatan": "",
    "prov": "",
    "provinsi": "",
    "desa": "",
    "kel": "",
    "kelurahan": "",
    "ds": "",
    "diy": "daerah istimewa yogyakarta",
    "jogja": "yogyakarta",
    "dki": "daerah khusus ibukota",
    "jatim": "jawa timur",
    "jateng": "jawa tengah",
    "jabar": "jawa barat",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "kalsel": "kalimantan selatan",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulsel": "sulawesi selatan",
    "sulteng": "sulawesi tengah",
    "sulut": "sulawesi utara",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "kepri": "kepulauan riau",
    "babel": "kepulauan bangka belitung",
}


def level_of(code: str) -> str:
    """The level that a code's form stands for; raises when it is not a region code.

    >>> level_of("35.23.01.2001")
    'village'
    """
    if not CODE.fullmatch(code):
        raise ValueError(code)
    return LEVELS[len(code)]


def parent_of(code: str) -> str:
    """The code of the region above, or an empty string.

    >>> parent_of("35.23.01.2001"), parent_of("35")
    ('35.23.01', '')
    """
    length = PARENT_LENGTH[len(code)]
    return code[:length] if length else ""


def ancestors_of(code: str) -> tuple[str, ...]:
    """The codes above, nearest first."""
    found = []
    while code := parent_of(code):
        found.append(code)
    return tuple(found)


@dataclass(frozen=True)
class TitleRule:
    """How regions of a kind are called in a part of the country ("gampong" under 11)."""

    prefix: str
    level: str
    low: int
    high: int
    title: str
    short: str


@dataclass(frozen=True)
class Title:
    """What a region is called, in full and short: "kabupaten" and "Kab."."""

    full: str
    short: str


def title_of(code: str, rules: Iterable[TitleRule]) -> Title:
    """The title by the rule with the longest matching prefix."""
    level = level_of(code)
    block = int(code[3:5]) if level == "regency" else int(code[9]) if level == "village" else 0
    fitting = [
        rule
        for rule in rules
        if rule.level == level and code.startswith(rule.prefix) and rule.low <= block <= rule.high
    ]
    if not fitting:
        return Title(level, "")
    best = max(fitting, key=lambda rule: len(rule.prefix))
    return Title(best.title, best.short)


def bare_name(name: str, level: str) -> str:
    """The name without the title that tables write before it.

    >>> bare_name("Kabupaten Aceh Selatan", "regency"), bare_name("Kota Baru", "village")
    ('Aceh Selatan', 'Kota Baru')
    """
    return _TITLE.sub("", name, count=1) if level == "regency" else name


@lru_cache(maxsize=20_000)
def folded(words: str) -> str:
    """Lower case, no accents or signs, old spelling made new, doubled letters single.

    >>> folded("Soekaredjo"), folded("Ba'u II")
    ('sukarejo', 'bau i')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['`’]", "", plain)
    plain = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    for old, new in _SPELLINGS:
        plain = plain.replace(old, new)
    return re.sub(r"([a-z])\1+", r"\1", plain)


def asked_words(typed: str) -> tuple[str, ...]:
    """The words to look for in what somebody typed; titles carry no weight, short forms are spelled out.

    >>> asked_words("Ds. Sidomulyo, Kec. Jenu, Jatim")
    ('sidomulyo', 'jenu', 'jawa', 'timur')
    """
    raw = re.sub(r"[^a-z0-9'’]+", " ", typed.lower()).split()
    spoken = [_SPOKEN.get(word, word) for word in raw]
    kept = folded(" ".join(word for word in spoken if word))
    return tuple((kept or folded(typed)).split())


def path_of(names: Iterable[tuple[str, str]]) -> str:
    """How the regions above are read, nearest first.

    >>> path_of([("Kec.", "Jenu"), ("Kab.", "Tuban"), ("Prov.", "Jawa Timur")])
    'Kec. Jenu, Kab. Tuban, Prov. Jawa Timur'
    """
    return ", ".join(f"{short} {name}".strip() for short, name in names)


def words_of(name: str, above: Iterable[str]) -> str:
    """What type-ahead looks through: every word with a space before it, own name first."""
    return " " + " ".join([folded(name), *(folded(part) for part in above)])


def successor_guess(gone: Mapping[str, str], added: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For codes that vanished, the new codes that carry the same name nearby: most likely a new number.

    Looks in the same district, then regency, then province; only an unambiguous find counts.
    """
    by_name: dict[tuple[str, int], list[str]] = {}
    for code, name in added.items():
        by_name.setdefault((folded(name), len(code)), []).append(code)
    guesses: dict[str, tuple[str, ...]] = {}
    for code, name in gone.items():
        same = by_name.get((folded(name), len(code)), [])
        for above in ancestors_of(code):
            near = [other for other in same if other.startswith(above + ".")]
            if near:
                if len(near) == 1:
                    guesses[code] = (near[0],)
                break
        else:
            if len(same) == 1:
                guesses[code] = (same[0],)
    return guesses
