"""Words of which one is true of everything that the other is not."""

import re
from dataclasses import dataclass

PAIRS = (
    (r"in\s+time|on\s+time|promptly", r"late|too\s+late|after\s+(?:their|the)\s+date"),
    (r"women|girls|female\w*", r"men|boys|male\w*"),
    (r"upheld|allowed|granted", r"dismissed|not\s+upheld|rejected|refused"),
    (r"filled|occupied", r"vacant|empty|unfilled"),
    (r"in\s+date", r"overdue|out\s+of\s+date"),
    (r"passed", r"failed"),
    (r"closed|concluded", r"still\s+open|unfinished|ongoing"),
)
_SEXES = PAIRS[1]
# The states that one thing of many can end in, and those that say another does not hold.
_STATE = (
    r"upheld|accepted|approved|agreed|granted|allowed|recommended|completed?|done|closed|resolved|met|"
    r"kept|attended|filled|permanent|good|substantiated|yes|full(?:y)?|in\s+(?:date|time)|on\s+time|"
    r"first|second|third|stage|achieved|found|boys|girls|male|female|men|women|settled|matched|placed|"
    r"appointed|signed|seen|returned|successful"
)
_OTHER = (
    r"not|no|none|partly|partially|part|refused|rejected|declined|dismissed|withdrawn|deferred|pending|"
    r"waiting|awaiting|open|ongoing|outstanding|overdue|late|missed|broken|cancelled|expired|vacant|"
    r"inadequate|unfounded|unsubstantiated|un[a-z]+ed|others?|elsewhere|unknown|incomplete|agency|"
    r"failed|lapsed|abandoned|still|girls|female|women|in\s+progress|under\s+way|unsuccessful"
)
_STATES, _OTHERS = (re.compile(rf"\b(?:{part})\b", re.I) for part in (f"{_STATE}|{_OTHER}", _OTHER))


def are_both_sexes(first: str, second: str) -> bool:
    """True if two stretches are of boys and girls, or of men and women, in either order."""
    women, men = (
        [bool(re.search(rf"\b(?:{side})\b", text, re.I)) for text in (first, second)]
        for side in _SEXES
    )
    return (women, men) in (([True, False], [False, True]), ([False, True], [True, False]))


def are_states(labels: tuple[str, ...]) -> bool:
    """True if all labels, of three or more all but one, name a state of which a thing has one, and
    some of them what another is not."""
    states = sum(map(is_state, labels))
    return states >= max(2, len(labels) - 1) and any(map(_OTHERS.search, labels))


def is_other_state(label: str) -> bool:
    """True if a label names a state in which a thing is not what it should be."""
    return bool(_OTHERS.search(label))


def is_state(label: str) -> bool:
    """True if a label names a state that one thing of many can end in."""
    return bool(_STATES.search(label))


@dataclass(frozen=True)
class _States:
    """Pairs of (what a thing that is as it should be is, what another is that is not)."""

    pairs: tuple[tuple[re.Pattern, re.Pattern], ...]

    def sides(self, first: str, last: str) -> int:
        """1 where two predicates are on one side of a pair, -1 where on its two, 0 if on none."""
        for pair in self.pairs:
            places = [self._side(pair, text) for text in (first, last)]
            if all(places):
                return places[0] * places[1]
        return 0

    def is_negative(self, text: str) -> bool:
        """True if a predicate is that of a thing that is not as it should be."""
        return any(self._side(pair, text) == -1 for pair in self.pairs)

    @staticmethod
    def _side(pair, text):
        return -1 if pair[1].search(text) else 1 if pair[0].search(text) else 0


_NOT_YET = r"not\s+(?:yet\s+)?(?:been\s+)?"
_TO = r"(?:still|yet|waiting)\s+to\s+(?:be\s+)?"
_OPEN = (
    rf"{_NOT_YET}(?:begun|started|complete\w*|finished|done|delivered|closed|implemented|in\s+place)|"
    rf"{_TO}(?:start|begin|commence|finish\w*|complete\w*|do|done|deliver\w*|clos\w+|implement\w*)|outstanding|"
    r"overdue|incomplete|unfinished|(?:still|remains?|remained)\s+(?:open|ongoing|under\s+way|in\s+progress)|"
    r"in\s+progress|under\s+way"
)
_ENDS = r"(?:[a-z]+\s+)?(?:deadline|due\s+date|date|timescale|target|limit)"
_ITS = r"(?:the\s+|its\s+|their\s+)?"
_ANSWERED = r"accepted|approved|agreed|granted|upheld|recommended"
_IN_TIME = rf"(?:on|in)\s+time|within\s+{_ITS}{_ENDS}|within\s+⟦x\d+⟧|by\s+{_ITS}{_ENDS}|promptly"
_LATE = (
    rf"late|after\s+{_ITS}{_ENDS}|(?:outside|beyond|past)\s+{_ITS}{_ENDS}|out\s+of\s+time|overdue|"
    rf"missed\s+{_ITS}{_ENDS}|not\s+(?:on|in)\s+time"
)
_REFUSED = rf"rejected|refused|declined|turned\s+down|dismissed|unsuccessful|not\s+(?:{_ANSWERED})"
_WEAK = (
    r"require[sd]?\s+improvement|requiring\s+improvement|inadequate|weak|poor|not\s+(?:yet\s+)?good"
)
# Of one dimension each: a thing is on one side alone.
STATES = _States(
    tuple(
        (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
        for one, other in (
            (_IN_TIME, _LATE),
            (r"completed?|finished|done|closed|delivered|implemented|concluded", _OPEN),
            (r"(?<!not\s)(?:good|outstanding)", _WEAK),
            (rf"(?<!not\s)(?:{_ANSWERED}|successful)", _REFUSED),
            (r"filled|occupied", r"vacant|empty|unfilled|unoccupied|not\s+filled"),
            (r"met(?=\s+(?:the|its|their|our)\b|\W*$)", r"missed|fell\s+short|did\s+not\s+meet"),
            (r"passed", r"failed"),
            (r"(?:finish|complet|stay|remain)\w*", r"left|dropped\s+out|withdrew|resigned"),
            (r"in\s+date|valid|up\s+to\s+date", r"expired|lapsed|out\s+of\s+date|overdue"),
            (r"attended|present", r"absent|missed|did\s+not\s+(?:attend|come)|not\s+present"),
            (r"permanent(?:ly)?", r"agency|temporary|interim|locum"),
            (r"allocated", r"unallocated|without\s+(?:an?\s+)?(?:[a-z]+\s+)?worker"),
        )
    )
)
# “221 lived within the boundary and 104 outside it”; “49 were closed, and nine were open”.
_SIDES = _States(
    tuple(
        (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
        for one, other in (
            (r"within|inside", r"outside|beyond"),
            (r"closed|settled|resolved", r"open|unresolved"),
        )
    )
)


def are_opposed(first: str, last: str) -> bool:
    """True if two predicates are of one thing's two sides, between which there is no third."""
    return _SIDES.sides(first, last) == -1
