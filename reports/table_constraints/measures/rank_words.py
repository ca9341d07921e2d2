"""Words that rank one thing among others, wherever in a sentence they have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.prose.asides import CONDITIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern

_NTH = {"second": 2, "next": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ORDER = "|".join(_NTH)
_HIGH = (
    r"largest|biggest|highest|greatest|busiest|commonest|heaviest|dearest|costliest|"
    r"most(?=\s+(?:common|often|frequent|usual|numerous|popular|used|expensive|costly|typical|heavily))|(?<=\bthe\s)most(?=\s+[a-z]+s\b)"
)
_LOW = (
    r"smallest|lowest|fewest|rarest|quietest|lightest|cheapest|"
    r"least(?=\s+(?:common|often|frequent|usual|used|popular|expensive|costly))"
)
_BEST = (
    r"best|strongest|furthest\s+(?:on|ahead|forward|advanced|along)|"
    r"most\s+(?:improved|advanced|complete|punctual|reliable)"
)
_WORST = (
    r"worst|poorest|weakest|furthest\s+(?:behind|back)|"
    r"least\s+(?:advanced|complete|punctual|reliable)"
)
_LONG, _SHORT = r"longest|slowest|oldest", r"shortest|quickest|fastest|youngest"
_LIST = r"(?:the\s+)?(?:list|table|ranking|field|rank|order|league|column|rest|others|pack|way)"
RANK = SentencePattern(
    rf"\b(?:(?P<joint>joint|equal)\s+)?(?:(?P<nth>{_ORDER})[\s-]+)?"
    rf"(?:(?P<best>{_BEST})|(?P<worst>{_WORST})|(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<long>{_LONG})|(?P<short>{_SHORT}))\b"
    rf"|\b(?P<top>(?:head(?:s|ed)?|top(?:s|ped)?|lead(?:s)?|led)\s+{_LIST}|(?:was|were|is|are|came|comes|stood|stands)\s+(?:at\s+)?(?:the\s+)?(?:top|head)\s+of\s+{_LIST})\b"
    rf"|\b(?P<bottom>(?:was|were|is|are|came|comes|stood|stands)\s+(?:at\s+)?(?:the\s+)?(?:bottom|foot)\s+of\s+{_LIST}|br(?:ings?|ought)\s+up\s+the\s+rear|trail(?:s|ed)\s+{_LIST})\b"
    rf"|\b(?:came|comes|come|ranks?|ranked|was|were|is|are|stands?|stood|lies|lay)\s+(?:in\s+)?(?P<order>first|{_ORDER}|last)(?:\s+place)?\b"
    r"(?=\s*(?:[.,;:)]|$|(?:after|behind|before|ahead|with|and|at|among|of|on|by|in)\b))"
    r"|^\W*(?P<then>next|second|third|then)\s+(?:came|comes|come|was|were|is|are|in\s+(?:size|order)\s+(?:came|comes|is|was|are|were))\b",
    re.I,
)
# “One of the largest”, “its highest for two years”, “the three largest”: of no one row.
_NONE_ROW = re.compile(
    r"\b(?:one\s+of\s+(?:the|our)|among(?:st)?\s+(?:the|our)(?!\s+\S+\s)|some\s+of\s+the|among(?:st)?\s+(?:the|our)\s+[a-z]+\s+(?:with|that\s+have)\s+the|two|three|four|five|⟦c\d+⟧|"
    r"⟦c\d+⟧\s+[a-z]+\s+with\s+the|(?<!at\s)(?:its|their|our|his|her)|at|a|an|very|next\s+two)\s+(?:[a-z]+\s+)?$",
    re.I,
)
_IN_RANK = re.compile(r"\bat\s+(?:its|their)\s+$", re.I)
_NO_RANK = re.compile(
    r"\s+(?:[a-z]+\s+first\b|recent\w*|important\w*|serious|vulnerable|likely|urgent|appropriate|complex|interests?|practice|value|possible|month\s+but|(?:[a-z]+\s+)?but\s+(?:one|two)|"
    r"but\s+(?:one|two|⟦)|pressing|notabl[ey]|striking|able|welcome|needed|of\s+all\s+time|on\s+record|ever|since|for\s+(?:⟦|some)|in\s+the\s+(?:region|country)|"
    r"(?:single\s+)?(?:wait|stay|one|case|payment|award|visit|absence|episode|child|pupil|placement|grant)\b)\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|except\w*|since|ever|"
    r"on\s+record|target\s+for|likely|per\s+head|combined|together|jointly|both|"
    r"as\s+(?:far|well)\s+as)\b",
    re.I,
)
_BREAKS = re.compile(
    r"[;:]|\.\s|,\s+(?:and|but|while|whereas|although|though|because|with|so|(?:[a-z]+\s+)?which|where)\b|\b(?:but|while|whereas|although|though|because)\b",
    re.I,
)


@dataclass(frozen=True)
class Rank:
    """A place among others: `sign` 1 from the most down, -1 from the least up; `is_judged` where
    that depends on which is better, `is_timed` where it is of how long; the `clause` around it, and
    what is `ahead` of it there and `behind` it."""

    cue: str
    place: int
    sign: int
    is_judged: bool
    is_timed: bool
    goes_on: bool
    clause: str
    ahead: str
    behind: str
    is_alone: bool


def ranks_in(text: str) -> Iterator[Rank]:
    """Each word of rank of a marked text that has one thing at one place."""
    cues = [x for x in RANK.finditer(text) if _is_of_one(text, x)]
    for at, cue in enumerate(cues):
        start = max((x.end() for x in _BREAKS.finditer(text, 0, cue.start())), default=0)
        end = next((x.start() for x in _BREAKS.finditer(text, cue.end())), len(text))
        first = max(start, cues[at - 1].end() if at else 0)
        last = min(end, cues[at + 1].start() if at + 1 < len(cues) else len(text))
        if not _UNSURE.search(text[start:end]):
            alone = first == start and last == end
            stretch = text[start:end] if alone else text[first:last]
            yield _rank(cue, stretch, text[first : cue.start()], text[cue.end() : last], alone)


def _rank(cue: re.Match, clause: str, ahead: str, behind: str, alone: bool) -> Rank:
    order = (cue["order"] or cue["then"] or cue["nth"] or "").casefold()
    is_last = order == "last"
    low = cue["low"] or cue["short"] or cue["worst"] or cue["bottom"] or is_last
    place = 1 if is_last else _NTH.get(order, 2 if order == "then" else 1)
    judged = bool(cue["best"] or cue["worst"])
    timed = bool(cue["long"] or cue["short"])
    goes_on = bool(cue["then"])
    sign = -1 if low else 1
    text = " ".join(cue.group().split())
    return Rank(text, place, sign, judged, timed, goes_on, clause, ahead, behind, alone)


def _is_of_one(text: str, cue: re.Match) -> bool:
    """True for a word that ranks one thing among those that are counted."""
    lead = text[max(0, cue.start() - 60) : cue.start()]
    none = _NONE_ROW.search(lead) and not _IN_RANK.search(lead)
    return not (none or _NO_RANK.match(text, cue.end()))
