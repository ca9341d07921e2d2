"""Numbers that are aimed at or asked for, and are no values of what was done."""

import re

_AIM = re.compile(
    r"\b(?:budget|target|limit|standard|benchmark)\b(?:\s+(?!and\b)[a-z-]+){0,4}\s*$", re.I
)
# “The plan looks for 65% of files”, “65% of files are to be good”.
_ASKED_FOR = re.compile(
    r"\b(?:looks?|looking|looked|calls?|called|asks?|asked|hopes?|hoped|aims?|aimed)\s+for\s+$"
    r"|\b(?:requires?|demands?|wants?|aims?\s+(?:at|to\s+(?:reach|have|see)))\s+$",
    re.I,
)
_TO_BE = re.compile(
    r"^\s+of\s+(?:(?!(?:due|yet|have|had|has|waiting|needing|ready|likely|able|about)\b)[a-z’-]+\s+){1,4}?"
    r"to\s+(?:be|have|reach)\b",
    re.I,
)


def is_aim(before: str, after: str) -> bool:
    """True if a number between two stretches of a sentence is a budget, a limit or a share that is
    asked for."""
    return bool(_AIM.search(before[-60:]) or _ASKED_FOR.search(before[-40:]) or _TO_BE.match(after))
