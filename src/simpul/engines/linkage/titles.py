"""Titles that people carry before and behind their names; they say nothing about who somebody is."""

from __future__ import annotations

FRONT_WORDS = """
h hj haji hajjah hajah kh k kyai kiai kyahi ki ust ustad ustaz ustadz ustadzah ustadah ustazah dr
drg drs dra ir prof r rd ra rm rr rra raden roro rara tgk teungku tengku tuanku andi_ tn ny nn sdr
sdri saudara saudari bpk bapak pak bp ibu bu mbah mbak mas alm almh almarhum almarhumah pdt pendeta
pastor romo suster pdm ev drh gus habib hb syekh syeh
"""
FRONT = frozenset(FRONT_WORDS.split())

# Unclear ones are titles only when a name is left behind them and they stand in front.
BACK_WORDS = """
sh spd se st skom ssos strsos sag amd amdkeb amdkep msi mm mpd ma msc sp spt skm sked skep sip sth
shi spdi mag mkes mt mh mkom mba phd ph sst spsi mpsi ners ns apt lc ba bsc ssi sstp map bsw msw
"""
BACK = frozenset(BACK_WORDS.split())

GONE = frozenset({"alm", "almh", "almarhum", "almarhumah"})
PATRONYMS = frozenset({"bin", "binti", "ibn", "ibnu", "bt", "bte", "binte"})
# Only with their point (or stroke) do these mean "child of"; "Al Amin" is a name.
DOTTED_PATRONYMS = frozenset({"b.", "bt.", "al.", "a/l", "a/p", "bin."})


def is_back_title(token: str) -> bool:
    """Whether this piece, points and all, is a degree.

    >>> is_back_title("S.Pd."), is_back_title("Sp.A"), is_back_title("Slamet")
    (True, True, False)
    """
    bare = token.replace(".", "").lower()
    if bare in BACK:
        return True
    return "." in token and token.lower().startswith("sp.") and len(bare) <= 6
