"""Labels of items, sections and annexes (1; a; i), and back; and stable names of blocks."""

import re
from functools import cache

STYLES = ("number", "letter", "roman", "bullet")
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# The last place that a label is read back to: 9999, zz, cccxcix.
_MOST = {"number": 9999, "letter": 702, "roman": 399, "bullet": 9999}


def label(place, style):
    """The bare label of the `place`-th thing (from 1): `4`, `d`, `iv`; empty for a bullet."""
    return _WRITERS[style](place)


def place_of(written, style):
    """The place (from 1) that the bare label `written` names in `style`, or None."""
    return _places(style).get(written)


def _letter(place):
    letters = ""
    while place > 0:
        place, left = divmod(place - 1, 26)
        letters = chr(ord("a") + left) + letters
    return letters


def _roman(place):
    numeral = ""
    for worth, sign in _ROMAN:
        while place >= worth:
            numeral, place = numeral + sign, place - worth
    return numeral


@cache
def _places(style):
    """Label → its place; a bullet is cited by its number."""
    write = _WRITERS["number" if style == "bullet" else style]
    return {write(place): place for place in range(1, _MOST[style] + 1)}


_WRITERS = {"number": str, "letter": _letter, "roman": _roman, "bullet": lambda _place: ""}


MOST_WORDS = 5
LONGEST = 50


def name_for(text: str, kind: str, clash, tried: dict[str, int] | None = None) -> str:
    """A slug from the first words of a heading or text, unlike every one in `taken`.

    A token's words are left out. `tried` remembers for names that are only ever added which
    numbers are taken, so that a thousand blocks alike are not each tried against all.
    """
    plain = re.sub(r"\[\[.*?\]\]", " ", text.lower().replace("’", "").replace("'", ""))
    result = re.findall(r"[a-z0-9]+", plain)[:MOST_WORDS]
    stem = "-".join(result)[:LONGEST].strip("-") or kind
    tried = {} if tried is None else tried
    place = tried.get(stem, 1)
    while (name := stem if place == 1 else f"{stem}-{place}") in clash:
        place += 1
    tried[stem] = place
    return name
