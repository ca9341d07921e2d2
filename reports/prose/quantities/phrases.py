"""What a number of a marked sentence counts, by stems, and a count with its base."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reports.prose.marks import Marked
from reports.prose.numbers import Number

# A phrase ends before one of these.
_ENDS = re.compile(
    r"\b(?:were|was|are|is|be|been|being|have|has|had|who|whom|which|that|in(?!\s+(?:care|need)\b)|on|at|for|during|with|"
    r"to|from|by|as|and|or|but|than|when|where|since|(?<!looked )(?<!looked-)after|before|"
    r"across|within|between|against|"
    r"will|would|may|might|can|could|should|did|do|does|said|say|told|reported|felt|thought|agreed|"
    r"received|remain|remained|remains|account|accounts|accounted|compared|because|while|whose|"
    r"made|make|makes|now|currently|aged|over|under|per|not|we|they|it|this|these|those|there|"
    r"attended|completed|took|came|went|rose|fell|increased|decreased|left|started|ended)\b"
    r"|[,.;:()\[\]⟦⟧–—“”\"]| - ",
    re.I,
)
# “Three years and five months” is one length, which no reading adds up.
_LONG = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"
_A_LENGTH = re.compile(rf"\s+{_LONG}\b", re.I)
_TWO_LENGTHS = (
    re.compile(rf"⟦[cx]\d+⟧\s+{_LONG}\s+(?:and\s+)?$", re.I),
    re.compile(rf"^\s+{_LONG}\s+(?:and\s+)?⟦[cx]\d+⟧\s+{_LONG}\b", re.I),
)
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_EMPTY_WORDS = (
    "the a an of all our its their his her these those such other further more new total number "
    "overall around some any each every about additional them us whole currently"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_IRREGULAR = {
    **{"children": "child", "people": "person", "women": "woman", "men": "man", "staff": "staff"},
    **{"families": "family", "whom": "", "persons": "person", "process": "process"},
    **{"carers": "carer", "cared": "care", "lacs": "lac", "looked": "look"},
}
PEOPLE = re.compile(
    r"\b(?:child|children|young\s+(?:people|person)s?|young\s+(?:men|women)|babies|baby|infants?|"
    r"toddlers?|teenagers?|adolescents?|boys?|girls?|siblings?|pupils?|students?|care\s+leavers?|"
    r"(?:foster\s+|kinship\s+|connected\s+)?carers?|parents?|mothers?|fathers?|famil(?:y|ies)|"
    r"adopters?|adoptees?|residents?|patients?|adults?|women|men|people|persons?|individuals?|"
    r"victims?|childminders?|members?\s+of\s+staff|staff(?:\s+members?)?|employees?|"
    r"respondents?|service\s+users?|clients?)\b",
    re.I,
)


# “14 miles”: a length, and no count of anything.
DISTANCE = re.compile(r"(?:miles?|kilometres?|km|metres?)\b", re.I)


def phrase_after(text: str, place: int = 0) -> str:
    """The noun phrase that begins at `place` of a marked text, up to a verb, a mark or a stop."""
    stretch = text[place : place + 120]
    end = _ENDS.search(stretch)
    return stretch[: end.start()].strip() if end else stretch.strip()


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """A word without its ending: `reviews` and `review`, `children` and `child` are one."""
    small = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("s'").strip("'-")
    if small in _IRREGULAR:
        return _IRREGULAR[small]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ses", "se"), ("s", "")):
        if small.endswith(ending) and len(small) > len(ending) + 2 and not small.endswith("ss"):
            return small[: -len(ending)] + instead
    return small


@lru_cache(1 << 13)
def stems(phrase: str) -> frozenset[str]:
    """The stems of the words of a phrase that mean something."""
    matches = (stem(word) for word in _PLAIN_WORD.findall(phrase) if word.casefold() not in _EMPTY)
    saved = {item for item in matches if item and len(item) > 1}
    # “Members of staff” are staff.
    return frozenset(saved - {"member"} if "staff" in saved else saved)


def same_thing(item: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases may name one group: all that the shorter says, the longer says too."""
    return bool(item and other) and (item <= other or other <= item)


_THE = r"(?:the|these|those|our|their|its|all|a|total|possible|eligible|whole|relevant|some|same)"
# “14 of the 30”, “14 children of the 30”, “14 out of a total of 30”, “14/30”.
PAIR = re.compile(
    rf"⟦(?P<kind>[cm])(?P<count>\d+)⟧(?:\s+(?P<noun>[a-z]+(?:\s[a-z]+){{0,2}}))??"
    rf"(?:,?\s+\(?(?:out\s+)?of\s+(?:{_THE}\s+(?:of\s+)?)*|\s?/\s?)"
    r"⟦(?P=kind)(?P<base>\d+)⟧",
    re.I,
)
# A share stated by a per cent or by a count with its base.
SHARE = (
    r"(?:⟦p(?P<percent>\d+)⟧|⟦[cm](?P<count>\d+)⟧(?:\s+[a-z]+){0,3}?"
    rf"(?:,?\s+\(?(?:out\s+)?of\s+(?:{_THE}\s+(?:of\s+)?)*|\s?/\s?)⟦[cm](?P<base>\d+)⟧\)?)"
)


@dataclass(frozen=True)
class Pair:
    """A count, its base and where the marked sentence states them; `noun` is what is counted."""

    count: Number
    base: Number
    start: int
    end: int
    noun: str


def pairs(sentence: Marked) -> Iterator[Pair]:
    """Every count with its base in a sentence."""
    for match in PAIR.finditer(sentence.text):
        count, base = sentence.thing(match["count"]), sentence.thing(match["base"])
        if not base.value:
            continue
        noun = match["noun"] or phrase_after(sentence.text, match.end())
        yield Pair(count, base, match.start(), match.end(), noun)


def is_of_two_units(before: str, after: str) -> bool:
    """True if a number is one of the two of a length, as in `two years and a month`; `before` and
    `after` are the words around it."""
    behind = _TWO_LENGTHS[0].search(before[-40:]) and _A_LENGTH.match(after)
    return bool(behind or _TWO_LENGTHS[1].match(after))
