"""Words that claim a part of a whole: `all`, `most`, `half`, with the shares that they allow."""

import re
from dataclasses import dataclass
from fractions import Fraction

from assurance.runtime.digits import UNITS, whole
from reports.prose.numbers import SMALL, value_of
from reports.prose.patterns import SentencePattern

# Four of nine are nearly half.
_ABOUT, _LITTLE, _ROUNDING = Fraction(1, 18), Fraction(2, 25), Fraction(1, 50)
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FRACTIONS = {
    f"{UNITS[part] if part > 1 else word} {name}{'s' * (part > 1)}": Fraction(part, base)
    for base, name in enumerate(_PARTS, 2)
    for part in range(1, base)
    for word in ("a", "an", "one")
} | {"half": Fraction(1, 2)}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3)}
_SIGNS["⅔"] = Fraction(2, 3)
FRACTION = "|".join(item.replace(" ", r"[\s-]+") for item in _FRACTIONS)
FRACTION += (
    rf"|(?:{SMALL})\s+in\s+(?:every\s+|each\s+|a\s+)?(?:{SMALL})|(?<![\d.])[{''.join(_SIGNS)}]"
)
_HARDLY = r"(?:(?:only\s+)?just|slightly|a\s+(?:little|shade|fraction|touch)|marginally)\s+"
CLAIM = SentencePattern(
    rf"\b(?:(?P<not>not|nearly|almost|virtually|practically)\s+)?(?P<all>all|every|each|always)\b"
    r"(?![\s-]+(?:half|quarter|year|month|week|day|time|term)\b)"
    rf"|\b(?P<none>none|neither|nobody|not\s+(?:a\s+single\s+)?one|no\s+one|no|never)\b"
    r"|\b(?P<most>(?:the\s+)?(?:vast\s+|large\s+|overwhelming\s+|great\s+)?majority|"
    r"(?<!the )most|mostly)\b"
    rf"|\b(?P<minority>(?:only\s+)?a\s+(?:small\s+)?minority|(?:only\s+)?a\s+few|few)\b"
    r"|\b(?P<scarce>(?:hardly|scarcely|barely)\s+any|(?:only\s+|just\s+)?a\s+(?:mere\s+)?handful|very\s+few)\b"
    rf"|(?<!\w)(?:(?P<over>(?:(?P<hardly>{_HARDLY})|well\s+)?(?:over|more\s+than|above)|at\s+least)\s+|"
    rf"(?P<under>(?P<nearly>{_HARDLY})?(?:not\s+quite|under|less\s+than|fewer\s+than|below|short\s+of))\s+|"
    rf"(?P<near>about|around|nearly|almost|roughly|some|approximately|close\s+(?:to|on))\s+)?"
    rf"(?:one\s+)?(?!(?<=in\s)a\s+quarter\b)(?P<fraction>{FRACTION})(?!\w)"
    r"(?![\s-]+(?:a\s+(?:percentage\s+)?point|years?|yearly|terms?|hours?|days?|time|price|siblings?|sisters?|brothers?)\b"
    r"|\s+of\s+(?:the\s+)?(?:year|period|⟦d))",
    re.I,
)
# “Upheld in whole or in part” is of two rows, whatever the one is called.
IN_PART = SentencePattern(
    r"\b(?:(?:in\s+(?:whole|full)|wholly|fully)\s+or\s+(?:in\s+part|partly|partially)|"
    r"at\s+least\s+(?:in\s+part|partly|partially)|to\s+some\s+extent)\b",
    re.I,
)


@dataclass(frozen=True)
class Claim:
    """A word for a share, with the least and the most that it allows."""

    word: str
    least: Fraction
    most: Fraction

    def is_denied(self, share: Fraction) -> bool:
        """Whether a share is not what the word says."""
        return not self.least <= share <= self.most

    def is_far_from(self, share: Fraction) -> bool:
        """True if a share is not what the word says, by more than the rounding of words."""
        room = min(abs(share - self.least), abs(share - self.most))
        return self.is_denied(share) and room > _ROUNDING


def claim_of(result: re.Match) -> Claim | None:
    """What a word demands of a share, or None where it demands nothing that can be tried."""
    word, tiny = result.group().strip(), Fraction(1, 10**6)
    if result["all"]:
        near = (result["not"] or "").casefold()
        if near == "not":
            return Claim(word, Fraction(0), 1 - tiny)
        return (
            Claim(word, Fraction(4, 5), Fraction(1))
            if near
            else Claim(word, Fraction(1), Fraction(1))
        )
    if result["none"]:
        return Claim(word, Fraction(0), Fraction(0))
    if result["most"]:
        return Claim(word, Fraction(1, 2) + tiny, Fraction(1))
    if result["minority"]:
        return Claim(word, Fraction(0), Fraction(1, 2) - tiny)
    if result["scarce"]:
        return Claim(word, Fraction(0), Fraction(1, 8))
    share = fraction(result["fraction"])
    if share is None:
        return None
    if result["over"]:
        least = share if "least" in result["over"].casefold() else share + tiny
        most = min(share + _LITTLE, Fraction(1)) if result["hardly"] else Fraction(1)
        return Claim(word, least, most)
    if result["under"]:
        return Claim(word, share - _LITTLE if result["nearly"] else Fraction(0), share - tiny)
    room = _ABOUT if result["near"] else Fraction(1, 40)
    return Claim(word, share - room, share + room)


def fraction(text: str) -> Fraction | None:
    """The share that a fraction names: *two thirds*, *one in five*, `¾`."""
    if text in _SIGNS:
        return _SIGNS[text]
    if match := re.fullmatch(rf"({SMALL})\s+in\s+(?:every\s+|each\s+|a\s+)?({SMALL})", text, re.I):
        part, base = (
            whole(group) if group.isdecimal() else value_of(group) for group in match.groups()
        )
        return Fraction(part, base) if base and part and part < base else None
    return _FRACTIONS[re.sub(r"[\s-]+", " ", text.casefold())]
