"""Words that claim a part of a whole (`all`, `most`, `half`) against the numbers beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked, text_before
from reports.prose.numbers import SMALL, value_of
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import SHARE

_ABOUT = Fraction(1, 20)
_FRACTIONS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "one fifth": Fraction(1, 5),
    "four fifths": Fraction(4, 5),
    "two fifths": Fraction(2, 5),
    "three fifths": Fraction(3, 5),
    "a tenth": Fraction(1, 10),
    "nine tenths": Fraction(9, 10),
}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3)}
_SIGNS["⅔"] = Fraction(2, 3)
_FRACTION = "|".join(item.replace(" ", r"[\s-]+") for item in _FRACTIONS)
_FRACTION += rf"|(?:{SMALL})\s+in\s+(?:every\s+)?(?:{SMALL})|(?<![\d.])[{''.join(_SIGNS)}]"
CLAIM = re.compile(
    rf"\b(?:(?P<not>not|nearly|almost|virtually|practically)\s+)?(?P<all>all|every|each|always)\b"
    r"(?![\s-]+(?:half|quarter|year|month|week|day|time|term)\b)"
    rf"|\b(?P<none>none|no|never)\b"
    rf"|\b(?P<most>(?:the\s+)?(?:vast\s+|large\s+|overwhelming\s+|great\s+)?majority|most|mostly)\b"
    rf"|\b(?P<minority>(?:only\s+)?a\s+(?:small\s+)?minority|(?:only\s+)?a\s+few|few)\b"
    rf"|(?<!\w)(?:(?P<over>(?:just\s+|well\s+)?over|(?:slightly\s+)?more\s+than|at\s+least|above)\s+|"
    rf"(?P<under>(?:just\s+)?under|(?:slightly\s+)?less\s+than|fewer\s+than|below)\s+|"
    rf"(?P<near>about|around|nearly|almost|roughly|some|approximately|close\s+to)\s+)?"
    rf"(?:one\s+)?(?!(?<=in\s)a\s+quarter\b)(?P<fraction>{_FRACTION})(?!\w)"
    r"(?![\s-]+(?:years?|yearly|terms?|hours?|days?|time|price|siblings?|sisters?|brothers?)\b"
    r"|\s+of\s+(?:the\s+)?(?:year|period|⟦d))",
    re.I,
)
# The whole that a fraction is of, with the part in brackets: “half of the 80 carers (40)”.
_OF_WHOLE = re.compile(
    r"^\s+of\s+(?:the\s+|these\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧(?P<noun>[^⟦;:.()]{0,60}?)"
    r"\s*\((?P<percent>(?!))?(?:n\s?=\s?)?⟦c(?P<count>\d+)⟧\)",
    re.I,
)
# The evidence that must stand close by: in brackets, or between commas.
_COMPARED_NUMBER = re.compile(
    rf"^(?P<noun>[^⟦;:.()]{{0,90}}?)(?:\(\s*|,\s+(?:that\s+is\s+|or\s+|at\s+)?|\s[–—-]\s)"
    rf"(?:only\s+|just\s+|some\s+|about\s+|over\s+)?{SHARE}",
    re.I,
)
_BEFORE = re.compile(
    rf"{SHARE}\)?[^⟦;:.]{{0,60}}?(?:,\s+(?:or\s+|that\s+is\s+|which\s+is\s+|nearly\s+)?|\s[–—-]\s)$",
    re.I,
)
# `Best of all, 97% …` and `above all` claim nothing of a whole.
_IDIOM = re.compile(r"\b(?:(?:best|worst|first|last|most|least)\s+of|above|after)\s+$", re.I)
_EXCEPT = re.compile(
    r"\b(?:but|except|apart|other\s+than|excluding|same|kind|sort|longer|later|more|less|doubt|"
    r"change|difference|one\s+of|at\s+all|after\s+all|in\s+all|reason|further|recent|complacency|"
    r"of\s+the\s+time|up|target|aim|expect\w*|should|if|compared|against|increase|rise|than)\b",
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


@rule("quantity-denied", Severity.WARNING, "C15; source of error 5", follows=("percent-of-count",))
def claims(reading: Reading, _known) -> Iterator[Fault]:
    """A word such as all, none, most or half is what the numbers beside it say."""
    for line, sentence in reading.sentences():
        if "⟦p" in sentence.text or sentence.text.count("⟦c") > 1:
            yield from _in_sentence(line, sentence)


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
    share = _fraction(result["fraction"])
    if share is None:
        return None
    if result["over"]:
        least = share if "least" in result["over"].casefold() else share + tiny
        return Claim(word, least, Fraction(1))
    if result["under"]:
        return Claim(word, Fraction(0), share - tiny)
    room = _ABOUT if result["near"] else Fraction(1, 40)
    return Claim(word, share - room, share + room)


def _fraction(text):
    """The share that a fraction names: *two thirds*, *one in five*, `¾`."""
    if text in _SIGNS:
        return _SIGNS[text]
    if match := re.fullmatch(rf"({SMALL})\s+in\s+(?:every\s+)?({SMALL})", text, re.I):
        part, base = (
            whole(group) if group.isdecimal() else value_of(group) for group in match.groups()
        )
        return Fraction(part, base) if base and part and part < base else None
    return _FRACTIONS[re.sub(r"[\s-]+", " ", text.casefold())]


def _in_sentence(line: Line, sentence: Marked):
    text = sentence.text
    for match in CLAIM.finditer(text):
        ahead = text[match.end() : match.end() + 170]
        if match["all"] and re.search(
            r"\b(?:of|at|in|above|after|for)\s+$", text_before(text, match.start()), re.I
        ):
            # “Half of all orders”: the word names the whole.
            continue
        other = (
            _COMPARED_NUMBER.match(ahead) or (match["fraction"] and _OF_WHOLE.match(ahead)) or None
        )
        stretch = text[max(0, match.start() - 120) : match.start()]
        if match["all"] and _IDIOM.search(stretch):
            continue
        if not other and match["fraction"]:
            other = _last(_BEFORE, stretch)
            if other and _EXCEPT.search(other.group()):
                continue
        if not other or _EXCEPT.search(other.groupdict().get("noun") or ""):
            continue
        claim, share = claim_of(match), _share(sentence, other)
        if claim and share is not None and claim.is_denied(share):
            yield _denied(line, sentence, match, claim, other)


def _last(pattern, stretch):
    """The match of `pattern` that ends a stretch, beginning as late as it may."""
    result = None
    for place in (match.start() for match in re.finditer("⟦", stretch)):
        result = pattern.match(stretch, place) or result
    return result


def _share(sentence, other):
    if other["percent"]:
        number = sentence.thing(other["percent"])
        if number.bound:
            return None
        return number.value / 100
    count, base = sentence.thing(other["count"]), sentence.thing(other["base"])
    if count.bound or base.bound or not base.value:
        return None
    return count.value / base.value


def _denied(line, sentence, result, claim, other):
    if other["percent"]:
        number = sentence.thing(other["percent"])
        values = number.words
    else:
        number, base = sentence.thing(other["count"]), sentence.thing(other["base"])
        values = f"{number.words} of {base.words} ({number_text(number.value * 100 / base.value)}%)"
    says = f"The paper says “{claim.word}”, and the number beside it is {values}."
    return fault(line, number, says, "Use the word that the number bears, or put the number right.")
