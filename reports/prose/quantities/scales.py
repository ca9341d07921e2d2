"""The thousands, millions or billions in which a sum of money is written."""

import re

from reports.prose.numbers import Number

_SCALE = re.compile(r"\d(?P<words>\s?(?:k|thousand|m|million|bn|billion))\b", re.I)
_POWERS = {"k": 10**3, "t": 10**3, "m": 10**6, "b": 10**9}


def scale_of(number: Number) -> tuple[int, str]:
    """(the power of ten, its words) of `£26.9m`; one and no words for a sum written out."""
    match = _SCALE.search(number.words)
    return (_POWERS[match["words"].strip()[0].casefold()], match["words"]) if match else (1, "")
