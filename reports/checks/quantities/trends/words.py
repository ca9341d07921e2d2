"""Words that tell which way a thing went, and which way that is for what a text speaks of."""

import re

from reports.checks.quantities.steps.values import better_way
from reports.prose.numbers import SPAN
from reports.prose.quantities.arithmetic import TIMES

_UP = (
    r"increased|rose|risen|grew|grown|higher|longer|climbed|swelled|expanded|dearer|costlier|"
    r"lengthened|went\s+up|gone\s+up|more\s+(?:expensive|costly|numerous)"
)
_DOWN = (
    r"decreased|fell|fallen|dropped|dwindled|declined|lower|shorter|shrank|shrunk|cheaper|"
    r"shortened|went\s+down|gone\s+down|came\s+down|come\s+down|less\s+(?:expensive|costly)"
)
_GOOD = r"improved|better|strengthened|brightened|brighter"
_BAD = r"worse|worsened|deteriorated|poorer|weakened|eroded"
_SOONER, _LATER = r"quicker|faster|speedier", r"slower"
TREND = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<sooner>{_SOONER})|"
    rf"(?P<later>{_LATER})|{TIMES.pattern})(?!-)\b",
    re.I,
)
# A word of these in its clause, and the word tells of no more than was hoped or denied.
UNSURE = re.compile(
    r"\b(?:not|no|nor|never|none|neither|without|unless|should|would|could|may|might|aim\w*|hope\w*|"
    r"want\w*|expect\w*|will|if|whether|despite|target|threshold|alone|than|rate\s+of|than|both|other|"
    r"half|most|some|except|slower\s+growth|graded|or|elsewhere|nationally)\b",
    re.I,
)


def way_of_word(match: re.Match, text: str, kind: str) -> int:
    """1 for up, -1 for down, as a word has it for what a text speaks of; 0 where that is unsure."""
    if match["up"] or match["down"]:
        return 1 if match["up"] else -1
    if times := match["word"]:
        return -1 if times.casefold().startswith("halv") else 1
    if kind == SPAN and not (match["good"] or match["bad"]):
        return -1 if match["sooner"] else 1
    if match["good"] or match["bad"]:
        return better_way(text) * (1 if match["good"] else -1)
    return 0
