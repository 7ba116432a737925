"""How much a word of a name tells: a common one little, a rare one much.

The counts are rough, per million living Indonesians, from published lists of the commonest names and from
how names are built (order-of-birth names in Bali, clan names). They order words; they are no statistics.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log10

_PER_MILLION: dict[int, str] = {
    45000: "muhammad siti",
    20000: "nur sri ahmad i ni al",
    12000: "abdul dewi putri wayan made nyoman ketut putu kadek komang gede eka dwi tri",
    6000: "ayu agus rizki wahyu indah dian fitri aisyah fatimah bayu andi eko budi ali maria yohanes nurul",
    2500: "nurhayati sulastri sumiati sumarni sunarti sutrisno slamet mulyadi herman supardi ismail "
    "supriyanto wahyudi junaidi suparman aminah wahyuni hidayat hidayah rahman rahmat lestari saputra "
    "saputri susanti rahayu setiawan kurniawan wati ningsih utami pratama susanto yusuf ibrahim hasan "
    "umar usman iskandar arif hendra rini rina yanti joko bambang suryadi sugeng mardiana kartini "
    "asih astuti "
    "situmorang siregar nasution simanjuntak lubis harahap sitorus sinaga ginting tarigan sembiring "
    "asep ujang dadang cecep enok neneng euis daeng",
}  # fmt: skip

PER_MILLION: Mapping[str, int] = {
    word: count for count, words in _PER_MILLION.items() for word in words.split()
}
UNKNOWN = 20


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """From 0.1 (says almost nothing) to 1 (says much).

    >>> weight("muhammad") < weight("nurhayati") < weight("tumpakpura")
    True
    >>> weight("tumpakpura")
    1.0

    An initial says little, and order-of-birth names say less than a name of one's own:

    >>> weight("s") < weight("wayan") < weight("sulastri")
    True
    """
    if len(word) == 1 and word != "i":
        return 0.15
    share = PER_MILLION.get(word, UNKNOWN)
    return round(max(0.1, min(1.0, log10(1_000_000 / share) / 4.6)), 3)
