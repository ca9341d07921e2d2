"""Labels of items, sections and annexes (1, 2; a, b; i, ii), and back from a label to its place."""

import re

from assurance.runtime.digits import whole

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
_ROMAN_SHAPE = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def label(place, style):
    """The bare label of the `place`-th thing (from 1): `4`, `d`, `iv`; empty for a bullet."""
    return _WRITERS[style](place)


def place_of(written, style):
    """The place (from 1) that the bare label `written` names in `style`, or None."""
    return _READERS[style](written)


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


def _read_number(written):
    return whole(written) if re.fullmatch(r"[1-9][0-9]{0,3}", written) else None


def _read_letter(written):
    if not re.fullmatch(r"[a-z]{1,2}", written):
        return None
    place = 0
    for sign in written:
        place = place * 26 + ord(sign) - ord("a") + 1
    return place


def _read_roman(written):
    if not written or not _ROMAN_SHAPE.fullmatch(written):
        return None
    rest, place = written, 0
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            rest, place = rest[len(sign) :], place + worth
    return place


_WRITERS = {"number": str, "letter": _letter, "roman": _roman, "bullet": lambda _place: ""}
_READERS = {
    "number": _read_number,
    "letter": _read_letter,
    "roman": _read_roman,
    "bullet": _read_number,
}
