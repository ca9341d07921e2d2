"""Words of a sentence for the way that a number went."""

import re
from dataclasses import dataclass

from reports.prose.quantities.betterment import better_way

_UP = (
    r"more|higher|greater|larger|bigger|rose|risen|rising|rises?|grew|grown|growing|climbed|increas(?:e|es|ed|ing)|"
    r"(?:went|gone|going|goes|moved|were|was|is|are)\s+up|growth|longer|slower"
)
_DOWN = (
    r"fewer|less|lower|smaller|fell|fallen|falling|falls?|dropped|drop|declin(?:e|es|ed|ing)|"
    r"decreas(?:e|es|ed|ing)|reduced|reductions?|shrank|shrunk|(?:went|gone|going|goes|came|come|moved|were|was|is|are)\s+down|"
    r"shorter|quicker|faster|shortened"
)
_GOOD = r"improved|improv(?:es?|ing)|improvements?|better|bettered"
_BAD = r"worsened|worsen(?:s|ing)?|worse|deteriorat(?:e|es|ed|ing|ion)|slipped|slipping|lengthened"
DIRECTION = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
# “More than half”, “more or less”, “higher education”: of no change.
_NO_WAY = re.compile(
    r"\b(?:more|less|fewer)\s+(?:than\s+(?:⟦|half|an?\b|one\b|the\s+(?:number|target))|or\s+less|often\s+than\s+not)|"
    r"\b(?:or|no|once|what[’']s|any|nothing|not\s+any)\s+(?:more|less|fewer|longer|better|worse)\b|\bgood\s+or\s+better\b|"
    r"\bhigher\s+education\b|\b(?:requir\w+|needs?|for|priority)\s+improvement\b|\b(?:better|worse)\s+off\b",
    re.I,
)
OF_TIME = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|turnaround|delays?|durations?|lengths?|times?|longer|shorter|slower|quicker|faster|"
    r"lengthened|shortened|took|days|weeks|months)\b",
    re.I,
)
_TIMELY = re.compile(r"\bon\s+time\b|\btimeliness\b|\btimes\s+as\b", re.I)


@dataclass(frozen=True)
class Way:
    """A way that something went, by its words; `sign` is nought where a change is only judged."""

    words: str
    start: int
    end: int
    sign: int
    good: int = 0

    def sign_for(self, text: str) -> int:
        """1 for up, -1 for down, of what a text names; nought where that is unsure."""
        return self.sign or self.good * better_way(text)


def ways_in(text: str) -> list[Way]:
    """Each word of a direction in a marked text, in order."""
    blind = [match.span() for match in _NO_WAY.finditer(text)]
    rows = []
    for match in DIRECTION.finditer(text):
        if any(start <= match.start() < end for start, end in blind):
            continue
        sign = 1 if match["up"] else -1 if match["down"] else 0
        good = 1 if match["good"] else -1 if match["bad"] else 0
        rows.append(Way(match.group(), *match.span(), sign, good))
    return rows


def way_in(text: str) -> Way | None:
    """The one direction of a text; None where it has none, or words of two."""
    rows = ways_in(text)
    return rows[0] if len({(way.sign, way.good) for way in rows}) == 1 else None


def is_of_time(text: str) -> bool:
    """True for words about how long something took."""
    return bool(OF_TIME.search(_TIMELY.sub(" ", text)))
