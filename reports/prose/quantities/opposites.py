"""Words of which one is true of everything that the other is not."""

import re

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
